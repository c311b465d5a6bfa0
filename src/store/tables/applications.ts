import {
  defineTable,
  enumeration,
  index,
  integer,
  type NullableTimestamp,
  type Optional,
  references,
  required,
  type Timestamp,
  text,
  timestamp,
  uuidKey,
  varchar,
} from './define.ts';

/** The names that the enum type `applicationstatus` holds; a state beyond them needs a column of its own. */
export const applicationsStatusValues = [
  'SUBMITTED',
  'SCREENING',
  'INTERVIEW',
  'OFFERED',
  'REJECTED',
  'WITHDRAWN',
] as const;

/** Somebody applied for a job, and what became of it. */
export interface ApplicationsTable {
  id: string;
  job_id: string;
  user_id: Optional<string>;
  applicant_email: string;
  applicant_name: string;
  applicant_phone: Optional<string>;
  cv_id: Optional<string>;
  cover_letter: Optional<string>;
  portfolio_url: Optional<string>;
  linkedin_url: Optional<string>;
  status: (typeof applicationsStatusValues)[number];
  cv_match_score: Optional<number>;
  interview_score: Optional<number>;
  interview_session_id: Optional<string>;
  interview_scheduled_at: NullableTimestamp;
  interview_completed_at: NullableTimestamp;
  recruiter_notes: Optional<string>;
  rejection_reason: Optional<string>;
  external_id: Optional<string>;
  created_at: Timestamp;
  updated_at: Timestamp;
  reviewed_at: NullableTimestamp;
}

export const applications = defineTable<ApplicationsTable>(
  'applications',
  {
    id: uuidKey(),
    job_id: required(references(varchar(36), 'job_postings')),
    user_id: references(varchar(36), 'users'),
    applicant_email: required(varchar(255)),
    applicant_name: required(varchar(255)),
    applicant_phone: varchar(50),
    cv_id: references(varchar(36), 'cv_analyses'),
    cover_letter: text(),
    portfolio_url: varchar(500),
    linkedin_url: varchar(500),
    status: required(enumeration('applicationstatus', applicationsStatusValues)),
    cv_match_score: integer(),
    interview_score: integer(),
    interview_session_id: references(varchar(36), 'interview_sessions'),
    interview_scheduled_at: timestamp(),
    interview_completed_at: timestamp(),
    recruiter_notes: text(),
    rejection_reason: text(),
    external_id: varchar(255),
    created_at: required(timestamp()),
    updated_at: required(timestamp()),
    reviewed_at: timestamp(),
  },
  [index('applications', 'user_id'), index('applications', 'job_id')],
);
