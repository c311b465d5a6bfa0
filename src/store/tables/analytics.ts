import type { Generated } from 'kysely';
import type { Json, NullableTimestamp, Optional, Timestamp } from './define.ts';

/** Where the operator's analytics stand: one row, with the lease by which one process works at a time. */
export interface AnalyticsStateTable {
  id: number;
  /** The run that is shown; null before the first. */
  current_run: Optional<number>;
  /** The run that is being made. */
  next_run: Optional<number>;
  holder: Optional<string>;
  /** Until then nobody else works; a process that was killed loses it after this time. */
  lease_until: NullableTimestamp;
  requested_at: NullableTimestamp;
  error: Optional<string>;
}

/** One clustering of everybody's questions, and how far the messages are assigned to it. */
export interface AnalyticsRunsTable {
  id: Generated<number>;
  engine: string;
  playbook: string;
  /** The number of the last message that was read. */
  cursor: number;
  done: number;
  total: number;
  parameters: Json<unknown>;
  /** Space and centroids, encoded; it holds no text. */
  model: string;
  /** Labels: terms that enough people use, and nothing else of what was said. */
  clusters: Json<unknown>;
  started_at: Timestamp;
  finished_at: NullableTimestamp;
}

/** A question and the clusters it belongs to. It goes with its message. */
export interface AnalyticsMessagesTable {
  seq: number;
  run: number;
  owner_id: string;
  /** Weeks since Monday, 29 December 1969. */
  week: number;
  cluster: Optional<number>;
  /** A bit for each term of the cluster's label that the question holds. */
  terms: number;
  /** The cluster among the questions that were answered badly. */
  gap: Optional<number>;
  gap_terms: number;
  /** A bit for each reason why the answer counts as bad; 0: none, or no answer yet. */
  reasons: number;
}
