import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../context.ts';
import { createIdentify, createSessions, followRequest, registerAccount } from '../features/account/index.ts';
import { registerAnalytics } from '../features/analytics/index.ts';
import { registerApplications } from '../features/applications/index.ts';
import { createBilling, registerBilling } from '../features/billing/index.ts';
import { createCoach, registerCoach } from '../features/coach/index.ts';
import { createSummaries, registerConversations } from '../features/conversations/index.ts';
import { registerCv } from '../features/cv/index.ts';
import { registerFacts } from '../features/facts/index.ts';
import { registerFeedback } from '../features/feedback/index.ts';
import { registerHealth } from '../features/health/index.ts';
import { registerInsights } from '../features/insights/index.ts';
import { registerJobs } from '../features/jobs/index.ts';
import { registerLetters } from '../features/letters/index.ts';
import { registerMemory } from '../features/memory/index.ts';
import { createProfileUpkeep, registerRecommendations } from '../features/recommendations/index.ts';
import { registerSample } from '../features/sample/index.ts';
import { uuidv7 } from '../kernel/ids.ts';
import { RequestLog } from '../routing/logging.ts';
import { limits } from '../routing/schemas.ts';
import type { HttpApp } from '../routing/types.ts';
import { createAuth } from './auth.ts';
import { handleErrors, sendProblem } from './error-handler.ts';
import { parseJsonBody, refuseEncoded } from './json-body.ts';
import { refuseMalformed } from './malformed.ts';
import { addOpenApi } from './openapi.ts';
import { isApi } from './paths.ts';
import { requireReadyStore } from './readiness.ts';
import { addCors, addRateLimit, addSecurityHeaders, limitSessions } from './security.ts';
import { closeSilentConnections } from './silent-connections.ts';
import { refuseUnknownPaths } from './unknown-paths.ts';
import { validatorCompiler } from './validation.ts';
import { version } from './version.ts';
import { addWebApp, type WebSite } from './web/index.ts';

export interface AppOptions {
  /** The web app to serve beside the API; none by default. */
  web?: WebSite;
}

