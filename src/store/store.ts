import type { Kysely, Transaction } from 'kysely';
import type { Dialect } from './dialect/dialect.ts';
import type { Database } from './tables/database.ts';

/** A read-only view of where the store stands; answers from memory, never waits. */
export type StoreState =
  | { phase: 'opening'; reason?: string }
  | { phase: 'ready' }
  | { phase: 'failed'; reason: string; remedy?: string }
  | { phase: 'closed' };

/** The database, opened from a config; the one object by which the rest of the program reaches it. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<Database>;
  readonly dialect: Dialect;
  readonly state: StoreState;
  /**
   * Connects (waiting for a server that is not there yet), enables pgvector, creates or adopts all tables.
   * Safe to run by many processes at once. Throws StartupError for what waiting cannot mend.
   */
  prepare(signal?: AbortSignal): Promise<void>;
  /**
   * Runs `work` in one transaction, again where the connection broke under it: so `work` must be repeatable and
   * must not do anything outside the database. Failures that mean «the database is away» come out as
   * `database_unavailable`.
   */
  transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** Runs a read, again where the connection broke under it; failures are translated as in `transaction`. */
  read<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  /** One round trip within `timeoutMs`; throws `database_unavailable` with a reason that holds no secret. */
  ping(timeoutMs: number): Promise<void>;
  /** Of the product's eleven tables, those that are there, sorted. */
  productTables(timeoutMs: number): Promise<string[]>;
  close(): Promise<void>;
}
