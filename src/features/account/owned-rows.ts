/**
 * Every table that holds rows of a person, in the order in which they can be deleted: what refers comes before what it
 * refers to. `through`: the row says whose it is by the row it hangs on.
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
  { table: 'user_message_embeddings', column: 'user_id' },
  { table: 'interviewly.application_events', column: 'owner_id' },
  { table: 'interviewly.calendar_feeds', column: 'owner_id' },
  { table: 'interviewly.sessions', column: 'user_id' },
  { table: 'users', column: 'id' },
] as const;

/** Columns by which somebody else's row may point at a person's row; they are emptied, and their rows stay. */
export const looseReferences = [
  { table: 'applications', column: 'cv_id', to: 'cv_analyses' },
  { table: 'applications', column: 'interview_session_id', to: 'interview_sessions' },
  { table: 'cover_letters', column: 'cv_analysis_id', to: 'cv_analyses' },
  { table: 'cover_letters', column: 'job_posting_id', to: 'job_postings' },
  { table: 'cv_rewrites', column: 'cv_analysis_id', to: 'cv_analyses' },
] as const;
