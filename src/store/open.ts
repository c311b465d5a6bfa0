import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, type Dialect as KyselyDialect, PostgresDialect, SqliteDialect, sql } from 'kysely';
import type { DatabaseConfig, PostgresTarget, SqliteTarget } from '../config/config.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { AppError, databaseUnavailable, StartupError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { retry } from '../kernel/retry.ts';
import type { Dialect } from './dialect/dialect.ts';
import { createPostgresDialect, postgresPlugin } from './dialect/postgres.ts';
import { PrePingPool } from './dialect/postgres-pool.ts';
import { createSqliteDialect, sqlitePlugin } from './dialect/sqlite.ts';
import { SqliteConnection } from './dialect/sqlite-connection.ts';
import { prepareSchema } from './schema/prepare.ts';
import type { Store, StoreState } from './store.ts';
import { type Database, productTables } from './tables/database.ts';

export interface StoreOptions {
  logger: Logger;
  clock?: Clock;
}

/** Opens the database that a config names. Nothing is read or written before `prepare`. */
export function openStore(config: DatabaseConfig, options: StoreOptions): Store {
  return config.kind === 'sqlite' ? openSqlite(config, options) : openPostgres(config, options);
}

function openSqlite({ path }: SqliteTarget, options: StoreOptions): Store {
  let connection: SqliteConnection;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    connection = new SqliteConnection(path);
  } catch (error) {
    const dialect = createSqliteDialect(null);
    const failure = dialect.failure(error);
    const reason = failure?.reason ?? (error instanceof Error ? error.message : String(error));
    throw new StartupError(`DATABASE_URL (${path}): ${reason}`, failure?.remedy ?? 'Point it at a file in a folder you may write to.', {
      cause: error,
    });
  }
  return createStore({
    dialect: createSqliteDialect(connection.vectorError),
    kysely: new SqliteDialect({ database: connection }),
    startupWaitMs: 5_000,
    ...options,
  });
}

function openPostgres(target: PostgresTarget, options: StoreOptions): Store {
  const pool = new PrePingPool(target, options.logger);
  return createStore({
    dialect: createPostgresDialect({ binaryParameters: true }),
    kysely: new PostgresDialect({ pool }),
    startupWaitMs: target.startupWaitMs,
    // Before the first statement Kysely has no driver to close.
    closeUnused: () => pool.end(),
    ...options,
  });
}

interface StoreParts extends StoreOptions {
  dialect: Dialect;
  kysely: KyselyDialect;
  /** How long `prepare` waits for a server that is not there yet, in ms. */
  startupWaitMs: number;
  closeUnused?(): Promise<void>;
}

/** For how long a request outlives a connection that broke under it, in ms. */
const requestRetryMs = 3_000;

/** Builds a store from its parts; `openStore` for the configured ones, tests for embedded Postgres. */
export function createStore({ dialect, kysely, startupWaitMs, logger, clock = systemClock, closeUnused }: StoreParts): Store {
  const db = new Kysely<Database>({
    dialect: kysely,
    plugins: [dialect.kind === 'sqlite' ? sqlitePlugin : postgresPlugin],
  });
  let state: StoreState = { phase: 'opening' };
  let used = false;

  function unavailable(error: unknown): unknown {
    const failure = error instanceof AppError || error instanceof StartupError ? null : dialect.failure(error);
    return failure ? databaseUnavailable(failure.reason, { remedy: failure.remedy, cause: error }) : error;
  }

  /** Runs work, again while its failure is one that passes; other failures of the database come out translated. */
  async function resilient<T>(work: () => Promise<T>): Promise<T> {
    used = true;
    try {
      return await retry(work, {
        isTransient: (error) => dialect.failure(error)?.transient === true,
        forMs: requestRetryMs,
        onRetry: (error, attempt) => logger.warn({ attempt, reason: dialect.failure(error)?.reason }, 'database: trying again'),
      });
    } catch (error) {
      throw unavailable(error);
    }
  }

  async function within<T>(timeoutMs: number, work: () => Promise<T>): Promise<T> {
    used = true;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(databaseUnavailable(`no answer within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([work(), timeout]);
    } catch (error) {
      throw unavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    kind: dialect.kind,
    db,
    dialect,
    get state() {
      return state;
    },

    async prepare(signal) {
      used = true;
      try {
        await retry(() => prepareSchema(db, dialect, { logger, now: clock.now() }), {
          isTransient: (error) => dialect.failure(error)?.transient === true,
          forMs: startupWaitMs,
          firstDelayMs: 200,
          maxDelayMs: 2_000,
          signal,
          onRetry(error, attempt, delayMs) {
            const reason = dialect.failure(error)?.reason;
            state = { phase: 'opening', reason };
            logger.warn({ attempt, reason }, `database: not ready, trying again in ${Math.round(delayMs)} ms`);
          },
        });
        state = { phase: 'ready' };
      } catch (error) {
        const failure = dialect.failure(error);
        if (failure) {
          state = { phase: 'failed', reason: failure.reason, remedy: failure.remedy };
          throw new StartupError(`DATABASE_URL: ${failure.reason}`, failure.remedy ?? 'Start the database server, or correct DATABASE_URL.', {
            cause: error,
          });
        }
        state = { phase: 'failed', reason: error instanceof Error ? error.message : String(error) };
        throw error;
      }
    },

    transaction: (work) => resilient(() => db.transaction().execute(work)),
    read: (work) => resilient(() => work(db)),
    ping: (timeoutMs) => within(timeoutMs, async () => void (await sql`select 1`.execute(db))),
    productTables: (timeoutMs) =>
      within(timeoutMs, async () => {
        const { columns } = await dialect.introspect(db);
        return productTables
          .map(({ name }) => name)
          .filter((name) => columns.has(name))
          .sort();
      }),

    async close() {
      state = { phase: 'closed' };
      await db.destroy();
      if (!used) await closeUnused?.();
    },
  };
}
