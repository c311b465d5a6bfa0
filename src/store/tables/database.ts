import type * as accounts from './accounts.ts';
import type * as analytics from './analytics.ts';
import { type ApplicationsTable, applications } from './applications.ts';
import type { StripeEventsTable, UsageTable } from './billing.ts';
import type * as conversations from './conversations.ts';
import { type CoverLettersTable, coverLetters } from './cover-letters.ts';
import { type CvAnalysesTable, cvAnalyses } from './cv-analyses.ts';
import { type CvRewritesTable, cvRewrites } from './cv-rewrites.ts';
import type { TableDefinition } from './define.ts';
import type * as engine from './engine.ts';
import type * as facts from './facts.ts';
import { type InterviewAnswersTable, interviewAnswers } from './interview-answers.ts';
import { type InterviewQuestionsTable, interviewQuestions } from './interview-questions.ts';
import { type InterviewSessionsTable, interviewSessions } from './interview-sessions.ts';
import { type JobPostingsTable, jobPostings } from './job-postings.ts';
import type { ProfilesTable, PromiseMarksTable } from './profiles.ts';
import { type SubscriptionsTable, subscriptions } from './subscriptions.ts';
import { type UserMessageEmbeddingsTable, userMessageEmbeddings } from './user-message-embeddings.ts';
import { type UsersTable, users } from './users.ts';

/** Every table, as Kysely sees it. Those of the engine are written with their schema, in SQLite too. */
export interface Database {
  applications: ApplicationsTable;
  cover_letters: CoverLettersTable;
  cv_analyses: CvAnalysesTable;
  cv_rewrites: CvRewritesTable;
  interview_answers: InterviewAnswersTable;
  interview_questions: InterviewQuestionsTable;
  interview_sessions: InterviewSessionsTable;
  job_postings: JobPostingsTable;
  subscriptions: SubscriptionsTable;
  user_message_embeddings: UserMessageEmbeddingsTable;
  users: UsersTable;
  'interviewly.migrations': engine.MigrationsTable;
  'interviewly.owners': engine.OwnersTable;
  'interviewly.documents': engine.DocumentsTable;
  'interviewly.postings': engine.PostingsTable;
  'interviewly.models': engine.ModelsTable;
  'interviewly.vectors': engine.VectorsTable;
  'interviewly.vector_bits': engine.VectorBitsTable;
  'interviewly.vector_revisions': engine.VectorRevisionsTable;
  'interviewly.vector_changes': engine.VectorChangesTable;
  'interviewly.embedding_jobs': engine.EmbeddingJobsTable;
  'interviewly.sessions': engine.SessionsTable;
  'interviewly.application_events': engine.ApplicationEventsTable;
  'interviewly.calendar_feeds': engine.CalendarFeedsTable;
  'interviewly.facts': facts.FactsTable;
  'interviewly.facts_unsettled': facts.FactsUnsettledTable;
  'interviewly.fact_tombstones': facts.FactTombstonesTable;
  'interviewly.fact_jobs': facts.FactJobsTable;
  'interviewly.profiles': ProfilesTable;
  'interviewly.promise_marks': PromiseMarksTable;
  'interviewly.api_keys': accounts.ApiKeysTable;
  'interviewly.account_settings': accounts.AccountSettingsTable;
  'interviewly.claims': accounts.ClaimsTable;
  'interviewly.claims_running': accounts.ClaimsRunningTable;
  'interviewly.clerk_events': accounts.ClerkEventsTable;
  'interviewly.clerk_users': accounts.ClerkUsersTable;
  'interviewly.erasures': accounts.ErasuresTable;
  'interviewly.analytics_state': analytics.AnalyticsStateTable;
  'interviewly.analytics_runs': analytics.AnalyticsRunsTable;
  'interviewly.analytics_messages': analytics.AnalyticsMessagesTable;
  'interviewly.usage': UsageTable;
  'interviewly.stripe_events': StripeEventsTable;
  'interviewly.conversations': conversations.ConversationsTable;
  'interviewly.ratings': conversations.RatingsTable;
  'interviewly.summaries': conversations.SummariesTable;
  'interviewly.summary_points': conversations.SummaryPointsTable;
  'interviewly.summary_sources': conversations.SummarySourcesTable;
  'interviewly.samples': conversations.SamplesTable;
}

/** The product's eleven tables, each after those it refers to. */
export const productTables: readonly TableDefinition[] = [
  users,
  subscriptions,
  interviewSessions,
  interviewQuestions,
  interviewAnswers,
  cvAnalyses,
  cvRewrites,
  jobPostings,
  coverLetters,
  applications,
  userMessageEmbeddings,
];
