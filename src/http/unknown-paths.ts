import type { FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import { pathOf } from '../routing/problem.ts';
import type { HttpApp } from '../routing/types.ts';

/**
 * 404 for paths that are not there, and 405 with `Allow` where only the method is wrong, which Fastify does not tell
 * apart. Before the body: nothing is read for a path that does not exist.
 */
export function refuseUnknownPaths(app: HttpApp): void {
  const routes: { pattern: RegExp; methods: string[] }[] = [];

  function refuse(request: FastifyRequest): never {
    const path = pathOf(request.url);
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    // A file below a `*` that is not there comes here too.
    if (methods.length === 0 || methods.includes(request.method))
      throw new AppError('not_found', { status: 404, title: 'There is no such path' });
    throw new MethodNotAllowed(request.method, [...new Set(methods)].sort());
  }

  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  app.setNotFoundHandler(refuse);
  // After the plugins registered so far: their headers are for this answer too.
  app.after(() => {
    app.addHook('onRequest', async (request) => {
      if (request.is404) refuse(request);
    });
  });
}

export class MethodNotAllowed extends AppError {
  readonly allow: string;
  constructor(method: string, methods: string[]) {
    const allow = methods.join(', ');
    super('method_not_allowed', {
      status: 405,
      title: 'The method is not allowed here',
      detail: `${method} is not one of ${allow}.`,
    });
    this.allow = allow;
  }
}

/** A route's path as an expression: `:name` is one part, `*` any rest. */
function patternOf(url: string): RegExp {
  const parts = url
    .replace(/\/$/, '')
    .split(/(\*|:\w+)/)
    .map((part) => {
      if (part === '*') return '.*';
      return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
    });
  return new RegExp(`^${parts.join('')}/?$`);
}
