import type { Generated } from 'kysely';
import type { NullableTimestamp, Timestamp } from './define.ts';

/** Keys of programs that act for a person. */
export interface ApiKeysTable {
  id: string;
  owner_id: string;
  /** The key itself is nowhere. */
  key_hash: string;
  name: string;
  /** The scopes, separated by spaces. */
  scopes: string;
  created_at: Timestamp;
  expires_at: NullableTimestamp;
  /** Exact to some minutes. */
  last_used_at: NullableTimestamp;
  revoked_at: NullableTimestamp;
}

/** What a person decided about their privacy; where there is no row, nothing is shared. */
export interface AccountSettingsTable {
  owner_id: string;
  share_profile: Generated<boolean>;
  /** When the profile that is shared is to be made (anew); while a process is at it, when another may. Null: never. */
  profile_due: NullableTimestamp;
  updated_at: Timestamp;
}

/** Which visitors became which accounts. What is still written under a visitor's id goes to the account. */
export interface ClaimsTable {
  visitor_id: string;
  owner_id: string;
  claimed_at: Timestamp;
}

/**
 * Holds a row only within a transaction that moves a visitor's memory, and so is empty for everybody else: the triggers
 * of the memory table ask it whether to leave the index alone.
 */
export interface ClaimsRunningTable {
  visitor_id: string;
}

/** Clerk's events that were dealt with, by the id that the sender gave them. Kept for a month. */
export interface ClerkEventsTable {
  id: string;
  received_at: Timestamp;
}

/** What Clerk said of a user beyond what `users` holds, and how new that is, by Clerk's clock. */
export interface ClerkUsersTable {
  owner_id: string;
  updated_at: Timestamp;
  banned: Generated<boolean>;
}

/** That somebody was erased, and when: tokens and events from before that must not bring them back. Kept for a month. */
export interface ErasuresTable {
  subject_hash: string;
  erased_at: Timestamp;
}
