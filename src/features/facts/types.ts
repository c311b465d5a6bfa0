import type { FactChange, FactKind } from '../../career/facts/index.ts';

/** A fact as the API and the coach know it. Times are ISO 8601 in UTC. */
export interface Fact {
  id: string;
  kind: FactKind;
  key: string;
  value: string;
  /** The words that say it. */
  text: string;
  /** Of the message it was read off; null where the person stated it themselves. */
  source_message_id: string | null;
  /** Where the words stand in that message, in UTF-16 code units. */
  evidence: { start: number; end: number } | null;
  said_at: string;
  change: FactChange;
  valid_from: string;
  /** Null while it is so. */
  valid_to: string | null;
  superseded_by: string | null;
  ended: 'change' | 'correction' | 'repeat' | 'end' | null;
  /** Ids of facts that are said to be so as well, and cannot both be. */
  contradicts: string[];
  confidence: number;
  pinned: boolean;
  engine: string;
  corrected_by_user: boolean;
  created_at: string;
  /** From when it is known to be so; null where it is only known to have been so when it was said. */
  since: string | null;
  /** The row of the message; for what is recalled beside it. */
  message_row: string | null;
}

export interface FactsStatus {
  /** What reads facts: `offline/facts-1`, or the patterns and a model. */
  engine: string;
  pending: number;
  set_aside: number;
  failures: { message_id: string; error: string; attempts: number }[];
}
