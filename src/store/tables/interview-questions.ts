import type { Generated } from 'kysely';
import {
  defineTable,
  index,
  integer,
  type Optional,
  references,
  required,
  serialKey,
  text,
  varchar,
} from './define.ts';

/** The questions of a mock interview, numbered from 1. */
export interface InterviewQuestionsTable {
  id: Generated<number>;
  session_id: string;
  idx: number;
  type: string;
  competency: Optional<string>;
  question_text: string;
}

export const interviewQuestions = defineTable<InterviewQuestionsTable>(
  'interview_questions',
  {
    id: serialKey(),
    session_id: required(references(varchar(36), 'interview_sessions', 'cascade')),
    idx: required(integer()),
    type: required(varchar(50)),
    competency: varchar(255),
    question_text: required(text()),
  },
  [index('interview_questions', 'session_id')],
);
