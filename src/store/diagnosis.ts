import type { DatabaseConfig } from '../config/config.ts';
import { AppError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { diagnosePostgres, impatient } from './dialect/postgres-diagnosis.ts';
import { diagnoseSqlite } from './dialect/sqlite-diagnosis.ts';
import type { Finding } from './findings.ts';
import { openStore } from './open.ts';

export type { Finding } from './findings.ts';

/** Longer than any single step takes that still makes progress. */
const limitMs = 15_000;

/**
 * Looks at a database without creating or changing anything in it, for a person whose start fails: what cannot be
 * found out is a finding, never an exception.
 */
export async function diagnoseDatabase(
  config: DatabaseConfig,
  { logger }: { logger: Logger },
): Promise<Finding[]> {
  if (config.kind === 'sqlite') return diagnoseSqlite(config);
  const store = openStore(impatient(config), { logger });
  const timer = Promise.withResolvers<never>();
  const handle = setTimeout(() => timer.reject(new Error('it did not answer in time')), limitMs);
  const look = async () => {
    await store.ping(limitMs);
    return diagnosePostgres(store.db, config);
  };
  try {
    return await Promise.race([look(), timer.promise]);
  } catch (error) {
    const failure = store.dialect.failure(error instanceof AppError ? error.cause : error);
    const message = failure?.reason ?? (error instanceof Error ? error.message : String(error));
    const remedy = failure?.remedy ?? 'Start the database server, or correct DATABASE_URL.';
    return [{ name: 'database', status: 'problem', message, remedy }];
  } finally {
    clearTimeout(handle);
    // A connection that hangs must not hold the report back.
    await Promise.race([store.close(), new Promise((resolve) => setTimeout(resolve, 500).unref())]);
  }
}
