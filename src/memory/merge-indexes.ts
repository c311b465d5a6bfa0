import type { Transaction } from 'kysely';
import { uuidv7 } from '../kernel/ids.ts';
import type { Database, Store } from '../store/index.ts';

type Trx = Transaction<Database>;

/** Both owners' rows are locked by the caller. */
export interface IndexesToMerge {
  /** The number of the visitor's index. */
  source: number;
  /** The number of the account's. */
  target: number;
  visitor: string;
  account: string;
}

/**
 * Makes the account's index of both. The smaller one is moved into the larger: a new account, the usual case, takes the
 * visitor's over by its name alone, whatever its size. The visitor keeps an empty one, so that no number is given out
 * again while another process still holds bits under it.
 */
export async function mergeIndexes(
  trx: Trx,
  dialect: Pick<Store['dialect'], 'searchTypes'>,
  { source, target, visitor, account }: IndexesToMerge,
): Promise<void> {
  const owners = await trx
    .selectFrom('interviewly.owners')
    .select(['key', 'documents', 'total_length'])
    .where('key', 'in', [source, target])
    .execute();
  const sizeOf = (key: number) => owners.find((owner) => owner.key === key)?.documents ?? 0;
  if (sizeOf(source) === 0) return;
  const [kept, emptied] = sizeOf(source) > sizeOf(target) ? [source, target] : [target, source];
  if (sizeOf(emptied) > 0) await moveInto(trx, dialect, kept, emptied);
  const total = {
    documents: sizeOf(kept) + sizeOf(emptied),
    total_length: owners.reduce((sum, owner) => sum + Number(owner.total_length), 0),
  };
  await trx.updateTable('interviewly.owners').set(total).where('key', '=', kept).execute();
  await trx
    .updateTable('interviewly.owners')
    .set({ documents: 0, total_length: 0 })
    .where('key', '=', emptied)
    .execute();
  if (kept === target) return;
  // Names are unique at every moment, so they change places by a third one.
  for (const [key, user_id] of [
    [target, `moving:${uuidv7()}`],
    [source, account],
    [target, visitor],
  ] as const) {
    await trx.updateTable('interviewly.owners').set({ user_id }).where('key', '=', key).execute();
  }
}

async function moveInto(
  trx: Trx,
  dialect: Pick<Store['dialect'], 'searchTypes'>,
  kept: number,
  emptied: number,
): Promise<void> {
  const tables = ['interviewly.documents', 'interviewly.postings'] as const;
  for (const table of tables) {
    await trx.updateTable(table).set({ owner: kept }).where('owner', '=', emptied).execute();
  }
  if (!dialect.searchTypes) return;
  await trx
    .updateTable('interviewly.vector_bits')
    .set({ owner: kept })
    .where('owner', '=', emptied)
    .execute();
  for (const table of ['interviewly.vector_changes', 'interviewly.vector_revisions'] as const) {
    await trx.deleteFrom(table).where('owner', '=', emptied).execute();
  }
  // A revision without an entry in the log of changes: whoever holds bits of this owner loads them anew.
  await trx
    .insertInto('interviewly.vector_revisions')
    .values({ owner: kept, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column('owner')
        .doUpdateSet((set) => ({ revision: set('interviewly.vector_revisions.revision', '+', 1) })),
    )
    .execute();
}
