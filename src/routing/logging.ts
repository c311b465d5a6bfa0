import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { pathOf } from './problem.ts';

/**
 * What a log may hold of an error: drivers hang rows, parameters and headers on theirs, and those are a person's words.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    code: 'code' in error ? error.code : undefined,
    message: error.message,
    stack: error.stack,
    cause: error.cause !== undefined && depth < 3 ? describeError(error.cause, depth + 1) : undefined,
  };
}

/** One line a request, when it is over: no headers, no bodies, no query strings. */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    _error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const path = pathOf(request.url);
    const level = /^\/(?:health|docs|assets)/.test(path) ? 'debug' : 'info';
    const line = {
      method: request.method,
      path,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log[level](line, 'request');
  }

  override routeNotFound(): void {}

  override streamError(error: Error, request: FastifyRequest): void {
    if ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')
      request.log.debug('the client went away');
    else request.log.warn({ err: describeError(error) }, 'an answer broke off in the middle');
  }
}
