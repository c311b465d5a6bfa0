import {
  boolean,
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

/** The names that the enum type `jobstatus` holds; a state beyond them needs a column of its own. */
export const jobPostingsStatusValues = ['DRAFT', 'ACTIVE', 'PAUSED', 'CLOSED'] as const;

/** A job that was advertised. */
export interface JobPostingsTable {
  id: string;
  user_id: Optional<string>;
  title: string;
  company_name: string;
  location: Optional<string>;
  remote: Optional<boolean>;
  job_type: Optional<string>;
  description: string;
  requirements: Json<unknown>;
  responsibilities: Json<unknown>;
  benefits: Json<unknown>;
  salary_min: Optional<number>;
  salary_max: Optional<number>;
  salary_currency: Optional<string>;
  seniority: Optional<string>;
  department: Optional<string>;
  skills_required: Json<unknown>;
  status: (typeof jobPostingsStatusValues)[number];
  views_count: Optional<number>;
  applications_count: Optional<number>;
  external_id: Optional<string>;
  external_url: Optional<string>;
  /** Who saved it; see `ownership.ts`. */
  owner_id: Optional<string>;
  /** Where it came from: kind, address, time, what was taken from where. */
  source: Json<unknown>;
  /** Same for postings that are the same job. */
  fingerprint: Optional<string>;
  /** `YEAR`, `MONTH`, `WEEK`, `DAY`, `HOUR`: what the salary is for. */
  salary_period: Optional<string>;
  expires_at: NullableTimestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
  published_at: NullableTimestamp;
  closed_at: NullableTimestamp;
}

export const jobPostings = defineTable<JobPostingsTable>(
  'job_postings',
  {
    id: uuidKey(),
    user_id: references(varchar(36), 'users'),
    title: required(varchar(255)),
    company_name: required(varchar(255)),
    location: varchar(255),
    remote: boolean(),
    job_type: varchar(50),
    description: required(text()),
    requirements: jsonColumn(),
    responsibilities: jsonColumn(),
    benefits: jsonColumn(),
    salary_min: integer(),
    salary_max: integer(),
    salary_currency: varchar(10),
    seniority: varchar(20),
    department: varchar(100),
    skills_required: jsonColumn(),
    status: required(enumeration('jobstatus', jobPostingsStatusValues)),
    views_count: integer(),
    applications_count: integer(),
    external_id: varchar(255),
    external_url: varchar(500),
    owner_id: varchar(255),
    source: jsonColumn(),
    fingerprint: varchar(64),
    salary_period: varchar(10),
    expires_at: timestamp(),
    created_at: required(timestamp()),
    updated_at: required(timestamp()),
    published_at: timestamp(),
    closed_at: timestamp(),
  },
  [index('job_postings', 'user_id'), index('job_postings', 'owner_id')],
);
