import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from '../../routing/problem.ts';
import type { HttpApp } from '../../routing/types.ts';
import type { WebSite } from './site.ts';
import { waitingPage } from './waiting.ts';

/** Paths whose unknown ones stay a 404 of the API's kind. */
const reserved = /^\/(?:api|docs|health|openapi\.json|mcp|v1|problems)(?:\/|$)/;
/** What is built: files under names with a hash, and at the top the icon and the script that sets the color scheme. */
const builtFile = /^\/(?:assets\/)?[\w-][\w.-]*\.[a-z]+\d?$/;

/**
 * Scripts are files of ours alone, and, where people sign in by Clerk, those of its frontend API, as Clerk asks for
 * (clerk.com/docs/guides/secure/best-practices/csp-headers). Mantine writes style elements.
 */
function policyWith(signIn: string | undefined): string {
  const clerk = signIn ? ` ${signIn}` : '';
  const challenges = signIn ? ' https://challenges.cloudflare.com' : '';
  return [
    "default-src 'self'",
    `script-src 'self'${clerk}${challenges}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${signIn ? ' https://img.clerk.com' : ''}`,
    "font-src 'self' data:",
    "media-src 'self' blob:",
    `connect-src 'self'${clerk}`,
    `frame-src 'self' blob:${challenges}`,
    ...(signIn ? ["worker-src 'self' blob:"] : []),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

const yearS = 31_536_000;

/**
 * Serves the web app on every path that nothing else has: its files, and its one page wherever a browser navigates to.
 * Register before unknown paths are refused. `signIn`: the origin of Clerk's frontend API, where there is one.
 */
export function addWebApp(app: HttpApp, site: WebSite, { signIn }: { signIn?: string } = {}): void {
  const policy = policyWith(signIn);
  // Each file is sent from the site's own folder, which may not be built yet; this one is there, as the plugin asks.
  app.register(fastifyStatic, { serve: false, root: import.meta.dirname, preCompressed: true });
  app.after(() => {
    app.addHook('onRequest', async (request, reply) => {
      if (request.is404 && isRead(request)) return answer(request, reply, site, policy);
    });
  });
}

const isRead = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD';

/** The reply where the path is the app's; undefined leaves it to the next hook, which refuses it. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  site: WebSite,
  policy: string,
): FastifyReply | undefined {
  const path = pathOf(request.url);
  if (reserved.test(path)) return undefined;
  const state = site.state();
  if (state === 'absent') return path === '/' ? reply.redirect('/docs') : undefined;
  if (path.startsWith('/assets/') || builtFile.test(path)) {
    const isThere = state === 'ready' && builtFile.test(path) && existsSync(join(site.root, path));
    return isThere ? sendFile(path, reply, site) : undefined;
  }
  if (path !== '/' && !request.headers.accept?.includes('text/html')) return undefined;
  reply.header('content-security-policy', policy).header('cache-control', 'no-cache');
  if (state !== 'ready') {
    if (state === 'building') reply.header('retry-after', 1);
    return reply.code(503).type('text/html; charset=utf-8').send(waitingPage(state));
  }
  return reply.sendFile('index.html', site.root, { cacheControl: false });
}

function sendFile(path: string, reply: FastifyReply, { root }: WebSite): FastifyReply {
  // The names of assets hold a hash of what is in them.
  const isHashed = path.startsWith('/assets/');
  reply.header('cache-control', isHashed ? `public, max-age=${yearS}, immutable` : 'no-cache');
  return reply.sendFile(path.slice(1), root, { cacheControl: false });
}
