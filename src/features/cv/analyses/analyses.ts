import { type Kysely, sql } from 'kysely';
import { invalidInput } from '../../../kernel/errors.ts';
import type { Database } from '../../../store/index.ts';
import { type Identities, ownedBy } from '../../account/index.ts';
import {
  type Analysis,
  type AnalysisRow,
  analysisColumns,
  holdsOriginal,
  type OriginalAnalysis,
  toAnalysis,
} from './stored.ts';

type Db = Kysely<Database>;

const select = (db: Db, identities: Identities) =>
  db.selectFrom('cv_analyses').select(analysisColumns).where(ownedBy(identities, 'cv_analyses'));

/** What the original found in a CV, in the CV's own row. */
async function originalOf(db: Db, identities: Identities, cvId: string): Promise<AnalysisRow | null> {
  const row = await select(db, identities)
    .where('id', '=', cvId)
    .where('cv_id', 'is', null)
    .executeTakeFirst();
  return row && holdsOriginal(row) ? row : null;
}

export async function findAnalysis(
  db: Db,
  identities: Identities,
  cvId: string,
  id: string,
): Promise<Analysis | OriginalAnalysis | null> {
  const row =
    id === cvId
      ? await originalOf(db, identities, cvId)
      : await select(db, identities).where('id', '=', id).where('cv_id', '=', cvId).executeTakeFirst();
  return row ? toAnalysis(row) : null;
}

interface Page {
  cursor?: string;
  limit: number;
}

/** Newest first. What the original found comes last: it is as old as the CV. */
export async function listAnalyses(
  db: Db,
  identities: Identities,
  cvId: string,
  { cursor, limit }: Page,
): Promise<{ analyses: (Analysis | OriginalAnalysis)[]; next_cursor: string | null }> {
  let query = select(db, identities).where('cv_id', '=', cvId);
  if (cursor !== undefined) {
    const known = await select(db, identities)
      .where('id', '=', cursor)
      .where('cv_id', '=', cvId)
      .executeTakeFirst();
    if (!known) throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
    query = query.where(
      sql<boolean>`(created_at, id) < (select created_at, id from cv_analyses where id = ${cursor})`,
    );
  }
  const ours = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const original = ours.length <= limit ? await originalOf(db, identities, cvId) : null;
  const rows = original ? [...ours, original] : ours;
  const page = rows.slice(0, limit);
  return { analyses: page.map(toAnalysis), next_cursor: rows.length > limit ? page.at(-1)!.id : null };
}

/** False where there is none. What the original found is part of the CV, and goes with it. */
export async function deleteAnalysis(
  db: Db,
  identities: Identities,
  cvId: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('cv_analyses')
    .where('id', '=', id)
    .where('cv_id', '=', cvId)
    .where(ownedBy(identities, 'cv_analyses'))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
