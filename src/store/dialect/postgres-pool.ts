import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { PostgresTarget } from '../../config/config.ts';
import { StartupError } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import { PoolTimeout, postgresFailure } from './postgres-errors.ts';
import { timestampToISO } from './values.ts';

/** OIDs of pg_type whose text form is read differently from pg's habit. */
const parsers: Record<number, (text: string) => unknown> = {
  20: Number, // int8: counts and sequence numbers, far below 2^53
  1114: timestampToISO, // timestamp without zone: UTC by our convention, not local time
};

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const parser = format === 'binary' ? undefined : parsers[oid];
    return parser ?? pg.types.getTypeParser(oid, format as 'text');
  },
};

function readPem(parameter: string, path: string | undefined): string | undefined {
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new StartupError(`DATABASE_URL: the file that ${parameter} names cannot be read: ${path}`, 'Correct the path.');
  }
}

/** What the URL means, said in Node's words; see TlsMode. */
function tlsOptions({ tls }: PostgresTarget): false | pg.ClientConfig['ssl'] {
  if (tls.mode === 'disable') return false;
  return {
    rejectUnauthorized: tls.mode !== 'encrypt',
    ca: readPem('sslrootcert', tls.rootCertPath),
    cert: readPem('sslcert', tls.certPath),
    key: readPem('sslkey', tls.keyPath),
    // verify-ca checks who signed the certificate, not for which host.
    ...(tls.mode === 'verify-ca' && { checkServerIdentity: () => undefined }),
  };
}

interface AuthenticationEvents {
  on(event: 'authenticationSASL', listener: (message: { mechanisms: string[] }) => void): void;
  on(event: 'authenticationOk' | 'authenticationMD5Password' | 'authenticationCleartextPassword', listener: () => void): void;
}

/**
 * pg uses SCRAM with channel binding where the server offers it, and without a word goes on without it elsewhere.
 * `channel_binding=require` means that this must fail: it is what tells a proxy in the middle from the server.
 */
class BoundClient extends pg.Client {
  #bound = false;
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const connection = (this as unknown as { connection: AuthenticationEvents }).connection;
    const refuse = () => this.emit('error', new Error('channel binding is required, and the server does not offer it'));
    connection.on('authenticationSASL', ({ mechanisms }) => {
      this.#bound = mechanisms.includes('SCRAM-SHA-256-PLUS');
      if (!this.#bound) refuse();
    });
    connection.on('authenticationMD5Password', refuse);
    connection.on('authenticationCleartextPassword', refuse);
    connection.on('authenticationOk', () => {
      if (!this.#bound) refuse();
    });
  }
}

/** A connection that sat idle for longer is tried before it is used; a younger one was used a moment ago. */
const trustedIdleMs = 1_000;
const pingTimeoutMs = 5_000;

/**
 * The pool: `size` connections are kept, `maxOverflow` more are made on demand and closed when idle. A connection is
 * tried before use, so that a server (or a proxy) that dropped idle connections is not noticed by a request.
 */
export class PrePingPool implements PostgresPool {
  readonly options: object;
  readonly #pool: pg.Pool;
  readonly #target: PostgresTarget;
  readonly #released = new WeakMap<pg.PoolClient, number>();

  constructor(target: PostgresTarget, logger: Logger) {
    this.#target = target;
    const { pool } = target;
    this.#pool = new pg.Pool({
      host: target.host,
      port: target.port,
      user: target.user,
      password: target.password,
      database: target.database,
      ssl: tlsOptions(target) as pg.PoolConfig['ssl'],
      enableChannelBinding: target.channelBinding !== 'disable',
      ...(target.channelBinding === 'require' && { Client: BoundClient }),
      application_name: target.applicationName,
      min: pool.size,
      max: pool.size + pool.maxOverflow,
      idleTimeoutMillis: pool.idleMs,
      connectionTimeoutMillis: pool.timeoutMs,
      query_timeout: target.statementTimeoutMs,
      keepAlive: true,
      types,
    } as pg.PoolConfig);
    this.options = this.#pool.options;
    // An idle connection that dies is no one's request: noted, and replaced when needed.
    this.#pool.on('error', (error) => logger.warn({ reason: postgresFailure(error)?.reason ?? 'lost' }, 'an idle connection was lost'));
  }

  get counts(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount };
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      const client = await this.#checkOut();
      if (await this.#alive(client)) return this.#guarded(client);
      client.release(true);
    }
  }

  async #checkOut(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      const { size, maxOverflow } = this.#target.pool;
      const full = this.#pool.totalCount >= size + maxOverflow;
      if (full && error instanceof Error && /timeout exceeded/i.test(error.message)) throw new PoolTimeout('pool timeout');
      throw error;
    }
  }

  async #alive(client: pg.PoolClient): Promise<boolean> {
    const released = this.#released.get(client);
    // Never used before: the handshake was its ping.
    if (!this.#target.pool.prePing || released === undefined || Date.now() - released < trustedIdleMs) return true;
    try {
      // pg takes a query's own time limit; its types do not say so.
      await client.query({ text: 'select 1', query_timeout: pingTimeoutMs } as pg.QueryConfig);
      return true;
    } catch {
      // Whatever the reason, the remedy is the same: drop it and take another.
      return false;
    }
  }

  /** The client as Kysely uses it; one that timed out or broke is not given back to the pool. */
  #guarded(client: pg.PoolClient): PostgresPoolClient {
    let broken = false;
    const onError = () => {
      broken = true;
    };
    client.on('error', onError);
    const query = async (text: unknown, parameters?: readonly unknown[]) => {
      try {
        return await (client.query as (...args: unknown[]) => Promise<unknown>)(text, parameters);
      } catch (error) {
        const code = (error as { code?: string }).code;
        // Without an SQLSTATE of the server it was the connection that failed, and its state is unknown.
        if (!code || !/^[0-9A-Z]{5}$/.test(code) || /^(57P|08)/.test(code)) broken = true;
        throw error;
      }
    };
    return {
      query,
      release: () => {
        client.removeListener('error', onError);
        this.#released.set(client, Date.now());
        client.release(broken);
      },
    } as unknown as PostgresPoolClient;
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }
}
