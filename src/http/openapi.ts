import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import { notFound } from '../kernel/errors.ts';
import type { HttpApp, RequireUser } from '../routing/types.ts';
import { tidyOpenApi } from './openapi-tidy.ts';
import { problemCodes } from './problem-codes.ts';
import { version } from './version.ts';

export interface OpenApiOptions {
  appName: string;
  cookieName: string;
  /** The hooks whose routes need to know the caller. */
  secures: readonly RequireUser[];
}

const description = `A career agent with a long-term memory.

Start with \`POST /api/session\`: it gives out a token for \`Authorization: Bearer\` and sets the cookie, so that the other
calls of this page work. Dates are ISO 8601 in UTC. Errors are problem details (RFC 9457) with one of these codes:

${Object.entries(problemCodes)
  .map(([code, { status, meaning }]) => `- \`${code}\` (${status}): ${meaning}`)
  .join('\n')}`;

/** The document at /openapi.json, made from the routes' schemas, and the page at /docs to read and try it. */
export function addOpenApi(app: HttpApp, { appName, cookieName, secures }: OpenApiOptions): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${appName} API`, version, description },
      servers: [{ url: '/' }],
      tags: [
        { name: 'account' },
        { name: 'billing' },
        { name: 'coach' },
        { name: 'conversations' },
        { name: 'feedback' },
        { name: 'facts' },
        { name: 'memory' },
        { name: 'insights' },
        { name: 'recommendations' },
        { name: 'cv' },
        { name: 'jobs' },
        { name: 'applications' },
        { name: 'letters' },
        { name: 'sample' },
        { name: 'operator' },
        { name: 'service' },
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'The token of POST /api/session, of a signed-in person, or an API key.',
          },
          cookie: {
            type: 'apiKey',
            in: 'cookie',
            name: cookieName,
            description: 'Set by POST /api/session.',
          },
        },
      },
    },
    transform(document) {
      const { schema, url } = jsonSchemaTransform(document);
      const hooks = [document.route.onRequest, document.route.preHandler].flat();
      const isSecured = hooks.some((hook) => secures.some((one) => one === hook));
      return { schema: isSecured ? { ...schema, security: [{ bearer: [] }, { cookie: [] }] } : schema, url };
    },
    transformObject: (document) =>
      tidyOpenApi(jsonSchemaTransformObject(document) as Partial<OpenAPIV3_1.Document>),
  });
  app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: `${appName} API` },
    // The other layout has a top bar whose logo brings an inline style, which the policy forbids.
    uiConfig: {
      layout: 'BaseLayout',
      docExpansion: 'list',
      // The list of all schemas takes seconds to draw; each call shows its own.
      defaultModelsExpandDepth: -1,
      tryItOutEnabled: true,
      persistAuthorization: false,
    },
  });
  app.register(async (scope: HttpApp) => {
    scope.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
    scope.get(
      '/problems/:code',
      {
        schema: {
          tags: ['service'],
          summary: 'What a problem code means',
          params: z.strictObject({ code: z.string() }),
          response: { 200: z.object({ code: z.string(), status: z.int(), meaning: z.string() }) },
        },
      },
      ({ params: { code } }) => {
        const known = Object.hasOwn(problemCodes, code) ? problemCodes[code] : undefined;
        if (!known) throw notFound('Problem code');
        return { code, ...known };
      },
    );
  });
}
