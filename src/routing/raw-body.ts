import type { FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import type { HttpApp } from './types.ts';

/** Events of the services we know are some kB. */
const maxBytes = 1024 * 1024;

/**
 * Gives the routes of a scope their JSON bodies as the bytes that were sent, which is what the senders of webhooks sign.
 * Only for a scope of its own, since it takes the place of the usual reading of bodies there:
 *
 *     app.register(async (scope: HttpApp) => {
 *       acceptRawBodies(scope);
 *       scope.post('/api/webhooks/…', …, async (request) => verify(rawBody(request)));
 *     });
 */
export function acceptRawBodies(scope: HttpApp): void {
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxBytes },
    (_request, body, done) => done(null, body),
  );
}

/** The bytes of a request to a route of such a scope. */
export function rawBody(request: Pick<FastifyRequest, 'body'>): Buffer {
  if (Buffer.isBuffer(request.body)) return request.body;
  throw new AppError('bad_request', { status: 400, title: 'The body is missing' });
}
