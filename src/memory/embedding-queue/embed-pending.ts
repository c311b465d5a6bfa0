import type { EmbeddingEngine } from '../../ai/index.ts';
import { EmbeddingRejected, EmbeddingUnavailable } from '../../ai/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';
import { adoptVectors } from './adopt-vectors.ts';
import { finish } from './finish.ts';
import { claim, type Job, postpone, putBack, setAside } from './jobs.ts';
import { alreadyEmbedded, indexUnindexed, loadPending, type Pending } from './load.ts';
import { ModelSuperseded } from './models.ts';

/** Messages of one round; the engine's own limit may be lower. */
const batchSize = 64;
/** After so many claims without success a message is set aside: something about it ends the process, or the call. */
const maxAttempts = 5;

export interface EmbedPending {
  store: Store;
  embedding: EmbeddingEngine;
  /** The number of the model to work for; a round ends where that is the active one no more. */
  model(): Promise<number>;
  logger: Logger;
  clock: Clock;
  /** Called when messages of these owners have got their vectors here. */
  onEmbedded?(owners: ReadonlySet<number>, signal?: AbortSignal): Promise<void>;
}

export interface Round {
  /** Messages dealt with: embedded, set aside or put off. */
  done: number;
  /** The engine is away, or ModelSuperseded; the work is queued for later, or for the model that is active now. */
  unavailable?: EmbeddingUnavailable;
}

/**
 * One round of the queue: claims jobs, puts messages that other programs wrote into the keyword index, embeds, stores.
 * Any number of processes may do this at once.
 */
export async function embedPending(parts: EmbedPending, signal?: AbortSignal): Promise<Round> {
  const { store, embedding, clock } = parts;
  if (!store.dialect.vectors.available) return { done: await indexUnindexed(store, batchSize) };
  const model = await parts.model();
  let jobs: Job[] = [];
  try {
    jobs = await claim(store, model, { now: clock.now(), limit: Math.min(batchSize, embedding.maxBatch) });
    return jobs.length === 0 ? { done: 0 } : await embedJobs(parts, model, jobs, signal);
  } catch (error) {
    if (!(error instanceof ModelSuperseded)) throw error;
    // At once, not when the lease ends: the model that is active now waits for them.
    await release(parts, jobs, error);
    return { done: 0, unavailable: error };
  }
}

async function embedJobs(
  parts: EmbedPending,
  model: number,
  jobs: Job[],
  signal?: AbortSignal,
): Promise<Round> {
  const { store, embedding } = parts;
  const worn = jobs.filter((job) => job.attempts > maxAttempts);
  await setAside(store, model, worn, `not embedded in ${maxAttempts} attempts`);
  const pending = await loadPending(
    store,
    jobs.filter((job) => job.attempts <= maxAttempts),
  );
  const embedded = await alreadyEmbedded(store, model, pending);
  const lacking = pending.filter((job) => !embedded.has(job.seq));
  const adopted = await adoptVectors(store, embedding, model, lacking);
  const open = lacking.filter((job) => job.text !== '' && !adopted.has(job.id));
  const settled = pending.filter((job) => !open.includes(job) && !adopted.has(job.id));
  await finish(
    store,
    model,
    settled.map((job) => ({ ...job, vector: null })),
    null,
  );

  // A message that failed before is tried by itself, so that one poison message holds up nobody else.
  const suspects = open.filter((job) => job.attempts > 1);
  const fresh = open.filter((job) => job.attempts <= 1);
  const round = await embedBatches(parts, model, [fresh, ...suspects.map((job) => [job])], signal);
  return { ...round, done: round.done + adopted.size + settled.length + worn.length };
}

/** Batch after batch; where the engine turns out to be away, the rest goes back to the queue untried. */
async function embedBatches(
  parts: EmbedPending,
  model: number,
  batches: Pending[][],
  signal?: AbortSignal,
): Promise<Round> {
  let done = 0;
  for (const [i, batch] of batches.entries()) {
    if (batch.length === 0) continue;
    const round = await embedBatch(parts, model, batch, signal);
    done += round.done;
    if (round.unavailable) {
      await release(parts, batches.slice(i + 1).flat(), round.unavailable);
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
  const { store, embedding } = parts;
  let vectors: Float32Array[];
  try {
    vectors = await embedding.embed(
      batch.map((job) => job.text),
      signal,
    );
  } catch (error) {
    if (error instanceof EmbeddingUnavailable || signal?.aborted) {
      const away =
        error instanceof EmbeddingUnavailable ? error : new EmbeddingUnavailable('stopped', { cause: error });
      await release(parts, batch, away);
      return { done: 0, unavailable: away };
    }
    // One of them is bad; each by itself tells which.
    if (batch.length > 1) {
      return embedBatches(
        parts,
        model,
        batch.map((job) => [job]),
        signal,
      );
    }
    await blame(parts, model, batch[0]!, error);
    return { done: 1 };
  }
  const owners = await finish(
    store,
    model,
    batch.map((job, i) => ({ ...job, vector: vectors[i]! })),
    embedding.name,
  );
  await parts.onEmbedded?.(owners, signal);
  return { done: batch.length };
}

/** A message that failed by itself: set aside where the engine will never take it, else tried again later. */
async function blame(
  { store, logger, clock }: EmbedPending,
  model: number,
  job: Pending,
  error: unknown,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  logger.warn({ id: job.id, attempts: job.attempts, reason }, 'a message could not be embedded');
  if (error instanceof EmbeddingRejected || job.attempts >= maxAttempts)
    return setAside(store, model, [job], reason);
  return postpone(store, [job], reason, new Date(clock.now().getTime() + 1_000 * 2 ** job.attempts));
}

async function release(
  { store, clock }: EmbedPending,
  jobs: Job[],
  away: EmbeddingUnavailable,
): Promise<void> {
  await putBack(store, jobs, away.message, new Date(clock.now().getTime() + (away.retryAfterMs ?? 0)));
}