/** The whole HTTP side, apart from the listener; nothing is read from the database before a request comes. */
export function createApp(context: Context, { web }: AppOptions = {}): HttpApp {
  const { config, store, memory, clock } = context;
  const logger = context.logger.child({ name: 'http' });
  const app: HttpApp = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new RequestLog({ requestIdLogLabel: 'request_id' }),
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    trustProxy: config.server.trustProxy,
    bodyLimit: limits.bodyBytes,
    requestTimeout: 300_000,
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    clientErrorHandler: refuseMalformed,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply, store),
  }).withTypeProvider<ZodTypeProvider>();

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, ({ headers }, body, done) => {
    try {
      refuseEncoded(headers['content-encoding']);
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (isApi(request.url)) reply.header('cache-control', 'no-store');
  });
  handleErrors(app, store);
  closeSilentConnections(app);

  const sessions = createSessions({ store, clock, lifetimeMs: config.session.lifetimeMs });
  const { accounts } = config;
  const { requireUser, requireAdmin, stillUser, knownCaller } = createAuth({
    identify: createIdentify({ store, sessions, accounts, clock, logger }),
    cookieName: config.session.cookieName,
    hasClerk: accounts.clerk !== null,
    localOperator: accounts.localOperator,
    corsOrigins: config.server.corsOrigins,
  });
  addSecurityHeaders(app, { httpsOnly: config.session.secureCookie });
  addCors(app, config.server);
  app.register(cookie);
  addRateLimit(app, config.server, { knownCaller });
  const limitVisitors = limitSessions(app, config.server);
  requireReadyStore(app, store);
  if (web) addWebApp(app, web, { signIn: accounts.clerk?.frontend });
  refuseUnknownPaths(app);
  app.addHook('preHandler', stillUser);
  // Nobody can claim a visit where nobody can sign in.
  if (accounts.clerk)
    app.addHook('onResponse', (request) => followRequest({ store, memory, clock, logger }, request));
  addOpenApi(app, {
    appName: config.appName,
    cookieName: config.session.cookieName,
    secures: [requireUser, requireAdmin],
  });

  const { corsOrigins } = config.server;
  const profiles = createProfileUpkeep({
    store,
    memory,
    clock,
    logger,
    waitMs: config.privacy.similarProfilesWaitMs,
  });
  app.addHook('onListen', async () => profiles.start());
  app.addHook('onClose', () => profiles.stop());
  const billing = createBilling({ config: config.billing, store, clock, logger });
  mount(app, (scope) => registerHealth(scope, { store, memory, clock, appName: config.appName, version }));
  mount(app, (scope) =>
    registerAccount(scope, {
      store,
      memory,
      sessions,
      session: config.session,
      accounts,
      engines: {
        chat: context.chat?.engine ?? null,
        embedding: context.embedding.name,
        voice: {
          listen: config.speech.deepgramApiKey ? 'deepgram' : null,
          speak: config.speech.elevenlabsApiKey ? 'elevenlabs' : null,
        },
      },
      corsOrigins,
      limitVisitors,
      requireUser,
      clock,
      logger,
      leave: billing.leave,
      onSharing: profiles.wake,
    }),
  );
  mount(app, (scope) => registerInsights(scope, { store, memory, clock, requireUser }));
  mount(app, (scope) =>
    registerRecommendations(scope, { store, memory, clock, config: config.privacy, requireUser }),
  );
  mount(app, (scope) => registerMemory(scope, { memory, clock, requireUser }));
  const summaries = createSummaries({
    store,
    chat: context.chat,
    temperature: config.chat.temperature,
    clock,
    logger,
  });
  app.addHook('onListen', async () => summaries.start());
  app.addHook('onClose', () => summaries.stop());
  mount(app, (scope) => registerConversations(scope, { store, memory, summaries, clock, requireUser }));
  mount(app, (scope) => registerFeedback(scope, { store, clock, requireUser }));
  mount(app, (scope) => registerBilling(scope, { billing, requireUser }));
  const { usage } = billing;
  const { chat, postings } = context;
  const coach = createCoach({
    memory,
    facts: context.facts,
    chat,
    config: config.chat,
    store,
    postings,
    desk: context.desk,
    usage,
    summaries,
    logger,
    clock,
  });
  mount(app, (scope) => registerCoach(scope, { coach, requireUser }));
  mount(app, (scope) => registerFacts(scope, { facts: context.facts, requireUser }));
  mount(app, (scope) =>
    registerJobs(scope, { store, memory, clock, postings: context.postings, requireUser }),
  );
  mount(app, (scope) => registerApplications(scope, { store, memory, clock, logger, requireUser }));
  mount(app, (scope) =>
    registerCv(scope, {
      usage,
      store,
      memory,
      chat: context.chat,
      config: config.chat,
      documents: context.documents,
      desk: context.desk,
      clock,
      logger,
      requireUser,
    }),
  );
  mount(app, (scope) =>
    registerAnalytics(scope, {
      analytics: context.analytics,
      store,
      memory,
      chat: context.chat,
      clock,
      version,
      requireAdmin,
    }),
  );
  mount(app, (scope) =>
    registerLetters(scope, {
      store,
      memory,
      chat: context.chat,
      config: config.chat,
      postings: context.postings,
      desk: context.desk,
      clock,
      logger,
      requireUser,
    }),
  );
  mount(app, (scope) =>
    registerSample(scope, {
      store,
      memory,
      desk: context.desk,
      postings: context.postings,
      clock,
      logger,
      requireUser,
    }),
  );
  if (!web) {
    mount(app, (scope) =>
      scope.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs')),
    );
  }
  return app;
}

/** Each feature in a scope of its own. */
function mount(app: HttpApp, register: (scope: HttpApp) => unknown): void {
  app.register(async (scope: HttpApp) => {
    await register(scope);
  });
}

/** A proxy's id for the request is kept, so that its log and ours can be laid side by side. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : uuidv7();
}
