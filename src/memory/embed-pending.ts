import type { EmbeddingEngine } from '../ai/index.ts';
import { EmbeddingRejected, EmbeddingUnavailable } from '../ai/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/index.ts';
import { indexDocuments } from './index-documents.ts';
import { indexableText } from './indexable.ts';

/** How long a claim holds. A process that was killed loses its claim after this time, and another goes on. */
const leaseMs = 120_000;
/** Messages of one round; the engine's own limit may be lower. */
const batchSize = 64;
/** After so many claims without success a message is set aside: something about it ends the process, or the call. */
const maxAttempts = 5;
/** Vectors that deployments have from before us are of this model. */
const adoptedModel = 'openai/text-embedding-3-small';

interface Job {
  id: string;
  attempts: number;
}

interface Pending extends Job {
  seq: number;
  owner: number;
  text: string;
}

export interface EmbedPending {
  store: Store;
  embedding: EmbeddingEngine;
  activeModel(): Promise<number>;
  logger: Logger;
  clock: Clock;
}

export interface Round {
  done: number;
  /** The engine is away; the work is queued for later. */
  unavailable?: EmbeddingUnavailable;
}

/**
 * One round of the queue: claims jobs, puts messages that other programs wrote into the keyword index, embeds, stores.
 * Any number of processes may do this at once. A claim is a lease, and a job row goes in the transaction that stores its
 * vector: whenever a process is killed, the work is either done or still queued.
 */
export async function embedPending(parts: EmbedPending, signal?: AbortSignal): Promise<Round> {
  const { store, embedding, clock } = parts;
  if (!store.dialect.vectors.available) return { done: await indexUnindexed(parts) };
  const model = await parts.activeModel();
  const now = clock.now();
  const jobs = await store.transaction((trx) =>
    store.dialect.claimJobs(trx, {
      now,
      leaseUntil: new Date(now.getTime() + leaseMs),
      limit: Math.min(batchSize, embedding.maxBatch),
    }),
  );
  if (jobs.length === 0) return { done: 0 };

  const worn = jobs.filter((job) => job.attempts > maxAttempts);
  await setAside(store, worn, `not embedded in ${maxAttempts} attempts`);
  const pending = await load(
    store,
    jobs.filter((job) => job.attempts <= maxAttempts),
  );
  const adopted = await adoptVectors(parts, model, pending);
  const blank = pending.filter((job) => job.text === '');
  await finish(
    store,
    model,
    blank.map((job) => ({ ...job, vector: null })),
    embedding.name,
  );

  const open = pending.filter((job) => job.text !== '' && !adopted.has(job.id));
  // A message that failed before is tried by itself, so that one poison message holds up nobody else.
  const suspects = open.filter((job) => job.attempts > 1);
  const fresh = open.filter((job) => job.attempts <= 1);
  let done = adopted.size + blank.length + worn.length;
  for (const batch of [fresh, ...suspects.map((job) => [job])]) {
    if (batch.length === 0) continue;
    const round = await embedBatch(parts, model, batch, signal);
    done += round.done;
    if (round.unavailable) {
      const rest = open.filter((job) => !batch.includes(job));
      await putBack(parts, rest, round.unavailable);
      return { done, unavailable: round.unavailable };
    }
  }
  return { done };
}

async function embedBatch(
  parts: EmbedPending,
  model: number,
  batch: Pending[],
  signal?: AbortSignal,
): Promise<Round> {
  const { store, embedding, logger } = parts;
  try {
    const vectors = await embedding.embed(
      batch.map((job) => job.text),
      signal,
    );
    await finish(
      store,
      model,
      batch.map((job, i) => ({ ...job, vector: vectors[i]! })),
      embedding.name,
    );
    return { done: batch.length };
  } catch (error) {
    if (error instanceof EmbeddingUnavailable || signal?.aborted) {
      const away =
        error instanceof EmbeddingUnavailable
          ? error
          : new EmbeddingUnavailable('stopped', { cause: error, retryAfterMs: 0 });
      await putBack(parts, batch, away);
      return { done: 0, unavailable: away };
    }
    if (batch.length > 1) {
      // One of them is bad; each by itself tells which.
      let done = 0;
      for (const job of batch) {
        const round = await embedBatch(parts, model, [job], signal);
        done += round.done;
        if (round.unavailable) return { done, unavailable: round.unavailable };
      }
      return { done };
    }
    const job = batch[0]!;
    const reason = error instanceof Error ? error.message : String(error);
    logger.warn({ id: job.id, attempts: job.attempts, reason }, 'a message could not be embedded');
    if (error instanceof EmbeddingRejected || job.attempts >= maxAttempts)
      await setAside(store, [job], reason);
    else await postpone(parts, [job], reason, 1_000 * 2 ** job.attempts);
    // Dealt with for now, in either way: the round goes on.
    return { done: 1 };
  }
}

