import type { Transaction } from 'kysely';
import type { Database } from '../../store/index.ts';

/** How many revisions of an owner the log keeps; a process that is further behind loads the bits anew. */
const kept = 200;

/**
 * Notes which vectors were stored, for the processes that hold their owners' bits. Part of the transaction that stores
 * them, and its last step: the owners' rows stay locked until it ends, in the order of their numbers, so that revisions
 * become visible in order and no two transactions wait for each other.
 */
export async function noteVectors(
  trx: Transaction<Database>,
  stored: readonly { owner: number; seq: number }[],
): Promise<void> {
  const byOwner = Map.groupBy(stored, ({ owner }) => owner);
  for (const owner of [...byOwner.keys()].sort((a, b) => a - b)) {
    const { revision } = await trx
      .insertInto('interviewly.vector_revisions')
      .values({ owner, revision: 1 })
      .onConflict((conflict) =>
        conflict
          .column('owner')
          .doUpdateSet((set) => ({ revision: set('interviewly.vector_revisions.revision', '+', 1) })),
      )
      .returning('revision')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('interviewly.vector_changes')
      .values(byOwner.get(owner)!.map(({ seq }) => ({ owner, revision, seq })))
      .execute();
    await trx
      .deleteFrom('interviewly.vector_changes')
      .where('owner', '=', owner)
      .where('revision', '<=', revision - kept)
      .execute();
  }
}
