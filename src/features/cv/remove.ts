import type { Kysely } from 'kysely';
import type { Database } from '../../store/index.ts';
import { identitiesOf } from '../account/index.ts';
import { findCv } from './cvs.ts';
import type { CvDeps } from './deps.ts';

/**
 * Deletes a CV with its analyses and rewrites, which are made of its text. Letters and applications stay; they no longer
 * point at it. False where there is no such CV.
 */
export async function removeCv(
  caller: string,
  id: string,
  { store, memory }: Pick<CvDeps, 'store' | 'memory'>,
): Promise<boolean> {
  const removed = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    if (!(await findCv(trx, identities, id))) return null;
    return { ids: await deleteRows(trx, id), names: identities.all };
  });
  if (!removed) return false;
  for (const name of removed.names)
    for (const gone of removed.ids) await memory.forgetConversation(name, gone);
  return true;
}

/** The ids of everything that went: memory may have words about each. */
async function deleteRows(db: Kysely<Database>, id: string): Promise<string[]> {
  const analyses = await db.selectFrom('cv_analyses').select('id').where('cv_id', '=', id).execute();
  const cvIds = [id, ...analyses.map((row) => row.id)];
  const rewrites = await db
    .selectFrom('cv_rewrites')
    .select('id')
    .where('cv_analysis_id', 'in', cvIds)
    .execute();
  await db.deleteFrom('cv_rewrites').where('cv_analysis_id', 'in', cvIds).execute();
  await db
    .updateTable('cover_letters')
    .set({ cv_analysis_id: null })
    .where('cv_analysis_id', 'in', cvIds)
    .execute();
  await db.updateTable('applications').set({ cv_id: null }).where('cv_id', 'in', cvIds).execute();
  await db.deleteFrom('cv_analyses').where('id', 'in', cvIds).execute();
  return [...cvIds, ...rewrites.map((row) => row.id)];
}
