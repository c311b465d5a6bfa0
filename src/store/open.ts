import { Kysely, type Dialect as KyselyDialect, PostgresDialect, SqliteDialect, sql } from 'kysely';
import type { DatabaseConfig, PostgresTarget, SqliteTarget } from '../config/config.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { AppError, databaseUnavailable, StartupError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { type RetryOptions, retry } from '../kernel/retry.ts';
import type { Dialect } from './dialect/dialect.ts';
import { createPostgresDialect, postgresPlugin } from './dialect/postgres.ts';
import { PrePingPool } from './dialect/postgres-pool.ts';
import { createSqliteDialect, sqlitePlugin } from './dialect/sqlite.ts';
import { openSqliteFile, type SqliteConnection } from './dialect/sqlite-connection.ts';
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
  let connection: SqliteConnection | undefined;
  return createStore({
    dialect: createSqliteDialect(() => connection?.vectorError ?? null),
    // Opened with the first statement: what fails then is told, or tried again, as with every other.
    kysely: new SqliteDialect({
      database: async () => {
        connection = openSqliteFile(path);
        return connection;
      },
    }),
    startupWaitMs: 30_000,
    requestRetry: { forMs: 5_000, firstDelayMs: 10, maxDelayMs: 100 },
    ...options,
  });
}

function openPostgres(target: PostgresTarget, options: StoreOptions): Store {
  const pool = new PrePingPool(target, options.logger);
  return createStore({
    dialect: createPostgresDialect({ binaryParameters: true }),
    kysely: new PostgresDialect({ pool }),
    startupWaitMs: target.startupWaitMs,
    requestRetry: { forMs: 3_000 },
    allowSlowStatements(allowed) {
      pool.patient = allowed;
    },
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
  /**
   * For how long, and how often, a request is tried again after a failure that passes: a connection that broke under
   * it, or a lock that somebody else holds.
   */
  requestRetry?: Pick<RetryOptions, 'forMs' | 'firstDelayMs' | 'maxDelayMs'>;
  /** Lifts the time limit of statements while the schema is made. */
  allowSlowStatements?(allowed: boolean): void;
  closeUnused?(): Promise<void>;
}

/** A lock that is held for less long than this is nothing to write a line about. */
const worthALineMs = 100;

/** Builds a store from its parts; `openStore` for the configured ones, tests for embedded Postgres. */
export function createStore(parts: StoreParts): Store {
  const {
    dialect,
    kysely,
    startupWaitMs,
    logger,
    clock = systemClock,
    closeUnused,
    allowSlowStatements,
  } = parts;
  const { requestRetry = { forMs: 3_000 } } = parts;
  const db = new Kysely<Database>({
    dialect: kysely,
    plugins: [dialect.kind === 'sqlite' ? sqlitePlugin : postgresPlugin],
  });
  let state: StoreState = { phase: 'opening' };
  let used = false;

  const isTransient = (error: unknown) => dialect.failure(error)?.transient === true;

  function unavailable(error: unknown): unknown {
    if (error instanceof AppError || error instanceof StartupError) return error;
    // Whatever words the driver has for a request that came too late.
    if (state.phase === 'closed') return databaseUnavailable('the server is shutting down', { cause: error });
    const failure = dialect.failure(error);
    return failure ? databaseUnavailable(failure.reason, { remedy: failure.remedy, cause: error }) : error;
  }

  /** Runs work, again while its failure is one that passes; other failures of the database come out translated. */
  async function resilient<T>(work: () => Promise<T>): Promise<T> {
    used = true;
    let told = false;
    try {
      return await retry(work, {
        ...requestRetry,
        isTransient,
        isOver: (error) => dialect.failure(error)?.over === true,
        onRetry(error, attempt, delayMs) {
          if (told || delayMs < worthALineMs) return;
          told = true;
          logger.warn({ attempt, reason: dialect.failure(error)?.reason }, 'database: trying again');
        },
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

  async function prepareOnce(): Promise<void> {
    // A server that does not answer at all is found out by this one, with the usual time limit.
    await sql`select 1`.execute(db);
    allowSlowStatements?.(true);
    try {
      await prepareSchema(db, dialect, { logger, now: clock.now() });
    } finally {
      allowSlowStatements?.(false);
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
        const ready = retry(prepareOnce, {
          isTransient,
          forMs: startupWaitMs,
          firstDelayMs: 200,
          maxDelayMs: 2_000,
          signal,
          onRetry(error, attempt, delayMs) {
            const reason = dialect.failure(error)?.reason;
            state = { phase: 'opening', reason };
            logger.warn(
              { attempt, reason },
              `database: not ready, trying again in ${Math.round(delayMs)} ms`,
            );
          },
        });
        await unlessAborted(ready, signal);
        state = { phase: 'ready' };
      } catch (error) {
        const failure = dialect.failure(error);
        if (failure) {
          state = { phase: 'failed', reason: failure.reason, remedy: failure.remedy };
          throw new StartupError(
            `DATABASE_URL: ${failure.reason}`,
            failure.remedy ?? 'Start the database server, or correct DATABASE_URL.',
            {
              cause: error,
            },
          );
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

/** Work is left to itself once nobody wants it any more: a statement that waits for a lock has no other way out. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
