import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Certificates, createCertificates } from './certificates.ts';
import { findPostgres, installWithoutPgvector } from './postgres-installation.ts';
import {
  createCluster,
  ownedByServer,
  POSTGRES_DATABASE,
  POSTGRES_PASSWORD,
  POSTGRES_USER,
} from './postgres-template.ts';
import {
  childrenOf,
  endServer,
  freePort,
  isRunning,
  logTail,
  serverDirectory,
  serverUser,
  startServer,
  untilReady,
} from './processes.ts';
import type { Availability } from './require.ts';

export interface PostgresOptions {
  /** `on` offers TLS, `only` refuses connections without it. Default: `off`. */
  ssl?: 'off' | 'on' | 'only';
  /** False makes the extension unavailable to this cluster; true demands it. Default: whatever is installed. */
  pgvector?: boolean;
  port?: number;
  /** False only prepares the cluster: `start()` starts it. */
  autostart?: boolean;
  /** Lines of postgresql.conf. */
  settings?: Record<string, string>;
}

export interface PostgresServer {
  /** `postgresql://user:password@127.0.0.1:port/database`, without sslmode. */
  url: string;
  port: number;
  user: string;
  password: string;
  dataDir: string;
  /** Paths of PEM files; only with TLS. */
  certs?: Certificates;
  /** `immediate` is the crash: open connections are cut and the next start recovers. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Freezes every process of the server: the kernel still accepts connections, and nobody ever answers. */
  pause(): void;
  resume(): void;
  /** Ends all client backends, whatever they are doing, and returns how many once they are gone. */
  killIdle(): Promise<number>;
  /** Returns the URL of a new, empty database. */
  createDatabase(name?: string): Promise<string>;
  /** Runs SQL as the superuser on a connection of its own, not over TCP: it works whatever TLS is set to. */
  query(sql: string, database?: string): Promise<Record<string, unknown>[]>;
  /** Stops the server and deletes everything. */
  remove(): Promise<void>;
}

/** Whether a real PostgreSQL can be started here, and whether pgvector comes with it. */
export function postgresAvailable(): Availability & { pgvector: boolean } {
  const installation = findPostgres();
  const no = (reason: string) => ({ available: false, pgvector: false, reason });
  if (installation === null) return no('no PostgreSQL server found');
  if (serverUser() === null) return no('run as root, but there is no user postgres');
  return { available: true, pgvector: installation.pgvector };
}

/**
 * Starts a private, throw-away cluster of the installed PostgreSQL on a free port of 127.0.0.1. Commits are waited for
 * (`synchronous_commit` stays on) so that a test which crashes the server is honest; only fsync, which protects from
 * a power failure, is off.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const installation = findPostgres();
  const { available, reason, pgvector } = postgresAvailable();
  if (!available || installation === null) throw new Error(reason);
  if (options.pgvector === true && !pgvector) throw new Error('pgvector is not installed');

  const directory = serverDirectory('postgres');
  ownedByServer(directory);
  const dataDir = await createCluster(installation, directory);
  const tls = options.ssl === 'on' || options.ssl === 'only';
  const certs = tls ? createCertificates(directory) : undefined;
  if (certs) ownedByServer(certs.key);
  if (certs) ownedByServer(certs.cert);
  const binary =
    options.pgvector === false && pgvector
      ? installWithoutPgvector(installation, join(directory, 'installation'))
      : join(installation.bin, 'postgres');
  configure(dataDir, directory, options, certs);

  let child: ChildProcess | undefined;
  let port = options.port ?? (await freePort());
  const urlOf = (database: string) =>
    `postgresql://${POSTGRES_USER}:${POSTGRES_PASSWORD}@127.0.0.1:${port}/${database}`;

  const signalAll = (signal: NodeJS.Signals, masterFirst: boolean) => {
    if (!isRunning(child) || child.pid === undefined) return;
    if (masterFirst) process.kill(child.pid, signal);
    for (const pid of childrenOf(child.pid)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended since it was listed.
      }
    }
    if (!masterFirst) process.kill(child.pid, signal);
  };

  const server: PostgresServer = {
    url: urlOf(POSTGRES_DATABASE),
    port,
    user: POSTGRES_USER,
    password: POSTGRES_PASSWORD,
    dataDir,
    ...(certs && { certs }),
    async start() {
      if (isRunning(child)) return;
      const started = startServer(directory, binary, ['-D', dataDir, '-p', String(port)]);
      child = started;
      await untilReady(started, directory, () => isReady(dataDir, started));
    },
    async stop(mode = 'fast') {
      if (!isRunning(child)) return;
      server.resume();
      await endServer(child, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    },
    async restart() {
      await server.stop();
      await server.start();
    },
    // The postmaster stops first and resumes last: meanwhile it must not start or miss a process.
    pause: () => signalAll('SIGSTOP', true),
    resume: () => signalAll('SIGCONT', false),
    async killIdle() {
      const rows = await server.query(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      return rows.length;
    },
    async createDatabase(name = `test_${randomBytes(6).toString('hex')}`) {
      await server.query(`create database ${pg.escapeIdentifier(name)}`);
      return urlOf(encodeURIComponent(name));
    },
    async query(sql, database = POSTGRES_DATABASE) {
      const client = new pg.Client({
        host: directory,
        port,
        user: POSTGRES_USER,
        password: POSTGRES_PASSWORD,
        database,
        ssl: false,
      });
      await client.connect();
      try {
        const result: pg.QueryResult | pg.QueryResult[] = await client.query(sql);
        return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
      } finally {
        await client.end();
      }
    },
    async remove() {
      await server.stop('immediate');
      rmSync(directory, { recursive: true, force: true });
    },
  };

  if (options.autostart === false) return server;
  for (let attempt = 1; ; attempt++) {
    try {
      await server.start();
      return server;
    } catch (error) {
      // Somebody may have taken the port since it was seen to be free.
      const taken = logTail(directory).includes('could not bind');
      if (!taken || options.port !== undefined || attempt === 3) throw error;
      port = await freePort();
      server.port = port;
      server.url = urlOf(POSTGRES_DATABASE);
    }
  }
}

function configure(dataDir: string, directory: string, options: PostgresOptions, certs?: Certificates): void {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    max_connections: '100',
    shared_buffers: '32MB',
    fsync: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    ...(certs && { ssl: 'on', ssl_cert_file: certs.cert, ssl_key_file: certs.key }),
    ...options.settings,
  };
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}\n`);
  appendFileSync(join(dataDir, 'postgresql.conf'), `\n${lines.join('')}`);
  const host = options.ssl === 'only' ? 'hostssl' : 'host';
  const access = `local all all scram-sha-256\n${host} all all 127.0.0.1/32 scram-sha-256\n`;
  writeFileSync(join(dataDir, 'pg_hba.conf'), access);
}

/** The postmaster writes its state into its lock file: that is cheaper to ask than the server, and what pg_ctl does. */
function isReady(dataDir: string, child: ChildProcess): boolean {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines[0] === String(child.pid) && lines[7]?.trim() === 'ready';
}
