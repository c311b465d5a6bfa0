import {
  defineTable,
  index,
  integer,
  type Json,
  jsonColumn,
  type NullableTimestamp,
  type Optional,
  required,
  type Timestamp,
  timestamp,
  uuidKey,
  varchar,
} from './define.ts';

/** One mock interview. */
export interface InterviewSessionsTable {
  id: string;
  user_id: Optional<string>;
  job_title: string;
  seniority: string;
  language: string;
  num_questions: number;
  status: string;
  overall_score: Optional<number>;
  summary_json: Json<unknown>;
  created_at: Timestamp;
  completed_at: NullableTimestamp;
}

export const interviewSessions = defineTable<InterviewSessionsTable>(
  'interview_sessions',
  {
    id: uuidKey(),
    user_id: varchar(36),
    job_title: required(varchar(255)),
    seniority: required(varchar(20)),
    language: required(varchar(10)),
    num_questions: required(integer()),
    status: required(varchar(20)),
    overall_score: integer(),
    summary_json: jsonColumn(),
    created_at: required(timestamp()),
    completed_at: timestamp(),
  },
  [index('interview_sessions', 'user_id')],
);
