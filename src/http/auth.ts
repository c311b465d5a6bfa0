import type { FastifyRequest } from 'fastify';
import { assertScope, type Identify } from '../features/account/index.ts';
import { AppError, unauthenticated } from '../kernel/errors.ts';
import { hashSecret } from '../kernel/ids.ts';
import { refuseCrossSite } from '../routing/cross-site.ts';
import type { Caller, RequireUser } from '../routing/types.ts';
import { isAtTheMachine } from './at-the-machine.ts';
import { RecentTokens } from './recent-tokens.ts';

const lateMs = 1_000;
/** Clerk's own cookie, which its pages keep fresh. */
const clerkCookie = '__session';

export interface Auth {
  requireUser: RequireUser;
  /** As `requireUser`, and 403 for whoever does not run this installation. */
  requireAdmin: RequireUser;
  /**
   * Asks once more where the body took its time: the session may have been ended meanwhile, or the account deleted, and
   * nothing may be stored for it then.
   */
  stillUser: RequireUser;
  /** A word for the sender of a request whose token was good lately; null for everybody else. */
  knownCaller(request: FastifyRequest): string | null;
}

export interface AuthParts {
  identify: Identify;
  cookieName: string;
  /** Whether people sign in by Clerk, whose cookie then counts, before ours. */
  hasClerk: boolean;
  /** Whether everybody at this machine runs this installation. */
  localOperator: boolean;
  corsOrigins: readonly string[];
}

export function createAuth(parts: AuthParts): Auth {
  const { identify, cookieName, hasClerk, localOperator, corsOrigins } = parts;
  const recent = new RecentTokens();
  const rechecks = new WeakMap<FastifyRequest, () => Promise<void>>();

  function presented(request: FastifyRequest): { token: string; via: Caller['via'] } | null {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
      return { token: token ?? '', via: 'bearer' };
    }
    const cookie = (hasClerk && request.cookies[clerkCookie]) || request.cookies[cookieName];
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
    if (token === '') {
      throw new AppError('session_invalid', {
        status: 401,
        title: 'The session is not valid',
        detail: 'The Authorization header holds no bearer token.',
        remedy: 'Start a new one with POST /api/session.',
      });
    }
    const tokenHash = hashSecret(token);
    const { again, ...identified } = await identify(token).catch((error: unknown) => {
      recent.delete(tokenHash);
      throw error;
    });
    if (via === 'cookie') refuseCrossSite(request, corsOrigins);
    recent.add(tokenHash, identified.userId);
    if (identified.credential === 'key')
      assertScope(identified.scopes, request.method, request.routeOptions.url ?? request.url);
    rechecks.set(request, again);
    const mayOperate = identified.credential !== 'key' || identified.scopes.includes('admin');
    const isAdmin = identified.isAdmin || (localOperator && mayOperate && isAtTheMachine(request));
    return { ...identified, isAdmin, tokenHash, via };
  }

  return {
    async requireUser(request) {
      request.caller = await authenticate(request);
    },
    async requireAdmin(request) {
      const caller = await authenticate(request);
      if (!caller.isAdmin) {
        throw new AppError('admin_required', {
          status: 403,
          title: 'This is for the people who run this installation',
          detail: 'The caller is not one of ADMIN_USERS.',
        });
      }
      request.caller = caller;
    },
    async stillUser(request, reply) {
      if (request.caller && reply.elapsedTime > lateMs) await rechecks.get(request)?.();
    },
    knownCaller(request) {
      const found = presented(request);
      return found && recent.callerOf(hashSecret(found.token));
    },
  };
}
