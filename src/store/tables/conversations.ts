import type { Generated } from 'kysely';
import type { NullableTimestamp, Optional, Timestamp } from './define.ts';

/** The names of conversations that have one of their own; the others go by their first words. */
export interface ConversationsTable {
  owner_id: string;
  conversation_id: string;
  title: string;
  /** `person`, or the model that made it. */
  title_by: string;
  /** The message that a model made it from: the title goes with it. Null where the person chose it. */
  title_from: Optional<string>;
  updated_at: Timestamp;
}

/** What a person thought of an answer: one row a rated message, under the message's row id. */
export interface RatingsTable {
  message: string;
  owner_id: string;
  conversation_id: Optional<string>;
  /** `helpful` or `not_helpful`. */
  rating: string;
  reason: Optional<string>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

/** How far a long conversation is summarised, and the work still to be done on it. */
export interface SummariesTable {
  owner_id: string;
  conversation_id: string;
  /** The last message that the points cover, by its exact time and id; null before the first. */
  through_at: NullableTimestamp;
  through_id: Optional<string>;
  attempts: Generated<number>;
  /** Not to be worked on before this time; a claim moves it into the future. Null: nothing to do. */
  run_after: NullableTimestamp;
  error: Optional<string>;
  set_aside: Generated<boolean>;
  updated_at: Timestamp;
}

/** One point of a summary. Its sources say which messages it stands on. */
export interface SummaryPointsTable {
  id: string;
  owner_id: string;
  conversation_id: string;
  position: number;
  text: string;
  /** What made it: `digest-1` (quoted sentences) or the model's name. */
  engine: string;
  created_at: Timestamp;
}

export interface SummarySourcesTable {
  point: string;
  /** The row id of a message. A point goes when any of its messages does. */
  message: string;
}

/** What was loaded of the sample person beside messages, so that it can be thrown away again. */
export interface SamplesTable {
  owner_id: string;
  /** `cv`, `job`, `application`. */
  kind: string;
  /** Null while it is being made. */
  thing_id: Optional<string>;
  created_at: Timestamp;
}
