import { type Kysely, sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import { type Database, json } from '../../store/index.ts';
import { type Identities, ownedBy, ownerColumns } from '../account/index.ts';
import { type Evidence, highlightsOf, type LetterWarning, type Tone } from './letter.ts';
import { versionRows } from './rows.ts';

export interface NewVersion {
  /** Null for a letter of its own. */
  letterId: string | null;
  engine: string;
  tone: Tone;
  text: string;
  evidence: Evidence[];
  warnings: LetterWarning[];
  instructions: string | null;
  matching: string[];
  cv: { id: string | null; text: string };
  job: { id: string | null; title: string | null; company_name: string | null; text: string };
}

/**
 * Adds a row; nothing that is there is changed. A further version takes its number while it holds the letter's rows, so
 * that two at once get two numbers. A CV or a posting that was deleted meanwhile is not linked: their texts are kept with
 * the letter. Throws `not_found` where the letter is gone.
 */
export async function addVersion(
  trx: Kysely<Database>,
  caller: string,
  identities: Identities,
  given: NewVersion,
  now: Date,
): Promise<{ id: string; letterId: string; version: number }> {
  const { owner_id, clerkId } = ownerColumns(caller, identities);
  const id = uuidv7();
  const letterId = given.letterId ?? id;
  const version = given.letterId === null ? 1 : await nextVersion(trx, identities, given.letterId);
  await trx
    .insertInto('cover_letters')
    .values({
      id,
      owner_id,
      user_id: clerkId,
      letter_id: letterId,
      version,
      engine: given.engine.slice(0, 100),
      cv_analysis_id: await stillThere(trx, 'cv_analyses', given.cv.id),
      job_posting_id: await stillThere(trx, 'job_postings', given.job.id),
      cv_text: given.cv.text,
      // Empty where the posting does not say; the original's columns know no null.
      job_title: (given.job.title ?? '').slice(0, 255).toWellFormed(),
      company_name: (given.job.company_name ?? '').slice(0, 255).toWellFormed(),
      job_description: given.job.text,
      tone: given.tone.toUpperCase() as Uppercase<Tone>,
      additional_info: given.instructions,
      cover_letter_text: given.text,
      cover_letter_markdown: given.text,
      matching_skills: json(given.matching),
      key_highlights: json(highlightsOf(given.evidence)),
      evidence: json({ claims: given.evidence, warnings: given.warnings }),
      status: 'completed',
      created_at: now,
      completed_at: now,
    })
    .execute();
  return { id, letterId, version };
}

async function nextVersion(trx: Kysely<Database>, identities: Identities, letterId: string): Promise<number> {
  // A write that changes nothing: whoever comes second waits here, and then sees the first one's row.
  await trx
    .updateTable('cover_letters')
    .set({ status: sql<string>`status` })
    .where('id', '=', letterId)
    .where(ownedBy(identities, 'cover_letters'))
    .execute();
  const rows = await versionRows(trx, identities, letterId);
  if (rows.length === 0) throw notFound('Letter');
  return Math.max(...rows.map(({ version }) => version ?? 1)) + 1;
}

async function stillThere(
  trx: Kysely<Database>,
  table: 'cv_analyses' | 'job_postings',
  id: string | null,
): Promise<string | null> {
  if (id === null) return null;
  const row = await trx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  return row ? id : null;
}
