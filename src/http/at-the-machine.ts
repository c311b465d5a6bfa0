import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../config/index.ts';

/** What a proxy adds; behind one, everybody seems to come from its own address. */
const proxyHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/**
 * Whether a request comes from this very machine and was meant for it: from a loopback address, for a loopback name (a
 * page whose own name was pointed here says another one), and through no proxy.
 */
export function isAtTheMachine({
  headers,
  hostname,
  socket,
}: Pick<FastifyRequest, 'headers' | 'hostname' | 'socket'>): boolean {
  if (proxyHeaders.some((name) => headers[name] !== undefined)) return false;
  const from = socket.remoteAddress?.replace(/^::ffff:/i, '') ?? '';
  return isLoopback(from) && isLoopback(hostname.replace(/^\[(.*)\]$/, '$1'));
}
