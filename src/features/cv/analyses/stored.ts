import type { Insertable, Selectable } from 'kysely';
import { failures } from '../../../career/checks/index.ts';
import type { DateISO } from '../../../kernel/clock.ts';
import { type Database, json } from '../../../store/index.ts';
import type { Cv } from '../cvs.ts';
import type { Findings } from './analyse.ts';

export interface Analysis extends Findings {
  id: string;
  cv_id: string;
  created_at: string;
}

/** What the original found, in its own fields; nothing of it is computed again. */
export interface OriginalAnalysis {
  id: string;
  cv_id: string;
  engine: null;
  rubric_version: null;
  created_at: DateISO;
  original: Pick<AnalysisRow, (typeof originalColumns)[number]>;
}

const originalColumns = [
  'status',
  'target_job_title',
  'target_seniority',
  'overall_score',
  'ats_score',
  'scores_breakdown',
  'strengths',
  'weaknesses',
  'suggestions',
  'keywords_found',
  'keywords_missing',
  'analysis_notes',
  'error_message',
] as const;

export const analysisColumns = [
  'id',
  'cv_id',
  'engine',
  'result',
  'created_at',
  'completed_at',
  ...originalColumns,
] as const;

export type AnalysisRow = Pick<Selectable<Database['cv_analyses']>, (typeof analysisColumns)[number]>;

/** Readers of the original's columns find lists of short sentences. */
const MOST_LISTED = 10;

export function toAnalysis(row: AnalysisRow): Analysis | OriginalAnalysis {
  if (row.cv_id === null) return toOriginal(row);
  return { ...(row.result as Findings), id: row.id, cv_id: row.cv_id, created_at: row.created_at };
}

function toOriginal(row: AnalysisRow): OriginalAnalysis {
  const original = Object.fromEntries(originalColumns.map((column) => [column, row[column]]));
  return {
    id: row.id,
    cv_id: row.id,
    engine: null,
    rubric_version: null,
    created_at: row.completed_at ?? row.created_at,
    original: original as OriginalAnalysis['original'],
  };
}

/** Whether a CV's own row holds what the original found in it; a CV that we read has an engine. */
export function holdsOriginal(row: AnalysisRow): boolean {
  const { engine, overall_score, ats_score, strengths, weaknesses, suggestions, analysis_notes } = row;
  const found = [overall_score, ats_score, strengths, weaknesses, suggestions, analysis_notes];
  return engine === null && found.some((value) => value !== null);
}

type Owner = Pick<Insertable<Database['cv_analyses']>, 'owner_id' | 'user_id'>;

/** The row of an analysis. `overall_score` stays empty: there is no single number that would be true. */
export function rowOf(
  id: string,
  cv: Cv,
  findings: Findings,
  owner: Owner,
  now: Date,
): Insertable<Database['cv_analyses']> {
  const { readability, writing, job_match, job } = findings;
  const failed = failures(readability, writing);
  const kept = [...readability.checks, ...writing.checks].filter(
    ({ passed, severity }) => passed && severity !== 'low',
  );
  const percent = readability.total === 0 ? null : Math.round((100 * readability.passed) / readability.total);
  return {
    id,
    ...owner,
    cv_id: cv.id,
    filename: cv.filename,
    file_type: cv.file_type,
    job_posting_id: job?.id ?? null,
    target_job_title: (findings.target_title ?? job?.title ?? null)?.slice(0, 255) ?? null,
    target_seniority: findings.target_seniority,
    status: 'COMPLETED',
    engine: findings.engine.slice(0, 100),
    rubric_version: findings.rubric_version,
    result: json(findings),
    ats_score: percent,
    scores_breakdown: json({
      readability: { passed: readability.passed, total: readability.total },
      writing: { passed: writing.passed, total: writing.total },
      ...(job_match && { required: job_match.required, preferred: job_match.preferred }),
      ats_score: 'The percentage of the readability checks that passed.',
    }),
    strengths: json(kept.map(({ message }) => message).slice(0, MOST_LISTED)),
    weaknesses: json(failed.map(({ message }) => message).slice(0, MOST_LISTED)),
    suggestions: json(failed.flatMap(({ action }) => action ?? []).slice(0, MOST_LISTED)),
    keywords_found: job_match && json([...job_match.listed, ...job_match.supported].map(({ name }) => name)),
    keywords_missing: job_match && json(job_match.missing.map(({ name }) => name)),
    created_at: now,
    updated_at: now,
    completed_at: now,
  };
}
