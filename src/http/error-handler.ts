import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppError } from '../kernel/errors.ts';
import { describeError } from '../routing/logging.ts';
import { type Failures, pathOf, toAppError, toProblem } from '../routing/problem.ts';
import type { HttpApp } from '../routing/types.ts';
import { MethodNotAllowed } from './unknown-paths.ts';

/** Sends any thrown thing as problem details; faults of ours go to the log with what caused them. */
export function sendProblem(
  thrown: unknown,
  request: Pick<FastifyRequest, 'url' | 'id' | 'log'>,
  reply: FastifyReply,
  failures: Failures,
): FastifyReply {
  // Work that was given up because nobody waits for its result: no fault, and nobody reads the answer.
  if (reply.raw.destroyed && thrown instanceof Error && thrown.name === 'AbortError') {
    // No response ends, so the usual line of the request would not be written.
    request.log.info({ path: pathOf(request.url), status: 499 }, 'the client went away');
    return reply.code(499).send();
  }
  const error = toAppError(thrown, failures);
  if (error.status >= 500) {
    const level = error.status === 503 ? 'warn' : 'error';
    request.log[level]({ err: describeError(error.cause ?? thrown) }, error.detail ?? error.title);
  }
  if (error.status === 401) reply.header('www-authenticate', challenge(error));
  if (error instanceof MethodNotAllowed) reply.header('allow', error.allow);
  if (error.retryAfter !== undefined && !reply.hasHeader('retry-after'))
    reply.header('retry-after', error.retryAfter);
  // Fastify would close the connection, and the client, still sending, would see a reset instead of this answer.
  if (error.status === 413) reply.removeHeader('connection');
  return reply
    .code(error.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: string) => payload)
    .send(JSON.stringify(toProblem(error, request)));
}

/** RFC 6750: a request without any token gets no error code, one with a wrong token does. */
function challenge(error: AppError): string {
  const realm = 'Bearer realm="interviewly"';
  return error.code === 'unauthenticated' ? realm : `${realm}, error="invalid_token"`;
}

/** Every error of the app as problem details. */
export function handleErrors(app: HttpApp, failures: Failures): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, failures));
}