/** The messages of the jobs, put into the keyword index where another program wrote them. */
async function load(store: Store, jobs: Job[]): Promise<Pending[]> {
  if (jobs.length === 0) return [];
  const attempts = new Map(jobs.map((job) => [job.id, job.attempts]));
  return store.transaction(async (trx) => {
    const rows = await trx
      .selectFrom('user_message_embeddings as m')
      .leftJoin('interviewly.documents as d', 'd.id', 'm.id')
      .select([
        'm.id',
        'm.user_id',
        'm.message_text',
        'm.message_role',
        'm.conversation_id',
        'm.context_type',
      ])
      .select(['m.created_at', 'd.seq', 'd.owner'])
      .where('m.id', 'in', [...attempts.keys()])
      .orderBy('m.created_at')
      .orderBy('m.id')
      .execute();
    const foreign = rows.filter((row) => row.seq === null);
    const indexed = await indexDocuments(
      trx,
      store.dialect,
      foreign.map((row) => ({ ...row, created_at: new Date(row.created_at) })),
    );
    const documents = new Map(indexed.map((document) => [document.id, document]));
    return rows.map((row) => ({
      id: row.id,
      attempts: attempts.get(row.id)!,
      seq: row.seq ?? documents.get(row.id)!.seq,
      owner: row.owner ?? documents.get(row.id)!.owner,
      text: indexableText(row.message_text, row.message_role),
    }));
  });
}

/** Without vectors there is nothing to embed, but what other programs wrote still has to be found by keyword. */
async function indexUnindexed({ store }: EmbedPending): Promise<number> {
  const jobs = await store.read((db) =>
    db
      .selectFrom('interviewly.embedding_jobs as j')
      .innerJoin('user_message_embeddings as m', 'm.id', 'j.id')
      .leftJoin('interviewly.documents as d', 'd.id', 'j.id')
      .select(['j.id', 'j.attempts'])
      .where('d.id', 'is', null)
      .limit(batchSize)
      .execute(),
  );
  await load(store, jobs);
  return jobs.length;
}

/** Vectors that a deployment has already are used as they are, where they are of the active model. */
async function adoptVectors(
  { store, embedding }: EmbedPending,
  model: number,
  pending: Pending[],
): Promise<Set<string>> {
  if (embedding.name !== adoptedModel || pending.length === 0) return new Set();
  const rows = await store.read((db) =>
    db
      .selectFrom('user_message_embeddings')
      .select('id')
      .where(
        'id',
        'in',
        pending.map((job) => job.id),
      )
      .where('embedding', 'is not', null)
      .where((where) =>
        where.or([where('embedding_model', 'is', null), where('embedding_model', '=', adoptedModel)]),
      )
      .execute(),
  );
  const there = new Set(rows.map((row) => row.id));
  const finished: (Pending & { vector: Float32Array })[] = [];
  for (const job of pending.filter(({ id }) => there.has(id))) {
    const vector = await store.read((db) => store.dialect.readEmbedding(db, job.id));
    if (vector?.length === embedding.dimensions) finished.push({ ...job, vector: unit(vector) });
  }
  await finish(store, model, finished, null);
  return new Set(finished.map((job) => job.id));
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

/** Stores vectors and removes their jobs, in one transaction. `recordAs` null: the embedding column is left alone. */
async function finish(
  store: Store,
  model: number,
  done: (Pending & { vector: Float32Array | null })[],
  recordAs: string | null,
): Promise<void> {
  if (done.length === 0) return;
  await store.transaction(async (trx) => {
    // What was forgotten meanwhile must not come back as an orphan vector.
    const alive = await trx
      .selectFrom('interviewly.documents')
      .select('id')
      .where(
        'id',
        'in',
        done.map((job) => job.id),
      )
      .execute();
    const ids = new Set(alive.map((row) => row.id));
    const stored = done.flatMap(({ id, seq, owner, vector }) =>
      vector && ids.has(id) ? [{ id, seq, owner, vector }] : [],
    );
    await store.dialect.insertVectors(
      trx,
      stored.map(({ seq, owner, vector }) => ({ seq, owner, model, vector })),
    );
    if (recordAs) {
      await store.dialect.writeEmbeddings(
        trx,
        stored.map(({ id, vector }) => ({ id, vector, model: recordAs })),
      );
    }
    await trx
      .deleteFrom('interviewly.embedding_jobs')
      .where(
        'id',
        'in',
        done.map((job) => job.id),
      )
      .execute();
  });
}

async function setAside(store: Store, jobs: Job[], error: string): Promise<void> {
  if (jobs.length === 0) return;
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.embedding_jobs')
      .set({ set_aside: true, error })
      .where(
        'id',
        'in',
        jobs.map((job) => job.id),
      )
      .execute(),
  );
}

async function postpone(
  { store, clock }: EmbedPending,
  jobs: Job[],
  error: string,
  delayMs: number,
): Promise<void> {
  if (jobs.length === 0) return;
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.embedding_jobs')
      .set({ run_after: new Date(clock.now().getTime() + delayMs), error })
      .where(
        'id',
        'in',
        jobs.map((job) => job.id),
      )
      .execute(),
  );
}

/** The engine was away, which is no fault of the messages: the attempt does not count. */
async function putBack(parts: EmbedPending, jobs: Job[], reason: EmbeddingUnavailable): Promise<void> {
  if (jobs.length === 0) return;
  const { store, clock } = parts;
  const ids = jobs.map((job) => job.id);
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.embedding_jobs')
      .set((set) => ({
        attempts: set('attempts', '-', 1),
        run_after: new Date(clock.now().getTime() + (reason.retryAfterMs ?? 0)),
        error: reason.message,
      }))
      .where('id', 'in', ids)
      .execute(),
  );
}
