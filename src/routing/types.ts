import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
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

/** Who is calling, once `requireUser` has run. */
export interface Caller {
  userId: string;
  /** Of the session's token; what logging out revokes. */
  tokenHash: string;
  via: 'bearer' | 'cookie';
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

/** The caller's id. A route that forgot its `requireUser` answers 401 here, and never for somebody else. */
export function userOf(request: { caller: Caller | null }): string {
  if (!request.caller) throw unauthenticated('This route needs to know who is calling.');
  return request.caller.userId;
}
