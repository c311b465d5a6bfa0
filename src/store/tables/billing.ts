import type { Timestamp } from './define.ts';

/** How much of one kind an owner used in one period; several rows of the same add up. */
export interface UsageTable {
  id: string;
  owner_id: string;
  period_start: Timestamp;
  /** `messages`, `analyses`, `interviews` or `voice_minutes`. */
  kind: string;
  /** Pieces; of voice, seconds. */
  amount: number;
  updated_at: Timestamp;
}

/** Events of Stripe that were handled: what comes again is known by its id. Holds nothing of a person. */
export interface StripeEventsTable {
  event_id: string;
  type: string;
  handled_at: Timestamp;
}
