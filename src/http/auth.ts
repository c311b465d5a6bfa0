import type { FastifyRequest } from 'fastify';
import type { Sessions } from '../features/account/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { AppError, unauthenticated } from '../kernel/errors.ts';
import { hashSecret } from '../kernel/ids.ts';
import { refuseCrossSite } from '../routing/cross-site.ts';
import type { Caller, RequireUser } from '../routing/types.ts';
import { RecentTokens } from './recent-tokens.ts';

const lateMs = 1_000;

export interface Auth {
  requireUser: RequireUser;
  /**
   * Asks once more where the body took its time: the session may have been ended meanwhile, or the account deleted, and
   * nothing may be stored for it then.
   */
  stillUser: RequireUser;
  /** A word for the sender of a request whose token was good lately; null for everybody else. */
  knownCaller(request: FastifyRequest): string | null;
}

export interface AuthParts {
  sessions: Pick<Sessions, 'find'>;
  clock: Clock;
  cookieName: string;
  corsOrigins: readonly string[];
}

export function createAuth({ sessions, clock, cookieName, corsOrigins }: AuthParts): Auth {
  const recent = new RecentTokens();

  function presented(request: FastifyRequest): { token: string; via: Caller['via'] } | null {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
      return { token: token ?? '', via: 'bearer' };
    }
    const cookie = request.cookies[cookieName];
    return cookie ? { token: cookie, via: 'cookie' } : null;
  }

  async function authenticate(request: FastifyRequest): Promise<Caller> {
    const found = presented(request);
    if (!found) {
      throw unauthenticated(
        'Send Authorization: Bearer <token>, or the session cookie. POST /api/session gives out both.',
      );
    }
    const { token, via } = found;
    if (token === '')
      throw sessionError('session_invalid', 'The Authorization header holds no bearer token.');
    const tokenHash = hashSecret(token);
    const session = await sessions.find(tokenHash);
    if (!session)
      throw sessionError('session_invalid', 'The token is not one of ours, or its session was deleted.');
    const isOver = Date.parse(session.expiresAt) <= clock.now().getTime();
    if (session.revokedAt || isOver) recent.delete(tokenHash);
    if (session.revokedAt) throw sessionError('session_invalid', 'The session was ended.');
    if (isOver) throw sessionError('session_expired', 'The session expired.');
    if (via === 'cookie') refuseCrossSite(request, corsOrigins);
    recent.add(tokenHash);
    return { userId: session.userId, tokenHash, via };
  }

  return {
    async requireUser(request) {
      request.caller = await authenticate(request);
    },
    async stillUser(request, reply) {
      if (request.caller && reply.elapsedTime > lateMs) request.caller = await authenticate(request);
    },
    knownCaller(request) {
      const found = presented(request);
      const tokenHash = found && hashSecret(found.token);
      return tokenHash && recent.has(tokenHash) ? tokenHash : null;
    },
  };
}

function sessionError(code: 'session_invalid' | 'session_expired', detail: string): AppError {
  return new AppError(code, {
    status: 401,
    title: 'The session is not valid',
    detail,
    remedy: 'Start a new one with POST /api/session.',
  });
}
