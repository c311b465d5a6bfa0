import type { ColumnType, Generated } from 'kysely';
import type { NullableTimestamp, Optional, Timestamp } from './define.ts';

/**
 * One statement about a person, as it was made: never overwritten. What follows from all statements of one kind and key
 * (`valid_from` and after) is derived, and written anew whenever one is added or goes.
 */
export interface FactsTable {
  id: string;
  owner_id: string;
  kind: string;
  key: string;
  value: string;
  /** The words that say it. */
  text: string;
  /** The row of `user_message_embeddings`; null where the person stated it in their profile. */
  message_row: Optional<string>;
  /** The message's own id, as callers know it. */
  message_id: Optional<string>;
  /** Where the words stand in the message, in UTF-16 code units. */
  evidence_start: Optional<number>;
  evidence_end: Optional<number>;
  said_at: Timestamp;
  /** `state`, `change`, `past`, `end`, `correction`. */
  change: string;
  /** Dates that the statement itself names. */
  stated_from: NullableTimestamp;
  stated_to: NullableTimestamp;
  /** The fact that the person corrected with this one. */
  replaces: Optional<string>;
  confidence: number;
  pinned: Generated<boolean>;
  /** Which patterns or which model read it; `person` where they stated it. */
  engine: string;
  corrected_by_user: Generated<boolean>;
  created_at: Timestamp;
  valid_from: Timestamp;
  valid_to: NullableTimestamp;
  superseded_by: Optional<string>;
  /** `change`, `correction`, `repeat`, `end`; null while it is so. */
  ended: Optional<string>;
}

/** What has to be settled again: facts of this kind and key were added, went, or changed hands. Written by triggers too. */
export interface FactsUnsettledTable {
  owner_id: string;
  kind: string;
  key: string;
}

/** What a person had forgotten is not read off the same message again. Holds none of its words. */
export interface FactTombstonesTable {
  id: string;
  owner_id: string;
  message_row: string;
  kind: string;
  /** SHA-256 of the key. */
  key_hash: string;
  evidence_start: number;
  evidence_end: number;
  created_at: Timestamp;
}

/** Messages whose facts are still to be read. A row is there exactly as long as the work is not done. */
export interface FactJobsTable {
  /** The row of the message. */
  id: string;
  owner_id: string;
  attempts: Generated<number>;
  run_after: NullableTimestamp;
  error: Optional<string>;
  set_aside: Generated<boolean>;
  /** The patterns have read it; a model is still to. */
  patterns_done: Generated<boolean>;
  /** From before facts were kept: read by the patterns alone, so that no old memory is sent to a model unasked. */
  patterns_only: ColumnType<boolean, boolean | undefined, boolean>;
}
