import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
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
    keyGenerator: (request: FastifyRequest) =>
      auth.knownCaller(request) ?? normalizeIP(request.ip ?? 'unknown'),
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
