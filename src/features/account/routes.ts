import { z } from 'zod';
import type { SessionConfig } from '../../config/config.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import { refuseCrossSite } from '../../routing/cross-site.ts';
import { nothing, timestamp } from '../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { eraseAccount } from './erase.ts';
import type { Sessions } from './sessions.ts';

export interface AccountDeps extends RouteDeps {
  store: Pick<Store, 'db' | 'dialect' | 'read' | 'transaction'>;
  memory: Pick<Memory, 'forgetEverything'>;
  sessions: Sessions;
  session: SessionConfig;
  corsOrigins: readonly string[];
  logger: Logger;
}

const Session = z
  .object({ user_id: z.string(), token: z.string(), expires_at: timestamp })
  .meta({ id: 'Session', description: 'A session of an anonymous visitor. The token is shown this once.' });

export function registerAccount(app: HttpApp, deps: AccountDeps): void {
  const { sessions, requireUser } = deps;
  const { cookieName, lifetimeMs, secureCookie } = deps.session;
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookie } as const;

  app.post(
    '/api/session',
    {
      // A page elsewhere could otherwise put its visitor into a session that it knows the token of.
      onRequest: async (request) => refuseCrossSite(request, deps.corsOrigins),
      schema: {
        tags: ['account'],
        summary: 'Become an anonymous visitor',
        description: 'Answers with a token for `Authorization: Bearer`, and sets it as the session cookie.',
        response: { 201: Session },
      },
    },
    async (_request, reply) => {
      const { userId, token, expiresAt } = await sessions.open();
      reply.setCookie(cookieName, token, { ...cookie, maxAge: Math.floor(lifetimeMs / 1_000) });
      return reply.code(201).send({ user_id: userId, token, expires_at: expiresAt });
    },
  );

  app.delete(
    '/api/session',
    {
      onRequest: requireUser,
      schema: {
        tags: ['account'],
        summary: 'Log out',
        description: 'Ends the session; what was remembered stays.',
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      if (request.caller) await sessions.end(request.caller.tokenHash);
      return reply.clearCookie(cookieName, cookie).code(204).send();
    },
  );

  app.delete(
    '/api/account',
    {
      onRequest: requireUser,
      schema: {
        tags: ['account'],
        summary: 'Delete everything of the caller',
        description:
          'Messages, documents, interviews, applications, sessions: nothing is left in any table or index.',
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await eraseAccount(userOf(request), deps);
      return reply.clearCookie(cookieName, cookie).code(204).send();
    },
  );
}
