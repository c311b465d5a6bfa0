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

/** The names that the enum type `coverlettertone` holds; a state beyond them needs a column of its own. */
export const coverLettersToneValues = ['FORMAL', 'SMART', 'PROFESSIONAL', 'FRIENDLY'] as const;

/** A cover letter. */
export interface CoverLettersTable {
  id: string;
  user_id: Optional<string>;
  cv_analysis_id: Optional<string>;
  job_posting_id: Optional<string>;
  cv_text: string;
  job_title: string;
  company_name: string;
  job_description: Optional<string>;
  tone: (typeof coverLettersToneValues)[number];
  additional_info: Optional<string>;
  cover_letter_text: Optional<string>;
  cover_letter_markdown: Optional<string>;
  matching_skills: Json<unknown>;
  key_highlights: Json<unknown>;
  status: string;
  error_message: Optional<string>;
  /** The caller's own id; see `ownership.ts`. */
  owner_id: Optional<string>;
  /** The first version's id: what all versions of a letter share. Null in rows of the original: their own. */
  letter_id: Optional<string>;
  /** From 1. */
  version: Optional<number>;
  engine: Optional<string>;
  /** Each claim with what it stands on. */
  evidence: Json<unknown>;
  created_at: Timestamp;
  completed_at: NullableTimestamp;
}

export const coverLetters = defineTable<CoverLettersTable>(
  'cover_letters',
  {
    id: uuidKey(),
    user_id: varchar(36),
    cv_analysis_id: references(varchar(36), 'cv_analyses'),
    job_posting_id: references(varchar(36), 'job_postings'),
    cv_text: required(text()),
    job_title: required(varchar(255)),
    company_name: required(varchar(255)),
    job_description: text(),
    tone: required(enumeration('coverlettertone', coverLettersToneValues)),
    additional_info: text(),
    cover_letter_text: text(),
    cover_letter_markdown: text(),
    matching_skills: jsonColumn(),
    key_highlights: jsonColumn(),
    status: required(varchar(20)),
    error_message: text(),
    owner_id: varchar(255),
    letter_id: varchar(36),
    version: integer(),
    engine: varchar(100),
    evidence: jsonColumn(),
    created_at: required(timestamp()),
    completed_at: timestamp(),
  },
  [index('cover_letters', 'user_id'), index('cover_letters', 'owner_id')],
);
