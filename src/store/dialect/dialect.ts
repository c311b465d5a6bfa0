import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Database } from '../tables/database.ts';
import type { ColumnKind, TableDefinition } from '../tables/define.ts';

/** Whether vectors can be stored and compared; `reason` and `remedy` are for people. */
export type VectorSupport =
  | { available: true; extension: 'pgvector' | 'sqlite-vec' }
  | { available: false; reason: string; remedy: string };

/** What a failure of the database means. */
export interface DatabaseFailure {
  reason: string;
  remedy?: string;
  /** It may pass on its own: worth a retry, and no reason to give up at start. */
  transient: boolean;
  /** What caused it is gone already: worth another attempt however long the first one took. */
  over?: boolean;
}

export interface NearestQuery {
  owner: number;
  model: number;
  /** Unit length, of the model's dimensions. */
  query: Float32Array;
  /** How many survive the first stage (bits) into the exact second one. */
  candidates: number;
  limit: number;
  /** Where given, only these documents. */
  among?: number[];
}

/** Those of these documents, or a page in the order of their numbers. */
export type WhichVectors = { among: number[] } | { after: number; limit: number };

export interface Neighbour {
  seq: number;
  /** Cosine similarity, -1 to 1. */
  cosine: number;
}

export interface StoredVector {
  seq: number;
  owner: number;
  model: number;
  vector: Float32Array;
}

/**
 * The only place where the two databases differ. Everything that is not here is portable SQL through Kysely; names
 * of engine tables are written `interviewly.x` everywhere; in SQLite that is the table `interviewly_x`, in Postgres the
 * table `x` of the schema `interviewly_engine`.
 */
export interface Dialect {
  readonly kind: 'sqlite' | 'postgres';
  /** Known after `enableVectors`. */
  readonly vectors: VectorSupport;

  /** The DDL word for a column's type; null where the database cannot hold it (vectors without pgvector). */
  columnType(kind: ColumnKind): string | null;
  /** The DDL expression for «now» in the form this database stores times in. */
  readonly nowExpression: string;
  /** DDL of a table that is read by a prefix of its key and holds little else: clustered, or covered by its index. */
  coveringTable(name: string, columns: Record<string, string>, key: string[], payload: string[]): string;
  /** DDL types of a half-precision vector of any length and of its sign bits; null where there is no such type (yet). */
  readonly searchTypes: { vector: string; bits: string } | null;
  /** Settings of the engine's tables that only this database has; called once they are made. */
  tuneSearchTables(db: Kysely<Database>): Promise<void>;

  /** Enables vector search where the database allows it; safe to call by many processes at once. */
  enableVectors(db: Kysely<Database>): Promise<void>;
  /** Makes the engine's schema and the named enum types where they are missing. */
  createNamespaces(db: Kysely<Database>, tables: readonly TableDefinition[]): Promise<void>;
  /** The tables, columns and indexes that are there. */
  introspect(db: Kysely<Database>): Promise<ExistingSchema>;
  /** Triggers that keep queue and index true to the memory table, whoever writes to it. Returns whether they were made now. */
  createTriggers(db: Kysely<Database>): Promise<boolean>;
  /** Throws StartupError where this connection may not write. */
  assertWritable(db: Kysely<Database>): Promise<void>;
  /** Runs `work` in a transaction that no other process of this database is in (for schema changes). */
  exclusively<T>(db: Kysely<Database>, work: (trx: Kysely<Database>) => Promise<T>): Promise<T>;

  /** Many rows in few statements; rows are arrays in the order of `columns`. */
  insertRows(
    db: Kysely<Database>,
    table: string,
    columns: Record<string, BulkType>,
    rows: unknown[][],
  ): Promise<void>;
  /** Whether a column of whole numbers is among many: one parameter, where `in` would write, send and plan one for each. */
  isOneOf(column: string, numbers: readonly number[]): Expression<SqlBool>;
  /** The documents nearest to a query vector, best first, in two stages (bits, then exact). */
  nearest(db: Kysely<Database>, query: NearestQuery): Promise<Neighbour[]>;
  /** The exact cosine of the vector in a column with this one; null where the column is. */
  cosine(column: string, query: Float32Array): RawBuilder<number>;
  /** The sign bits of an owner's vectors as bytes: those named, or a page in the order of their numbers. */
  storedBits(
    db: Kysely<Database>,
    query: { owner: number; model: number } & WhichVectors,
  ): Promise<{ seq: number; bits: Uint8Array }[]>;
  insertVectors(db: Kysely<Database>, vectors: StoredVector[]): Promise<void>;
  /** Vectors of one model as they are stored (half precision): of those named, in no order, or a page of an owner's. */
  storedVectors(
    db: Kysely<Database>,
    query: { model: number } & ({ among: number[] } | ({ owner: number } & WhichVectors)),
  ): Promise<{ seq: number; vector: Float32Array }[]>;
  /** Of these messages, the ids of those that are there; they stay there until the transaction ends. */
  holdMessages(trx: Kysely<Database>, ids: string[]): Promise<Set<string>>;
  /** Until the transaction ends no other changes which embedding model is active; and, to change it, nor reads it so. */
  holdModels(trx: Kysely<Database>, how: 'to read' | 'to change'): Promise<void>;
  /** Fills `embedding` of the messages, where it is empty or ours. */
  writeEmbeddings(
    db: Kysely<Database>,
    rows: { id: string; vector: Float32Array; model: string }[],
  ): Promise<void>;
  /** Takes the vector of record out of messages whose text is another one now. */
  clearEmbeddings(db: Kysely<Database>, ids: readonly string[]): Promise<void>;
  /** The embedding of record of a message, or null. */
  readEmbedding(db: Kysely<Database>, id: string): Promise<Float32Array | null>;
  /** Takes up to `limit` jobs that are due, for `leaseMs`: until then no other process gets them. */
  claimJobs(
    db: Kysely<Database>,
    options: { now: Date; leaseUntil: Date; limit: number; queue?: 'embedding_jobs' | 'fact_jobs' },
  ): Promise<{ id: string; attempts: number }[]>;

  /**
   * Writes another owner into the rows of one; a row that a unique key forbids, because the other has such a row
   * already, is deleted. Part of a transaction.
   */
  handOver(
    trx: Kysely<Database>,
    rows: { table: string; column: string; from: string; to: string },
  ): Promise<void>;

  /** After an erasure: also takes the deleted text out of logs and caches that the database keeps as files. */
  eraseTraces(db: Kysely<Database>): Promise<void>;

  /** What an error of this database's driver means; null for an error that is not the database's. */
  failure(error: unknown): DatabaseFailure | null;
}

export type BulkType = 'integer' | 'text' | 'timestamp' | 'boolean';

export interface ExistingSchema {
  /** Column names (lower case) by table. */
  columns: Map<string, Set<string>>;
  indexes: Set<string>;
}

/** Every stored vector has this many dimensions in `embedding`; shorter ones are padded with zeros (cosine is unchanged). */
export const embeddingDimensions = 1536;
