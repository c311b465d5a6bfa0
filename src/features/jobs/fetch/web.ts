import type { IncomingMessage } from 'node:http';
import { type Clock, systemClock } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { decodePage, readBody } from './body.ts';
import { statusProblem, unreachable } from './problems.ts';
import { send } from './request.ts';
import { checkTarget, parseTarget, type TargetOptions, usualTargets } from './target.ts';

export interface WebOptions extends Partial<TargetOptions> {
  /** For name, connection, all redirects and the body together, in ms (10,000). */
  timeoutMs?: number;
  /** Of the unpacked page, in bytes (3 MB). */
  maxBytes?: number;
  maxRedirects?: number;
  /** Who we say we are. */
  userAgent?: string;
  clock?: Clock;
}

export interface WebPage {
  /** Where the page was in the end. */
  url: string;
  kind: 'html' | 'json' | 'text';
  text: string;
  fetchedAt: Date;
}

/** Fetches a page of the public web that somebody named, and nothing else. */
export interface Web {
  /** Throws `url_not_allowed` (400) or `posting_unreachable` (422). */
  fetchPage(url: string, signal?: AbortSignal): Promise<WebPage>;
}

const defaultAgent =
  'Mozilla/5.0 (compatible; Interviewly/0.1; fetches a job posting when a person asks for it)';

export function createWeb(options: WebOptions = {}): Web {
  const { timeoutMs = 10_000, maxBytes = 3 * 1_048_576, maxRedirects = 5 } = options;
  const { userAgent = defaultAgent, clock = systemClock } = options;
  const targets: TargetOptions = {
    resolve: options.resolve ?? usualTargets.resolve,
    mayConnect: options.mayConnect ?? usualTargets.mayConnect,
  };

  async function follow(first: URL, signal: AbortSignal): Promise<WebPage> {
    let url = first;
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const target = await within(signal, checkTarget(url, targets));
      const response = await send(target, userAgent, signal);
      const location = redirectOf(response);
      if (location === null) return await pageOf(response, url, { maxBytes, now: clock.now() });
      response.destroy();
      url = parseTarget(location, url);
      if (isLogin(url) && !isLogin(first))
        throw unreachable('The site asks to sign in before it shows the page.');
    }
    throw unreachable(`The page was passed on more than ${maxRedirects} times.`);
  }

  return {
    async fetchPage(text, signal) {
      const url = parseTarget(text);
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        return await follow(url, signal ? AbortSignal.any([timeout, signal]) : timeout);
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        signal?.throwIfAborted();
        if (timeout.aborted)
          throw unreachable(`The page did not come within ${Math.round(timeoutMs / 1_000)} seconds.`, {
            cause,
          });
        throw unreachable('The connection to the site failed.', { cause });
      }
    },
  };
}

/** Names are looked up without a way to give up; the time limit holds for them all the same. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null;
}

function isLogin(url: URL): boolean {
  return /\/(log-?in|sign-?in|authwall|checkpoint|sso|uas\/login)(\/|$)/i.test(url.pathname);
}

async function pageOf(
  response: IncomingMessage,
  url: URL,
  { maxBytes, now }: { maxBytes: number; now: Date },
): Promise<WebPage> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    response.destroy();
    throw statusProblem(statusCode, headers['retry-after'], now);
  }
  const type = headers['content-type'] ?? '';
  const kind = kindOf(type);
  if (kind === null) {
    response.destroy();
    throw unreachable('The address leads to a file that is no web page.');
  }
  const text = decodePage(await readBody(response, maxBytes), type);
  return { url: url.href, kind, text, fetchedAt: now };
}

function kindOf(contentType: string): WebPage['kind'] | null {
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  if (type === '' || type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'application/json' || type === 'application/ld+json') return 'json';
  return type === 'text/plain' ? 'text' : null;
}
