import type { Generated } from 'kysely';
import {
  defineTable,
  index,
  integer,
  type Optional,
  references,
  required,
  serialKey,
  type Timestamp,
  text,
  timestamp,
  varchar,
} from './define.ts';

/** What was answered, and how it was scored (0 to 100). */
export interface InterviewAnswersTable {
  id: Generated<number>;
  session_id: string;
  question_id: number;
  user_answer_text: string;
  user_answer_audio: Optional<string>;
  score_overall: number;
  score_relevance: Optional<number>;
  score_clarity: Optional<number>;
  score_structure: Optional<number>;
  score_impact: Optional<number>;
  coach_notes: Optional<string>;
  created_at: Timestamp;
}

export const interviewAnswers = defineTable<InterviewAnswersTable>(
  'interview_answers',
  {
    id: serialKey(),
    session_id: required(references(varchar(36), 'interview_sessions', 'cascade')),
    question_id: required(references(integer(), 'interview_questions', 'cascade')),
    user_answer_text: required(text()),
    user_answer_audio: varchar(512),
    score_overall: required(integer()),
    score_relevance: integer(),
    score_clarity: integer(),
    score_structure: integer(),
    score_impact: integer(),
    coach_notes: text(),
    created_at: required(timestamp()),
  },
  [index('interview_answers', 'session_id'), index('interview_answers', 'question_id')],
);
