import type { Database } from '../../store/index.ts';

export interface OwnedRows {
  table: keyof Database;
  column?: string;
  through?: { column: string; table: 'interview_sessions' };
  onClaim?: 'keep-target' | 'drop' | 'leave';
}

/**
 * Every table that holds rows of a person, in the order in which they can be deleted: what refers comes before what it
 * refers to. `through`: the row says whose it is by the row it hangs on.
 *
 * A visitor who signs in hands these rows to their account (`claim.ts`). `onClaim` says where that is not simply the
 * new owner in the column: `keep-target`: a row that the account has already (by any unique key) wins, and the
 * visitor's is dropped; `drop`: the visitor's rows go; `leave`: others take care of it.
 */
export const ownedRows = [
  { table: 'interview_answers', through: { column: 'session_id', table: 'interview_sessions' } },
  { table: 'interview_questions', through: { column: 'session_id', table: 'interview_sessions' } },
  { table: 'applications', column: 'user_id' },
  { table: 'applications', column: 'owner_id' },
  { table: 'cover_letters', column: 'user_id' },
  { table: 'cover_letters', column: 'owner_id' },
  { table: 'cv_rewrites', column: 'user_id' },
  { table: 'cv_rewrites', column: 'owner_id' },
  { table: 'cv_analyses', column: 'user_id' },
  { table: 'cv_analyses', column: 'owner_id' },
  { table: 'interview_sessions', column: 'user_id' },
  { table: 'job_postings', column: 'user_id' },
  { table: 'job_postings', column: 'owner_id' },
  { table: 'subscriptions', column: 'user_id' },
  // Memory moves with its index, by a verb of its own.
  { table: 'user_message_embeddings', column: 'user_id', onClaim: 'leave' },
  { table: 'interviewly.application_events', column: 'owner_id' },
  { table: 'interviewly.calendar_feeds', column: 'owner_id' },
  // No key of the owner: a visitor's use and the account's add up.
  { table: 'interviewly.usage', column: 'owner_id' },
  { table: 'interviewly.ratings', column: 'owner_id' },
  // Before what says that they are to be settled again: deleting a fact says so.
  { table: 'interviewly.facts', column: 'owner_id' },
  { table: 'interviewly.fact_tombstones', column: 'owner_id' },
  { table: 'interviewly.fact_jobs', column: 'owner_id' },
  { table: 'interviewly.facts_unsettled', column: 'owner_id' },
  { table: 'interviewly.promise_marks', column: 'owner_id' },
  // Before the profile: who is just making one holds this row, and is waited for.
  { table: 'interviewly.account_settings', column: 'owner_id', onClaim: 'keep-target' },
  // Made anew from what the account then has.
  { table: 'interviewly.profiles', column: 'owner_id', onClaim: 'drop' },
  { table: 'interviewly.analytics_messages', column: 'owner_id' },
  // Keys of owner and conversation: both people may have a conversation of the same id.
  { table: 'interviewly.conversations', column: 'owner_id', onClaim: 'keep-target' },
  { table: 'interviewly.summaries', column: 'owner_id', onClaim: 'keep-target' },
  { table: 'interviewly.summary_points', column: 'owner_id' },
  { table: 'interviewly.samples', column: 'owner_id', onClaim: 'keep-target' },
  // A key that somebody made before they signed in must not open the account: on a shared machine it may be another's.
  { table: 'interviewly.api_keys', column: 'owner_id', onClaim: 'drop' },
  { table: 'interviewly.clerk_users', column: 'owner_id', onClaim: 'leave' },
  { table: 'interviewly.claims', column: 'owner_id', onClaim: 'leave' },
  { table: 'interviewly.sessions', column: 'user_id', onClaim: 'leave' },
  { table: 'users', column: 'id', onClaim: 'leave' },
] as const satisfies readonly OwnedRows[];

/** Columns by which somebody else's row may point at a person's row; they are emptied, and their rows stay. */
export const looseReferences = [
  { table: 'applications', column: 'cv_id', to: 'cv_analyses' },
  { table: 'applications', column: 'interview_session_id', to: 'interview_sessions' },
  { table: 'cover_letters', column: 'cv_analysis_id', to: 'cv_analyses' },
  { table: 'cover_letters', column: 'job_posting_id', to: 'job_postings' },
  { table: 'cv_rewrites', column: 'cv_analysis_id', to: 'cv_analyses' },
] as const;
