import type { Kysely } from 'kysely';
import type { Resume, SourceSpans } from '../../career/resume/index.ts';
import type { Desk } from '../../desk/index.ts';
import { documentFromText, documentLimits } from '../../documents/index.ts';
import { invalidInput, notFound } from '../../kernel/errors.ts';
import type { Database } from '../../store/index.ts';
import { type Identities, identitiesOf } from '../account/index.ts';
import { type Cv, findCv, latestCv, postingText } from '../cv/index.ts';
import { findJob, type Job } from '../jobs/index.ts';
import type { LetterParts } from './deps.ts';
import type { Tone } from './letter.ts';
import { findLetterRow, type LetterRow, letterKey } from './rows.ts';

export interface LetterInput {
  cv_id?: string | undefined;
  job_id?: string | undefined;
  job_text?: string | undefined;
  tone?: Tone | undefined;
  instructions?: string | undefined;
  /** Of a letter that gets a further version; what is not given is taken from its newest one. */
  letter_id?: string | undefined;
}

export interface LetterCv {
  /** Null where the CV is gone and its text was kept with the letter. */
  id: string | null;
  resume: Resume;
  text: string;
  spans: SourceSpans;
}

export interface LetterJob {
  /** Null for a posting that is not saved. */
  id: string | null;
  title: string | null;
  company_name: string | null;
  text: string;
  url: string | null;
  /** Where the person found it, in their own words. */
  found_on: string | null;
}

/** What a letter is made of. */
export interface Materials {
  cv: LetterCv;
  job: LetterJob;
  tone: Tone;
  instructions: string | null;
  /** The newest version of the letter that is gone on with. */
  previous: LetterRow | null;
}

/**
 * Finds what is asked for. Throws `not_found` for what is not the caller's, `invalid_input` with the field where there is
 * no CV, no posting, or no text in one of them.
 */
export async function gather(
  { store, postings, clock, desk }: Pick<LetterParts, 'store' | 'postings' | 'clock' | 'desk'>,
  caller: string,
  input: LetterInput,
  signal?: AbortSignal,
): Promise<Materials> {
  if (input.job_id !== undefined && input.job_text !== undefined)
    throw invalidInput([{ field: 'job_text', message: 'must not be given together with job_id' }]);
  const found = await store.read(async (db) => {
    const identities = await identitiesOf(db, caller);
    const previous = await previousOf(db, identities, input.letter_id);
    return {
      previous,
      cv: await cvOf(db, identities, input.cv_id, previous, desk),
      job: await savedJobOf(db, identities, input, previous, clock.now()),
    };
  });
  const { previous, cv } = found;
  if (cv.text.trim() === '') throw invalidInput([{ field: 'cv_id', message: 'names a CV without a text' }]);
  const job = found.job ?? (await pastedJob(input.job_text, previous, { postings }, signal));
  if (job.text.trim() === '')
    throw invalidInput([{ field: 'job_id', message: 'names a posting without a text' }]);
  return {
    cv,
    job,
    previous,
    tone: input.tone ?? (previous?.tone.toLowerCase() as Tone | undefined) ?? 'professional',
    instructions: input.instructions ?? null,
  };
}

async function previousOf(db: Kysely<Database>, identities: Identities, id: string | undefined) {
  if (id === undefined) return null;
  const row = await findLetterRow(db, identities, id);
  if (!row) throw notFound('Letter');
  // Of an older version's id, too, the letter's newest version is what is gone on with.
  return await findLetterRow(db, identities, letterKey(row));
}

async function cvOf(
  db: Kysely<Database>,
  identities: Identities,
  id: string | undefined,
  previous: LetterRow | null,
  desk: Desk,
): Promise<LetterCv> {
  if (id !== undefined) {
    const cv = await findCv(db, identities, id);
    if (!cv) throw notFound('CV');
    return cv;
  }
  if (!previous) {
    const cv = await latestCv(db, identities);
    if (!cv) throw invalidInput([{ field: 'cv_id', message: 'is needed: there is no CV yet' }]);
    return cv;
  }
  const linked: Cv | null = previous.cv_analysis_id
    ? await findCv(db, identities, previous.cv_analysis_id)
    : null;
  return linked ?? (await keptCv(previous.cv_text, desk));
}

/** A CV that was deleted since, or that only the original's row knows: its text, read again. */
async function keptCv(source: string, desk: Desk): Promise<LetterCv> {
  const { text, ...document } = documentFromText(source.slice(0, documentLimits.characters / 2));
  const { resume, spans } = await desk.run('parseCv', [{ text, ...document }]);
  return { id: null, resume, text, spans };
}

/** Null where a posting is pasted, or only its text is kept. */
async function savedJobOf(
  db: Kysely<Database>,
  identities: Identities,
  { job_id, job_text }: LetterInput,
  previous: LetterRow | null,
  now: Date,
): Promise<LetterJob | null> {
  if (job_id !== undefined) {
    const job = await findJob(db, identities, job_id, now);
    if (!job) throw notFound('Posting');
    return letterJob(job);
  }
  if (job_text !== undefined || !previous?.job_posting_id) return null;
  const job = await findJob(db, identities, previous.job_posting_id, now);
  return job && letterJob(job);
}

async function pastedJob(
  text: string | undefined,
  previous: LetterRow | null,
  { postings }: Pick<LetterParts, 'postings'>,
  signal?: AbortSignal,
): Promise<LetterJob> {
  if (text === undefined) {
    if (!previous)
      throw invalidInput([{ field: 'job_id', message: 'is needed, or job_text with the text of a posting' }]);
    const title = previous.job_title || null;
    return {
      id: null,
      title,
      company_name: previous.company_name || null,
      text: previous.job_description || title || '',
      url: null,
      found_on: null,
    };
  }
  const result = await postings.reader.read({ kind: 'text', text, given: {} }, signal);
  const draft = result.kind === 'posting' ? result.draft : null;
  return {
    id: null,
    title: draft?.title ?? null,
    company_name: draft?.company_name ?? null,
    text,
    url: null,
    found_on: null,
  };
}

function letterJob(job: Job): LetterJob {
  const { id, title, company_name, url, found_on } = job;
  return { id, title, company_name, url, found_on, text: postingText(job) || title || '' };
}
