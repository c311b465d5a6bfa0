import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { PostgresTarget } from '../../config/config.ts';
import type { Logger } from '../../kernel/logger.ts';
import {
  isOutdatedPlan,
  isUnknownStatement,
  PoolTimeout,
  postgresFailure,
  serverHasNoTls,
  tlsRequired,
} from './postgres-errors.ts';
import { clientFor, cut, raisedTls, tlsOptions } from './postgres-tls.ts';
import { PreparedStatements } from './prepared-statements.ts';
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

/** A connection that sat idle for longer is tried before it is used; a younger one was used a moment ago. */
const trustedIdleMs = 1_000;
const pingTimeoutMs = 5_000;
/** Making tables and indexes of a big database, or waiting for another process that does, takes its time. */
const patientStatementMs = 15 * 60_000;
/** How long connections may take to say goodbye. */
const endGraceMs = 3_000;

/**
 * The pool: `size` connections are kept, `maxOverflow` more are made on demand and closed when idle. A connection is
 * tried before use, so that a server (or a proxy) that dropped idle connections is not noticed by a request.
 */
export class PrePingPool implements PostgresPool {
  readonly options: pg.PoolOptions;
  /** Statements may take long now, as a start makes the schema. */
  patient = false;
  readonly #pool: pg.Pool;
  readonly #target: PostgresTarget;
  readonly #logger: Logger;
  readonly #prepared = new PreparedStatements();
  readonly #open = new Set<pg.Client>();
  readonly #released = new WeakMap<pg.PoolClient, number>();
  /** Idle connections from before this time have shared the fate of one that was found dead. */
  #distrustedUntil = 0;

  constructor(target: PostgresTarget, logger: Logger) {
    this.#target = target;
    this.#logger = logger;
    const { pool } = target;
    this.#pool = new pg.Pool({
      host: target.host,
      port: target.port,
      user: target.user,
      password: target.password,
      database: target.database,
      ssl: tlsOptions(target),
      enableChannelBinding: target.channelBinding !== 'disable',
      Client: clientFor(target),
      application_name: target.applicationName,
      min: pool.size,
      max: pool.size + pool.maxOverflow,
      idleTimeoutMillis: pool.idleMs,
      connectionTimeoutMillis: pool.timeoutMs,
      keepAlive: true,
      types,
    } as pg.PoolConfig);
    this.options = this.#pool.options;
    // An idle connection that dies is no one's request: noted, and replaced when needed.
    this.#pool.on('error', (error) =>
      logger.warn({ reason: postgresFailure(error)?.reason ?? 'lost' }, 'an idle connection was lost'),
    );
    this.#pool.on('connect', (client) => {
      this.#open.add(client);
      // Between the pool's hands and ours nobody else listens, and an unheard error would end the process.
      client.on('error', () => {});
    });
    this.#pool.on('remove', (client) => this.#open.delete(client));
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      const client = await this.#checkOut();
      if (await this.#alive(client)) return this.#guarded(client);
      client.release(true);
    }
  }

  async #checkOut(): Promise<pg.PoolClient> {
    const waited = this.#pool.idleCount > 0 || this.#pool.totalCount >= this.#pool.options.max;
    try {
      return await this.#pool.connect();
    } catch (error) {
      if (waited && error instanceof Error && /timeout exceeded/i.test(error.message))
        throw new PoolTimeout('pool timeout');
      if (postgresFailure(error) === tlsRequired) return this.#checkOutWithTls(error);
      throw error;
    }
  }

  async #checkOutWithTls(refusal: unknown): Promise<pg.PoolClient> {
    const ssl = raisedTls(this.#target);
    if (!ssl) throw refusal;
    if (this.options.ssl === false) {
      this.options.ssl = ssl;
      this.#logger.info('the server demands TLS: connecting with it, as with sslmode=require');
    }
    try {
      return await this.#pool.connect();
    } catch (error) {
      if (postgresFailure(error) !== serverHasNoTls) throw error;
      // Not for want of TLS, then, whatever its words: the access rules have no entry for us.
      this.options.ssl = false;
      throw new Error('no pg_hba.conf entry for this user, database and address', { cause: refusal });
    }
  }

  async #alive(client: pg.PoolClient): Promise<boolean> {
    const released = this.#released.get(client);
    // Never used before: the handshake was its ping.
    if (!this.#target.pool.prePing || released === undefined) return true;
    if (released < this.#distrustedUntil) return false;
    if (Date.now() - released < trustedIdleMs) return true;
    try {
      // pg takes a query's own time limit; its types do not say so.
      await client.query({ text: 'select 1', query_timeout: pingTimeoutMs } as pg.QueryConfig);
      return true;
    } catch {
      // Whatever the reason, the remedy is the same: drop it and take another. The others would have to be waited for
      // one after the other, so those that are as old are not asked any more.
      this.#distrustedUntil = Date.now();
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
    const query = async (text: string, values?: unknown[]) => {
      // The server rolls back what a broken connection began. Asking for it would fail, or hang, and hide why.
      if (broken && text === 'rollback') return { command: 'ROLLBACK', rowCount: null, rows: [] };
      const limit = this.patient ? patientStatementMs : this.#target.statementTimeoutMs;
      // Without parameters there is little to plan, and as a start makes the schema plans do not last.
      const name = values?.length && !this.patient ? this.#prepared.nameOf(text) : undefined;
      try {
        return await client.query({ name, text, values, query_timeout: limit } as pg.QueryConfig);
      } catch (error) {
        if (isUnknownStatement(error) && this.#prepared.stop())
          this.#logger.info('a pooler does not keep prepared statements apart: going on without them');
        const ofServer =
          error instanceof pg.DatabaseError && !/^(57P|08)/.test(error.code ?? '') && !isOutdatedPlan(error);
        // Without an answer of the server it was the connection that failed, and its state is unknown.
        if (!ofServer) broken = true;
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

  /** Ends every connection; one whose server does not answer is cut after a while, and holds no process up. */
  async end(): Promise<void> {
    setTimeout(() => {
      for (const client of this.#open) cut(client);
    }, endGraceMs).unref();
    await this.#pool.end();
  }
}
