import {
  defineTable,
  enumeration,
  index,
  integer,
  type Json,
  jsonColumn,
  type NullableTimestamp,
  type Optional,
  required,
  type Timestamp,
  text,
  timestamp,
  uuidKey,
  varchar,
} from './define.ts';

/** The names that the enum type `cvanalysisstatus` holds; a state beyond them needs a column of its own. */
export const cvAnalysesStatusValues = ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED'] as const;

/** A CV as it was handed in, and what was found in it. */
export interface CvAnalysesTable {
  id: string;
  user_id: Optional<string>;
  filename: string;
  file_path: Optional<string>;
  file_size: Optional<number>;
  file_type: Optional<string>;
  target_job_title: Optional<string>;
  target_seniority: Optional<string>;
  status: (typeof cvAnalysesStatusValues)[number];
  extracted_text: Optional<string>;
  parsed_data: Json<unknown>;
  overall_score: Optional<number>;
  ats_score: Optional<number>;
  scores_breakdown: Json<unknown>;
  strengths: Json<unknown>;
  weaknesses: Json<unknown>;
  suggestions: Json<unknown>;
  keywords_found: Json<unknown>;
  keywords_missing: Json<unknown>;
  analysis_notes: Optional<string>;
  error_message: Optional<string>;
  /** The caller's own id where `user_id` cannot hold it; see `ownership.ts`. */
  owner_id: Optional<string>;
  /** The CV that this row is an analysis of; null: the row is a CV (and, if the original made it, its analysis too). */
  cv_id: Optional<string>;
  /** The posting it was held against. */
  job_posting_id: Optional<string>;
  /** Where in `extracted_text` each field of `parsed_data` stands: JSON pointer to spans. */
  source_spans: Json<unknown>;
  /** What was noticed while it was read. */
  warnings: Json<unknown>;
  /** What made the result: `offline`, `openai/gpt-4o`; null for rows of the original. */
  engine: Optional<string>;
  rubric_version: Optional<string>;
  /** The whole result of an analysis. */
  result: Json<unknown>;
  created_at: Timestamp;
  updated_at: Timestamp;
  completed_at: NullableTimestamp;
}

export const cvAnalyses = defineTable<CvAnalysesTable>(
  'cv_analyses',
  {
    id: uuidKey(),
    user_id: varchar(36),
    filename: required(varchar(255)),
    file_path: varchar(500),
    file_size: integer(),
    file_type: varchar(50),
    target_job_title: varchar(255),
    target_seniority: varchar(20),
    status: required(enumeration('cvanalysisstatus', cvAnalysesStatusValues)),
    extracted_text: text(),
    parsed_data: jsonColumn(),
    overall_score: integer(),
    ats_score: integer(),
    scores_breakdown: jsonColumn(),
    strengths: jsonColumn(),
    weaknesses: jsonColumn(),
    suggestions: jsonColumn(),
    keywords_found: jsonColumn(),
    keywords_missing: jsonColumn(),
    analysis_notes: text(),
    error_message: text(),
    owner_id: varchar(255),
    cv_id: varchar(36),
    job_posting_id: varchar(36),
    source_spans: jsonColumn(),
    warnings: jsonColumn(),
    engine: varchar(100),
    rubric_version: varchar(50),
    result: jsonColumn(),
    created_at: required(timestamp()),
    updated_at: required(timestamp()),
    completed_at: timestamp(),
  },
  [index('cv_analyses', 'user_id'), index('cv_analyses', 'owner_id'), index('cv_analyses', 'cv_id')],
);
