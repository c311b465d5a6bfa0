import type { Store } from '../../store/index.ts';
import type { Pending } from './load.ts';
import { supersededBy } from './models.ts';
import { noteVectors } from './revisions.ts';

export interface Finished extends Pending {
  /** Null where there was nothing to embed. */
  vector: Float32Array | null;
}

/**
 * Stores vectors and removes their jobs, in one transaction: whenever a process is killed, the work is either done or
 * still queued. `recordAs` names the model in the column of record; null leaves that column alone. Tells whose the
 * stored vectors are. Throws ModelSuperseded where the model is the active one no more: the jobs stay for that which is,
 * and the vectors, which may have been paid for, are kept.
 */
export async function finish(
  store: Store,
  model: number,
  done: Finished[],
  recordAs: string | null,
): Promise<ReadonlySet<number>> {
  if (done.length === 0) return new Set();
  const ids = done.map((job) => job.id);
  const { owners, superseded } = await store.transaction(async (trx) => {
    // A change to another model waits until this ends, and then queues anew what is removed here. Both take this lock
    // before any other, so neither holds what the other needs.
    await store.dialect.holdModels(trx, 'to read');
    const superseded = await supersededBy(trx, model);
    // What was forgotten meanwhile must not come back as an orphan vector, nor be forgotten between these statements.
    const there = await store.dialect.holdMessages(trx, ids);
    // Whose they are now: a visitor may have signed in while their messages were being embedded.
    const owners = new Map(
      (
        await trx
          .selectFrom('interviewly.documents')
          .select(['seq', 'owner'])
          .where(
            'seq',
            'in',
            done.map(({ seq }) => seq),
          )
          .execute()
      ).map(({ seq, owner }) => [seq, owner]),
    );
    const stored = done.flatMap(({ id, seq, vector }) => {
      const owner = owners.get(seq);
      return vector && there.has(id) && owner !== undefined ? [{ id, seq, owner, vector }] : [];
    });
    await store.dialect.insertVectors(
      trx,
      stored.map(({ seq, owner, vector }) => ({ seq, owner, model, vector })),
    );
    if (recordAs && !superseded) {
      await store.dialect.writeEmbeddings(
        trx,
        stored.map(({ id, vector }) => ({ id, vector, model: recordAs })),
      );
    }
    if (!superseded) await trx.deleteFrom('interviewly.embedding_jobs').where('id', 'in', ids).execute();
    await noteVectors(trx, stored);
    return { owners: new Set(stored.map(({ owner }) => owner)), superseded };
  });
  if (superseded) throw superseded;
  return owners;
}
