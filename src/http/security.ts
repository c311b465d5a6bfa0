import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerConfig } from '../config/config.ts';
import { AppError } from '../kernel/errors.ts';
import type { HttpApp } from '../routing/types.ts';
import type { Auth } from './auth.ts';
import { isApi } from './paths.ts';

/** Headers that browsers obey: nothing from elsewhere, nothing inline. */
export function addSecurityHeaders(app: HttpApp, { httpsOnly }: { httpsOnly: boolean }): void {
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
      },
    },
    // Over plain HTTP, on a machine at home, it could only do harm.
    strictTransportSecurity: httpsOnly && { maxAge: 15_552_000, includeSubDomains: false },
    crossOriginOpenerPolicy: httpsOnly,
    originAgentCluster: httpsOnly,
  });
}

/** Which other sites' pages may call: those of the config, with their cookies; by default none. */
export function addCors(app: HttpApp, { corsOrigins }: Pick<ServerConfig, 'corsOrigins'>): void {
  if (corsOrigins.length === 0) return;
  app.register(cors, {
    origin: [...corsOrigins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
}

/** Counts the API's requests by session, and by address where there is no good one. Health answers always. */
export function addRateLimit(
  app: HttpApp,
  { rateLimitPerMinute }: Pick<ServerConfig, 'rateLimitPerMinute'>,
  auth: Pick<Auth, 'knownCaller'>,
): void {
  app.register(rateLimit, {
    global: false,
    max: rateLimitPerMinute,
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: (request: FastifyRequest) => auth.knownCaller(request) ?? addressOf(request),
    errorResponseBuilder: (_request, { ttl, max }) =>
      new AppError('rate_limited', {
        status: 429,
        title: 'Too many requests',
        detail: `At most ${max} requests a minute.`,
        retryAfter: Math.ceil(ttl / 1_000),
        remedy: 'Wait as long as Retry-After says, then go on more slowly.',
      }),
  });
  app.after(() => {
    const limit = app.rateLimit();
    app.addHook('onRequest', async function (request, reply) {
      if (isApi(request.url)) await limit.call(this, request, reply);
    });
  });
}

/**
 * A hook that counts who is made a visitor, by address alone: each visitor has an allowance of their own, and so must not be
 * had for the asking. Beside the limit of requests, whose window is too short for it.
 */
export function limitSessions(
  app: HttpApp,
  { sessionsPerHour: max }: Pick<ServerConfig, 'sessionsPerHour'>,
): (request: FastifyRequest) => Promise<void> {
  let count: ReturnType<FastifyInstance['createRateLimit']>;
  app.after(() => {
    count = app.createRateLimit({ max, timeWindow: 3_600_000, keyGenerator: addressOf });
  });
  return async (request) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    throw new AppError('rate_limited', {
      status: 429,
      title: 'Too many sessions',
      detail: `At most ${max} new sessions an hour from one address.`,
      retryAfter: Math.max(1, counted.ttlInSeconds),
      remedy:
        'Go on with the session you have, or wait as long as Retry-After says. As the operator: SESSIONS_PER_HOUR sets how many, and behind a proxy TRUST_PROXY tells people apart.',
    });
  };
}

/** Of IPv6 the network: whoever has one address of it has all of them. */
function addressOf(request: FastifyRequest): string {
  return normalizeIP(request.ip ?? 'unknown');
}
