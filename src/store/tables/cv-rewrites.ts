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

/** The names that the enum type `cvrewritestyle` holds; a state beyond them needs a column of its own. */
export const cvRewritesStyleValues = ['MODERN', 'MINIMAL', 'EXECUTIVE', 'ATS_OPTIMIZED'] as const;

/** A rewritten CV. */
export interface CvRewritesTable {
  id: string;
  user_id: Optional<string>;
  cv_analysis_id: Optional<string>;
  original_cv_text: string;
  target_job_title: Optional<string>;
  target_job_description: Optional<string>;
  style: (typeof cvRewritesStyleValues)[number];
  rewritten_cv_text: Optional<string>;
  rewritten_cv_markdown: Optional<string>;
  improvements_made: Json<unknown>;
  keywords_added: Json<unknown>;
  ats_score_before: Optional<number>;
  ats_score_after: Optional<number>;
  status: string;
  error_message: Optional<string>;
  /** The caller's own id; see `ownership.ts`. */
  owner_id: Optional<string>;
  job_posting_id: Optional<string>;
  /** The proposed changes, each with what became of it. */
  changes: Json<unknown>;
  engine: Optional<string>;
  created_at: Timestamp;
  completed_at: NullableTimestamp;
}

export const cvRewrites = defineTable<CvRewritesTable>(
  'cv_rewrites',
  {
    id: uuidKey(),
    user_id: varchar(36),
    cv_analysis_id: references(varchar(36), 'cv_analyses'),
    original_cv_text: required(text()),
    target_job_title: varchar(255),
    target_job_description: text(),
    style: required(enumeration('cvrewritestyle', cvRewritesStyleValues)),
    rewritten_cv_text: text(),
    rewritten_cv_markdown: text(),
    improvements_made: jsonColumn(),
    keywords_added: jsonColumn(),
    ats_score_before: integer(),
    ats_score_after: integer(),
    status: required(varchar(20)),
    error_message: text(),
    owner_id: varchar(255),
    job_posting_id: varchar(36),
    changes: jsonColumn(),
    engine: varchar(100),
    created_at: required(timestamp()),
    completed_at: timestamp(),
  },
  [index('cv_rewrites', 'user_id'), index('cv_rewrites', 'owner_id')],
);
