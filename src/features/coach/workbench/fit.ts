import type { SkillMatch, Tally } from '../../../career/match/index.ts';
import type { Desk } from '../../../desk/index.ts';
import { type Cv, postingText } from '../../cv/index.ts';
import type { Job } from '../../jobs/index.ts';
import { lineAround } from './quote.ts';

/** The posting that a CV is held against: a saved one, or a text that stands in the message. */
export interface FitJob {
  id: string | null;
  title: string | null;
  company_name: string | null;
  text: string;
}

export interface FitSkill {
  name: string;
  kind: SkillMatch['kind'];
  skill_kind: SkillMatch['skill_kind'];
  /** The words of the CV that show it; null where none were found or only its list of skills names it. */
  cv_quote: string | null;
  /** The words of the posting that ask for it. */
  posting_quote: string | null;
  /** The skill of the CV that implies it. */
  via: string | null;
}

export interface FitDemand {
  verdict: 'met' | 'not met' | 'not told';
  reason: string;
  posting_quote: string | null;
}

/** How a CV fits a posting, in names and quotes. */
export interface Fit {
  required: Tally;
  preferred: Tally;
  listed: FitSkill[];
  supported: FitSkill[];
  missing: FitSkill[];
  years: FitDemand[];
  degrees: FitDemand[];
  languages: FitDemand[];
  /** False where the posting asks for nothing by name, and its tasks are taken for what it requires. */
  stated: boolean;
}

/** A saved posting as a CV is held against it; null where there is no text of it. */
export function fitJobOf(job: Job): FitJob | null {
  const text = postingText(job);
  return text.trim() ? { id: job.id, title: job.title, company_name: job.company_name, text } : null;
}

export async function fitOf(desk: Desk, cv: Cv, job: FitJob, today: Date): Promise<Fit> {
  const match = await desk.run('matchCv', [
    { resume: cv.resume, cvText: cv.text, cvSpans: cv.spans },
    { title: job.title ?? undefined, text: job.text },
    { today },
  ]);
  const postingQuote = ([span]: { start: number; end: number }[]) =>
    span ? lineAround(job.text, span) : null;
  const skill = (one: SkillMatch): FitSkill => ({
    name: one.name,
    kind: one.kind,
    skill_kind: one.skill_kind,
    cv_quote: one.cv_spans[0] ? lineAround(cv.text, one.cv_spans[0]) : null,
    posting_quote: postingQuote(one.posting_spans),
    via: one.via ?? null,
  });
  const demand = (one: {
    verdict: FitDemand['verdict'];
    reason: string;
    posting_spans: { start: number; end: number }[];
  }) => ({
    verdict: one.verdict,
    reason: one.reason,
    posting_quote: postingQuote(one.posting_spans),
  });
  return {
    required: match.totals.required,
    preferred: match.totals.preferred,
    listed: match.listed.map(skill),
    supported: match.supported.map(skill),
    missing: match.missing.map(skill),
    years: match.years.map(demand),
    degrees: match.degrees.map(demand),
    languages: match.languages.map(demand),
    stated: match.basis === 'stated',
  };
}
