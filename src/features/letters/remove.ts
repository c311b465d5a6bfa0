import { identitiesOf } from '../account/index.ts';
import type { LetterParts } from './deps.ts';
import { findLetterRow, letterKey, versionRows } from './rows.ts';

/**
 * Deletes a letter with all its versions, and what memory kept of it; applications lose the link. False where there is
 * none.
 */
export async function removeLetter(
  { store, memory }: Pick<LetterParts, 'store' | 'memory'>,
  caller: string,
  id: string,
): Promise<boolean> {
  const removed = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    const row = await findLetterRow(trx, identities, id);
    if (!row) return null;
    const key = letterKey(row);
    const ids = (await versionRows(trx, identities, key)).map((version) => version.id);
    await trx.updateTable('applications').set({ letter_id: null }).where('letter_id', 'in', ids).execute();
    await trx.deleteFrom('cover_letters').where('id', 'in', ids).execute();
    return { key, names: identities.all };
  });
  if (!removed) return false;
  for (const name of removed.names) await memory.forgetConversation(name, removed.key);
  return true;
}
