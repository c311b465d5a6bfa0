import type { ServerConfig } from '../config/config.ts';
import { StartupError } from '../kernel/errors.ts';
import type { HttpApp } from '../routing/types.ts';

/** Starts to listen; the address a person can open. */
export async function listen(
  app: HttpApp,
  { host, port }: Pick<ServerConfig, 'host' | 'port'>,
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw listenFailure(error, { host, port });
  }
  const address = app.server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return `http://${nameOf(host)}:${actualPort}`;
}

/** «Every address» is none that a browser can open. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** What the operating system's refusals mean for the one who set HOST and PORT; other errors as they are. */
function listenFailure(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const cause = { cause: error };
  switch (code) {
    case 'EADDRINUSE':
      return new StartupError(
        `PORT: another program listens on port ${port} already.`,
        'Stop it, or set PORT to another number (0 takes any free one).',
        cause,
      );
    case 'EACCES':
      return new StartupError(
        `PORT: this user may not listen on port ${port}.`,
        'Set PORT to 1024 or more, or put a reverse proxy in front.',
        cause,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError(
        `HOST: ${host} is not an address of this machine.`,
        'Set HOST to 127.0.0.1 for this machine alone, or to 0.0.0.0 for every address of it.',
        cause,
      );
    default:
      return error;
  }
}
