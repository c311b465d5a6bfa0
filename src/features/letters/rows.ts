import { type Kysely, type Selectable, sql } from 'kysely';
import { invalidInput } from '../../kernel/errors.ts';
import type { Database } from '../../store/index.ts';
import { type Identities, ownedBy } from '../account/index.ts';
import { type Evidence, type Letter, type LetterWarning, placeholdersIn, type Tone } from './letter.ts';

type Db = Kysely<Database>;
type Owner = Pick<Identities, 'all'>;
export type LetterRow = Selectable<Database['cover_letters']>;

/** What the column `evidence` holds. */
export interface StoredEvidence {
  claims: Evidence[];
  warnings: LetterWarning[];
}

export const letterKey = ({ id, letter_id }: Pick<LetterRow, 'id' | 'letter_id'>): string => letter_id ?? id;

function select(db: Db, identities: Owner) {
  return db.selectFrom('cover_letters').selectAll().where(ownedBy(identities, 'cover_letters'));
}

/** All versions of a letter, newest first. Rows of the original are the first version of a letter of their own. */
export async function versionRows(db: Db, identities: Owner, letterId: string): Promise<LetterRow[]> {
  return await select(db, identities)
    .where((where) => where.or([where('id', '=', letterId), where('letter_id', '=', letterId)]))
    .orderBy(sql`coalesce(version, 1)`, 'desc')
    .execute();
}

/** The row of a version's id; of a letter's id its newest version, or the one that is asked for. */
export async function findLetterRow(
  db: Db,
  identities: Owner,
  id: string,
  version?: number,
): Promise<LetterRow | null> {
  const row = await select(db, identities).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const key = letterKey(row);
  if (version === undefined && key !== id) return row;
  const rows = await versionRows(db, identities, key);
  if (version === undefined) return rows[0] ?? null;
  return rows.find((one) => (one.version ?? 1) === version) ?? null;
}

/**
 * A letter of the caller's by a version's id or by the letter's (its newest version, unless one is named); null where
 * there is none of theirs.
 */
export async function findLetter(
  db: Db,
  identities: Owner,
  id: string,
  version?: number,
): Promise<Letter | null> {
  const row = await findLetterRow(db, identities, id, version);
  return row && toLetter(row);
}

export interface LetterFilter {
  cv_id?: string | undefined;
  job_id?: string | undefined;
  /** The id of the last letter of the page before. */
  cursor?: string | undefined;
  /** 20 by default. */
  limit?: number | undefined;
}

/** The newest version of each letter, the latest written first. */
export async function listLetters(
  db: Db,
  identities: Owner,
  { cv_id, job_id, cursor, limit = 20 }: LetterFilter = {},
): Promise<{ letters: Letter[]; next_cursor: string | null }> {
  const names = sql.join(identities.all);
  // Whatever is newer than another version was written by us, so that owner_id (which is indexed) tells whose it is.
  let query = select(db, identities).where(
    sql<boolean>`not exists (select 1 from cover_letters as newer where newer.owner_id in (${names})
      and newer.letter_id = coalesce(cover_letters.letter_id, cover_letters.id)
      and coalesce(newer.version, 1) > coalesce(cover_letters.version, 1))`,
  );
  if (cv_id !== undefined) query = query.where('cv_analysis_id', '=', cv_id);
  if (job_id !== undefined) query = query.where('job_posting_id', '=', job_id);
  if (cursor !== undefined) {
    const known = await select(db, identities).where('id', '=', cursor).executeTakeFirst();
    if (!known) throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
    query = query.where(
      sql<boolean>`(created_at, id) < (select created_at, id from cover_letters where id = ${cursor})`,
    );
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { letters: page.map(toLetter), next_cursor: rows.length > limit ? page.at(-1)!.id : null };
}

const DRAFT_NOTE =
  'A draft: what stands in brackets is yours to write or to remove. Everything in quotation marks is taken word for word from your CV, the posting or your messages.';

export function toLetter(row: LetterRow): Letter {
  const text = row.cover_letter_text ?? row.cover_letter_markdown ?? '';
  const stored = storedEvidence(row.evidence);
  const draft = row.engine !== null && (row.engine === 'offline' || placeholdersIn(text).length > 0);
  return {
    id: row.id,
    letter_id: letterKey(row),
    version: row.version ?? 1,
    engine: row.engine,
    tone: row.tone.toLowerCase() as Tone,
    status: row.status,
    text,
    draft,
    note: draft ? DRAFT_NOTE : null,
    evidence: stored.claims,
    warnings: stored.warnings,
    job: {
      id: row.job_posting_id,
      title: row.job_title || null,
      company_name: row.company_name || null,
    },
    cv_id: row.cv_analysis_id,
    instructions: row.additional_info,
    created_at: row.created_at,
  };
}

/** The column of rows of other programs may hold anything. */
export function storedEvidence(value: unknown): StoredEvidence {
  const { claims, warnings } = (value ?? {}) as Partial<StoredEvidence>;
  return { claims: Array.isArray(claims) ? claims : [], warnings: Array.isArray(warnings) ? warnings : [] };
}
