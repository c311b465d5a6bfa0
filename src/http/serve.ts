import { once } from 'node:events';
import type { Context } from '../context.ts';
import { createSessions, purgeErasures, sweepClaims } from '../features/account/index.ts';
import type { HttpApp } from '../routing/types.ts';
import { createApp } from './app.ts';
import { listen } from './listen.ts';
import { version } from './version.ts';
import { openSite } from './web/index.ts';

export interface ServeOptions {
  /** Ends the server as SIGTERM does. */
  signal?: AbortSignal;
  /** Called once requests are served; prints the address by default. */
  onReady?(url: string): void;
  /** How long requests in flight may take to finish once the server is to end, in ms. */
  graceMs?: number;
  /** Serves the web app too, and builds it where it has to be. */
  web?: boolean;
}

const dayMs = 86_400_000;

/**
 * Serves until SIGTERM or SIGINT, then ends in good order and closes the context. Listens before the database is
 * ready, so that health checks and waiting callers get an answer at once. Throws StartupError for what makes serving
 * impossible.
 */
export async function serve(context: Context, options: ServeOptions = {}): Promise<void> {
  const { config, store, memory, logger } = context;
  const { graceMs = 10_000 } = options;
  for (const notice of config.notices) logger.warn(notice);
  const { signal, release } = endSignal(options.signal);
  const web = options.web
    ? openSite({
        logger: logger.child({ name: 'web' }),
        build: config.server.webBuild,
        signal,
        onBuilding: sayBuilding,
      })
    : undefined;
  const app = createApp(context, { web });
  try {
    const url = await listen(app, config.server);
    logger.info({ url }, 'listening; the database is being prepared');
    // An attempt to connect may hang for a while; whoever ends the server does not wait for that.
    await unlessAborted(store.prepare(signal), signal);
    if (signal.aborted) return;
    if (config.embedding.worker) memory.queue.start();
    if (config.facts.worker) context.facts.worker.start();
    if (config.analytics.worker) context.analytics.start();
    const purge = startPurging(context);
    const announce = options.onReady ?? ((address: string) => print(config.appName, address));
    announce(url);
    if (!signal.aborted) await once(signal, 'abort');
    clearInterval(purge);
    logger.info('ending: requests in flight may finish');
  } finally {
    release();
    await closeWithin(app, graceMs);
    await context.close();
  }
}

/** Waits for work, but no longer than until the signal; what it comes to after that is nobody's concern. */
async function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  work.catch(() => {});
  if (signal.aborted) return;
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const stop = () => resolve();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([work, aborted]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function sayBuilding(): void {
  process.stdout.write('Building the web app; the API answers already.\n');
}

function print(appName: string, url: string): void {
  process.stdout.write(`${appName} ${version} is ready at ${url} (API documentation: ${url}/docs)\n`);
}

/** A signal that SIGTERM and SIGINT abort, once each: the second one ends the process as always. */
function endSignal(outer: AbortSignal | undefined): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const end = () => controller.abort();
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  outer?.addEventListener('abort', end, { once: true });
  if (outer?.aborted) end();
  return {
    signal: controller.signal,
    release() {
      process.off('SIGTERM', end);
      process.off('SIGINT', end);
      outer?.removeEventListener('abort', end);
    },
  };
}

/** Waits for requests in flight, but not for ever: then their connections are cut. */
async function closeWithin(app: HttpApp, graceMs: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

/** Once a day: what expired long ago goes, and what was still written for visitors who signed in follows them. */
function startPurging({ store, memory, clock, config, logger }: Context): NodeJS.Timeout {
  const sessions = createSessions({ store, clock, lifetimeMs: config.session.lifetimeMs });
  async function purge(): Promise<void> {
    try {
      const count = await sessions.purge();
      if (count > 0) logger.info({ count }, 'expired sessions were deleted');
      await store.transaction((trx) => purgeErasures(trx, clock.now()));
      await sweepClaims({ store, memory, clock });
    } catch {
      // The database is away; tomorrow will do.
    }
  }
  void purge();
  return setInterval(purge, dayMs).unref();
}
