import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { PostgresServer } from './postgres.ts';
import { ownedByServer } from './postgres-template.ts';
import { endServer, freePort, serverDirectory, serverUser, startServer, untilReady } from './processes.ts';
import type { Availability } from './require.ts';

export interface PgBouncer {
  url: string;
  port: number;
  stop(): Promise<void>;
}

export interface PgBouncerOptions {
  poolMode?: 'transaction';
  /** How many protocol-level prepared statements it follows per connection; 0 switches that off. Default: 1000. */
  maxPreparedStatements?: number;
}

const FOLDERS = ['/usr/local/bin', '/usr/local/sbin', '/usr/sbin', '/usr/bin', '/opt/homebrew/bin'];

function findPgBouncer(): string | null {
  const folders = [...FOLDERS, ...(process.env.PATH ?? '').split(':')];
  return folders.map((folder) => join(folder, 'pgbouncer')).find((file) => existsSync(file)) ?? null;
}

/** Whether a PgBouncer that knows prepared statements in transaction mode (1.21) is installed. */
export function pgbouncerAvailable(): Availability {
  const binary = findPgBouncer();
  if (binary === null) return { available: false, reason: 'no PgBouncer found' };
  if (serverUser() === null)
    return { available: false, reason: 'run as root, but there is no user postgres' };
  const output = execFileSync(binary, ['--version']).toString();
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(output) ?? []).slice(1).map(Number);
  if (major > 1 || minor >= 21) return { available: true };
  return { available: false, reason: `PgBouncer 1.21 or newer is needed, not ${major}.${minor}` };
}

/**
 * Puts a PgBouncer in transaction mode before a server, set up the way hosted pooled endpoints are: two transactions
 * of one client may run on different connections, so whatever relies on a session breaks here as it would there.
 */
export async function startPgBouncer(
  server: PostgresServer,
  options: PgBouncerOptions = {},
): Promise<PgBouncer> {
  const binary = findPgBouncer();
  const { available, reason } = pgbouncerAvailable();
  if (!available || binary === null) throw new Error(reason);
  const directory = serverDirectory('pgbouncer');
  ownedByServer(directory);
  const port = await freePort();
  const write = (name: string, text: string) => {
    writeFileSync(join(directory, name), text);
    ownedByServer(join(directory, name));
    return join(directory, name);
  };
  const users = write('users.txt', `"${server.user}" "${server.password}"\n`);
  const config = write(
    'pgbouncer.ini',
    `[databases]
* = host=127.0.0.1 port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = ${options.poolMode ?? 'transaction'}
max_prepared_statements = ${options.maxPreparedStatements ?? 1000}
default_pool_size = 20
max_client_conn = 500
server_login_retry = 1
ignore_startup_parameters = extra_float_digits
`,
  );
  const child = startServer(directory, binary, [config]);
  await untilReady(child, directory, () => accepts(port));
  const url = new URL(server.url);
  url.port = String(port);
  return {
    url: url.href,
    port,
    async stop() {
      await endServer(child, 'SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function accepts(port: number): Promise<boolean> {
  return await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
