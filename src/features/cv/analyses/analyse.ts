import { type GroupResult, RUBRIC_VERSION } from '../../../career/checks/index.ts';
import type { JobMatch } from '../../../career/match/index.ts';
import type { Desk } from '../../../desk/index.ts';
import type { Cv } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import { type Judgements, judge, type NotJudged } from './judge/judge.ts';

/** The posting that a CV is held against; spans of the match point into `text`. */
export interface AnalysedJob {
  /** Null where it was pasted. */
  id: string | null;
  title: string | null;
  company_name: string | null;
  text: string;
}

export interface Aim {
  job: AnalysedJob | null;
  target_title: string | null;
  target_seniority: string | null;
}

/** What is found in a CV: three results that stand apart, and no single number over them. */
export interface Findings extends Aim {
  /** What made the judgements: a model, or `offline` where there are none. The rest is always made by rules. */
  engine: string;
  rubric_version: string;
  readability: GroupResult;
  writing: GroupResult & { judgements: Judgements | NotJudged };
  job_match: AnalysedMatch | null;
}

export interface AnalysedMatch extends JobMatch {
  required: JobMatch['totals']['required'];
  preferred: JobMatch['totals']['preferred'];
}

/** A CV of more characters (some 25 pages) is checked up to here: it fails for its length anyway. */
const MOST_CHARACTERS = 80_000;

export async function analyse(
  cv: Cv,
  aim: Aim,
  { chat, config, clock, desk }: Pick<CvDeps, 'chat' | 'config' | 'clock' | 'desk'>,
  signal?: AbortSignal,
): Promise<Findings> {
  const today = clock.now();
  const text = cv.text.slice(0, MOST_CHARACTERS);
  const { resume, spans, document } = cv;
  const input = { resume, text, spans, document, today };
  const { readability, writing } = await desk.run('runChecks', [input], { signal });
  const job_match = aim.job && (await matched(desk, cv, aim.job, today, signal));
  const target = {
    title: aim.target_title ?? aim.job?.title ?? undefined,
    seniority: aim.target_seniority ?? undefined,
    posting: aim.job?.text,
  };
  const judgements = await judge({ chat, config, text, target, signal });
  return {
    ...aim,
    engine: 'items' in judgements ? judgements.engine : 'offline',
    rubric_version: RUBRIC_VERSION,
    readability,
    writing: { ...writing, judgements },
    job_match,
  };
}

async function matched(
  desk: Desk,
  { resume, text, spans }: Cv,
  { title, text: posting }: AnalysedJob,
  today: Date,
  signal?: AbortSignal,
): Promise<AnalysedMatch> {
  const held = { resume, cvText: text, cvSpans: spans };
  const against = { title: title ?? undefined, text: posting };
  const match = await desk.run('matchCv', [held, against, { today }], { signal });
  return { ...match, required: match.totals.required, preferred: match.totals.preferred };
}
