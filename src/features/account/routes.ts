import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccountsConfig, SessionConfig } from '../../config/config.ts';
import type { Clock } from '../../kernel/clock.ts';
import { unauthenticated } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import { refuseCrossSite } from '../../routing/cross-site.ts';
import { nothing, timestamp } from '../../routing/schemas.ts';
import { type Caller, type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { claimRoute } from './claim-route.ts';
import { registerClerkWebhook } from './clerk/webhook-route.ts';
import { eraseAccount } from './erase.ts';
import { identitiesOf } from './identities.ts';
import { registerKeys } from './keys/routes.ts';
import { Account, accountOf, type EngineNames, Settings } from './profile.ts';
import type { Sessions } from './sessions.ts';
import { changeSettings } from './settings.ts';

export interface AccountDeps extends RouteDeps {
  store: Pick<Store, 'db' | 'dialect' | 'read' | 'transaction'>;
  memory: Pick<Memory, 'forgetEverything' | 'claim'>;
  sessions: Sessions;
  session: SessionConfig;
  accounts: AccountsConfig;
  /** What answers here, for the person to see. */
  engines: EngineNames;
  clock: Clock;
  corsOrigins: readonly string[];
  logger: Logger;
  /** Throws 429 where too many visitors were made from the request's address. */
  limitVisitors(request: FastifyRequest): Promise<void>;
  /** After somebody said that they share their profile, which is then due to be made. */
  onSharing(): void;
  /** Before somebody is erased: ends what they pay for. */
  leave?(caller: string): Promise<void>;
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
      onRequest: async (request) => {
        refuseCrossSite(request, deps.corsOrigins);
        await deps.limitVisitors(request);
      },
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

  const publishableKey = deps.accounts.clerk?.publishableKey;
  const show = (request: { caller: Caller | null }) => {
    const { caller } = request;
    if (!caller) throw unauthenticated('This route needs to know who is calling.');
    return deps.store.read((db) => accountOf(db, caller, { engines: deps.engines, publishableKey }));
  };

  app.get(
    '/api/account',
    {
      onRequest: requireUser,
      schema: { tags: ['account'], summary: 'Who the caller is', response: { 200: Account } },
    },
    show,
  );

  app.patch(
    '/api/account',
    {
      onRequest: requireUser,
      schema: {
        tags: ['account'],
        summary: 'Change the settings',
        body: z.strictObject({ settings: Settings.partial().strict() }),
        response: { 200: Account },
      },
    },
    async (request) => {
      const identities = await deps.store.read((db) => identitiesOf(db, userOf(request)));
      const { share_profile } = await changeSettings(deps, identities, request.body.settings);
      if (share_profile) deps.onSharing();
      return show(request);
    },
  );

  claimRoute(app, { ...deps, clearCookie: (reply) => reply.clearCookie(cookieName, cookie) });
  registerKeys(app, deps);
  registerClerkWebhook(app, {
    ...deps,
    webhookSecret: deps.accounts.clerk?.webhookSecret,
    erase: (clerkId) => eraseAccount(clerkId, deps),
  });

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
