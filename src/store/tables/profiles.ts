import type { Json, NullableTimestamp, Timestamp } from './define.ts';

/**
 * What others may be compared with, of people who opted in: numbers and words from fixed lists, no text of theirs. The row
 * goes with the consent.
 */
export interface ProfilesTable {
  owner_id: string;
  /** The embedding engine that the vector is of. */
  engine: string;
  /** The mean of what they said of late, of unit length. */
  vector: Json<number[]>;
  /** `features/recommendations/similar/features.ts` says what is in it. */
  features: Json<unknown>;
  /** From when on others are told of it; null while there is too little of it. */
  counts_from: NullableTimestamp;
  updated_at: Timestamp;
}

/** What a person said about a promise of theirs; the promise itself is read from their messages each time. */
export interface PromiseMarksTable {
  /** Follows from the message that it was first said in. */
  promise: string;
  owner_id: string;
  /** `done`, `dismissed` or `open`. */
  state: string;
  marked_at: Timestamp;
}
