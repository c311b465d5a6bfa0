import { createServer } from 'node:net';
import type { ServerConfig } from '../config/index.ts';
import { type Check, ok, problem } from './check.ts';

/** Whether a server could listen, tried by doing so for a moment. */
export async function portCheck({ host, port }: Pick<ServerConfig, 'host' | 'port'>): Promise<Check> {
  const name = 'port';
  if (port === 0) return ok(name, `any free port of ${host}`);
  const code = await listenOnce(host, port);
  const address = `${host}:${port}`;
  switch (code) {
    case null:
      return ok(name, `${address} is free`);
    case 'EADDRINUSE':
      if (await isInterviewly(host, port)) return ok(name, `Interviewly is running at ${address}`);
      return problem(
        name,
        `${address} is used by another program`,
        'Set PORT to a free one, or end that program.',
      );
    case 'EACCES':
      return problem(name, `this user may not listen on ${address}`, 'Set PORT to one above 1023.');
    default:
      return problem(
        name,
        `cannot listen on ${address} (${code})`,
        'Set HOST to an address of this machine.',
      );
  }
}

function listenOnce(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** Who already runs it must not be told that something is wrong. */
async function isInterviewly(host: string, port: number): Promise<boolean> {
  const reachable =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${reachable}:${port}/health/`, {
      signal: AbortSignal.timeout(2_000),
    });
    const body = (await response.json()) as { service?: unknown; version?: unknown };
    return (
      typeof body.service === 'string' && body.service.endsWith(' API') && typeof body.version === 'string'
    );
  } catch {
    return false;
  }
}
