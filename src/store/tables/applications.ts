import {
  defineTable,
  enumeration,
  index,
  integer,
  type Json,
  jsonColumn,
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
  /** Who applied; see `ownership.ts`. */
  owner_id: Optional<string>;
  /** The stage in our words; `status` holds the nearest one that the original knows. */
  stage: Optional<string>;
  letter_id: Optional<string>;
  notes: Optional<string>;
  contacts: Json<unknown>;
  tags: Json<unknown>;
  next_step: Optional<string>;
  remind_at: NullableTimestamp;
  applied_at: NullableTimestamp;
  /** Raised with every change: iCal's SEQUENCE. */
  revision: Optional<number>;
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
    owner_id: varchar(255),
    stage: varchar(20),
    letter_id: varchar(36),
    notes: text(),
    contacts: jsonColumn(),
    tags: jsonColumn(),
    next_step: text(),
    remind_at: timestamp(),
    applied_at: timestamp(),
    revision: integer(),
    created_at: required(timestamp()),
    updated_at: required(timestamp()),
    reviewed_at: timestamp(),
  },
  [index('applications', 'user_id'), index('applications', 'job_id'), index('applications', 'owner_id')],
);
