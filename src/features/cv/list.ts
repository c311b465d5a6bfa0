import { sql } from 'kysely';
import { invalidInput } from '../../kernel/errors.ts';
import { identitiesOf } from '../account/index.ts';
import { selectCvs } from './cvs.ts';
import type { CvDeps } from './deps.ts';

/** A page of the caller's CVs, the newest first. The cursor is the id of the last one seen. */
export async function listCvs(
  caller: string,
  { cursor, limit }: { cursor?: string; limit: number },
  { store }: Pick<CvDeps, 'store'>,
) {
  const rows = await store.read(async (db) => {
    const identities = await identitiesOf(db, caller);
    let query = selectCvs(db, identities)
      .clearSelect()
      .select(['id', 'filename', 'file_type', 'parsed_data', 'engine', 'created_at', 'updated_at']);
    if (cursor !== undefined) {
      const known = await selectCvs(db, identities).where('id', '=', cursor).executeTakeFirst();
      if (!known) throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
      query = query.where(
        sql<boolean>`(created_at, id) < (select created_at, id from cv_analyses where id = ${cursor})`,
      );
    }
    return query
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
  });
  const page = rows.slice(0, limit);
  return {
    cvs: page.map(({ parsed_data, ...row }) => ({ ...row, ...headOf(parsed_data) })),
    next_cursor: rows.length > limit ? page.at(-1)!.id : null,
  };
}

/** Stored data of the original may be of any shape. */
function headOf(data: unknown): { name: string | null; label: string | null } {
  const basics = (data as { basics?: { name?: unknown; label?: unknown } | null } | null)?.basics;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return { name: text(basics?.name), label: text(basics?.label) };
}
