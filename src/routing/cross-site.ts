import type { FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site's page sends with its visitor's cookie. SameSite=Lax keeps the cookie at home
 * already; this also covers sites of the same domain, and browsers that know no SameSite. Programs send neither header.
 */
export function refuseCrossSite(request: FastifyRequest, allowedOrigins: readonly string[]): void {
  if (safeMethods.has(request.method) || isOwnOrAllowed(request, allowedOrigins)) return;
  throw new AppError('cross_site_request', {
    status: 403,
    title: 'A request from another site',
    detail: 'A page of another site may not act with the session cookie.',
    remedy: 'Send the token as Authorization: Bearer, or add the origin to CORS_ORIGINS.',
  });
}

function isOwnOrAllowed({ headers, host }: FastifyRequest, allowedOrigins: readonly string[]): boolean {
  const { origin } = headers;
  if (origin !== undefined && allowedOrigins.includes(origin)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || URL.parse(origin)?.host === host;
}
