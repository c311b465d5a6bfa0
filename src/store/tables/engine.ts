import type { ColumnType, Generated } from 'kysely';
import type { NullableTimestamp, Optional, Timestamp } from './define.ts';

/*
 * What the engine needs beside the product's tables: in Postgres a schema of its own (`interviewly_engine`), in SQLite a
 * prefix (`interviewly_`). All of it can be rebuilt from the product's tables, but for sessions,
 * the timelines of applications and the addresses of calendar feeds.
 */

/** A store of vectors and bits is written through the dialect's codec and never selected whole. */
type Encoded = ColumnType<never, unknown, never>;

export interface MigrationsTable {
  name: string;
  applied_at: Timestamp;
}

/** The people whose messages are indexed, under a small number, with the totals that BM25 needs. */
export interface OwnersTable {
  key: Generated<number>;
  user_id: string;
  documents: number;
  /** The sum of the documents' lengths, in index terms. */
  total_length: number;
  /**
   * Drawn by lot when the owner is made, and raised when a message is forgotten or changed: what a process holds of
   * an earlier one is out of date. SQLite gives the numbers of what was deleted last, owners and documents, again.
   */
  generation: Generated<number>;
}

/** One indexed message under a small number, with what filters and neighbours ask for. */
export interface DocumentsTable {
  seq: Generated<number>;
  id: string;
  owner: number;
  conversation_id: Optional<string>;
  context_type: Optional<string>;
  role: string;
  created_at: Timestamp;
  /** In index terms. */
  length: number;
  /** What ranking reads off the text (`memory/rank/stored-reading.ts`); null where it was indexed before that was kept. */
  reading: Optional<string>;
}

/** The inverted index: which term is in which document of which owner, how often. */
export interface PostingsTable {
  owner: number;
  /** A hash of the stem: no word of a message can be read off the index. */
  term: number;
  seq: number;
  tf: number;
  length: number;
}

/** The embedding models that vectors were made with. */
export interface ModelsTable {
  key: Generated<number>;
  name: string;
  dimensions: number;
  /** The one model whose vectors are compared now. */
  active: boolean;
}

/** Vectors for the exact second stage, rounded to half precision on every database. */
export interface VectorsTable {
  seq: number;
  model: number;
  vector: Encoded;
}

/** The signs of a vector's components, for the first stage. */
export interface VectorBitsTable {
  owner: number;
  model: number;
  seq: number;
  bits: Encoded;
}

/** How often vectors of an owner were stored: what a process that holds their bits compares its own state with. */
export interface VectorRevisionsTable {
  owner: number;
  revision: number;
}

/** Which vectors the latest revisions brought. */
export interface VectorChangesTable {
  owner: number;
  revision: number;
  seq: number;
}

/** Messages that still need to be indexed or embedded. A row is there exactly as long as the work is not done. */
export interface EmbeddingJobsTable {
  id: string;
  attempts: Generated<number>;
  /** Not to be tried before this time; a claim moves it into the future, so a killed worker's claim lapses. */
  run_after: NullableTimestamp;
  error: Optional<string>;
  /** Failed for good: kept and shown, not tried again on its own. */
  set_aside: Generated<boolean>;
}

/** What happened to an application, in order. Nothing here is ever changed. */
export interface ApplicationEventsTable {
  id: string;
  application_id: string;
  owner_id: string;
  at: Timestamp;
  /** `person`, `coach`, `import` or `original`. */
  by: string;
  /** `created`, `stage`, `note`, `reminder`, `interview`, … */
  kind: string;
  from_stage: Optional<string>;
  to_stage: Optional<string>;
  note: Optional<string>;
}

/** Secret addresses of calendar feeds: whoever holds one reads that person's interviews and reminders. */
export interface CalendarFeedsTable {
  token_hash: string;
  owner_id: string;
  created_at: Timestamp;
}

export interface SessionsTable {
  token_hash: string;
  user_id: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  revoked_at: NullableTimestamp;
}
