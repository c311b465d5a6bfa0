import type { Store } from '../../store/index.ts';
import { indexDocuments } from '../index-documents.ts';
import { indexableText } from '../indexable.ts';
import type { Job } from './jobs.ts';

/** A job with what embedding it needs. */
export interface Pending extends Job {
  seq: number;
  owner: number;
  /** Empty where there is nothing to embed. */
  text: string;
}

/** The messages of the jobs, put into the keyword index where another program wrote them. Forgotten ones are left out. */
export async function loadPending(store: Store, jobs: Job[]): Promise<Pending[]> {
  if (jobs.length === 0) return [];
  const attempts = new Map(jobs.map((job) => [job.id, job.attempts]));
  return store.transaction(async (trx) => {
    const there = await store.dialect.holdMessages(trx, [...attempts.keys()]);
    if (there.size === 0) return [];
    const rows = await trx
      .selectFrom('user_message_embeddings as m')
      .leftJoin('interviewly.documents as d', 'd.id', 'm.id')
      .select([
        'm.id',
        'm.user_id',
        'm.message_text',
        'm.message_role',
        'm.metadata_json',
        'm.conversation_id',
        'm.context_type',
      ])
      .select(['m.created_at', 'd.seq', 'd.owner'])
      .where('m.id', 'in', [...there])
      .orderBy('m.created_at')
      .orderBy('m.id')
      .execute();
    const indexed = await indexDocuments(
      trx,
      store.dialect,
      rows.filter((row) => row.seq === null).map((row) => ({ ...row, created_at: new Date(row.created_at) })),
    );
    const documents = new Map(indexed.map((document) => [document.id, document]));
    return rows.map((row) => ({
      id: row.id,
      attempts: attempts.get(row.id)!,
      seq: row.seq ?? documents.get(row.id)!.seq,
      owner: row.owner ?? documents.get(row.id)!.owner,
      text: indexableText(row.message_text, row.message_role, row.metadata_json),
    }));
  });
}

/** The numbers of those that the model has a vector of: queued for another model, or before it was stored. */
export async function alreadyEmbedded(store: Store, model: number, pending: Pending[]): Promise<Set<number>> {
  if (pending.length === 0) return new Set();
  const seqs = pending.map(({ seq }) => seq);
  const rows = await store.read((db) =>
    db
      .selectFrom('interviewly.vectors')
      .select('seq')
      .where('model', '=', model)
      .where('seq', 'in', seqs)
      .execute(),
  );
  return new Set(rows.map(({ seq }) => seq));
}

/** Without vectors there is nothing to embed, but what other programs wrote still has to be found by keyword. */
export async function indexUnindexed(store: Store, limit: number): Promise<number> {
  const jobs = await store.read((db) =>
    db
      .selectFrom('interviewly.embedding_jobs as j')
      .innerJoin('user_message_embeddings as m', 'm.id', 'j.id')
      .leftJoin('interviewly.documents as d', 'd.id', 'j.id')
      .select(['j.id', 'j.attempts'])
      .where('d.id', 'is', null)
      .limit(limit)
      .execute(),
  );
  await loadPending(store, jobs);
  return jobs.length;
}
