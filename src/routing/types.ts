import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { DateISO } from '../kernel/clock.ts';
import { unauthenticated } from '../kernel/errors.ts';

/**
 * The app as features see it: a zod schema on a route gives validation, types and OpenAPI at once.
 *
 * A feature exports `registerX(app: HttpApp, deps: {...})` from its index.ts, which adds its routes; `app.ts` calls
 * it in a scope of its own, so that hooks a feature adds stay with it.
 */
export type HttpApp = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What an API key may be allowed to do; `features/account/keys/scopes.ts` says which routes each stands for. */
export const scopes = ['read', 'write', 'chat', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** Who is calling, once `requireUser` has run. */
export interface Caller {
  /** The owner of every row we write: a visitor's `visitor_…`, or the id that Clerk gave an account. */
  userId: string;
  /** Of the token, whatever its kind; what logging out revokes. */
  tokenHash: string;
  via: 'bearer' | 'cookie';
  /** `session`: an anonymous visitor's; `clerk`: a signed-in person's token; `key`: a program's API key. */
  credential: 'session' | 'clerk' | 'key';
  /** Whether they run this installation; for a key only where its scopes say so, too. */
  isAdmin: boolean;
  /** A person may do everything that is theirs; a key what it was made for. */
  scopes: readonly Scope[];
  /** When the visitor's session ends; null for the others. */
  sessionExpiresAt: DateISO | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where the route does not ask for a user. */
    caller: Caller | null;
  }
}

/**
 * The hook of routes that need to know the caller; 401 without one. Used as `onRequest`, so that nobody can make us
 * read a body before we know them; OpenAPI learns from its presence that the route is secured.
 */
export type RequireUser = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** What every feature's routes are given, beside the parts of the context that the feature names itself. */
export interface RouteDeps {
  requireUser: RequireUser;
}

/** What the operator's routes are given as well. */
export interface AdminRouteDeps extends RouteDeps {
  /** Used as `onRequest` in the place of `requireUser`: 401 without a caller, 403 `admin_required` for one who is no admin. */
  requireAdmin: RequireUser;
}

/** The caller's id. A route that forgot its `requireUser` answers 401 here, and never for somebody else. */
export function userOf(request: { caller: Caller | null }): string {
  if (!request.caller) throw unauthenticated('This route needs to know who is calling.');
  return request.caller.userId;
}
