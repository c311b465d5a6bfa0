import type { Transaction } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import type { QueueStatus } from '../types.ts';
import { supersededBy } from './models.ts';

/** One message that waits for its embedding. `attempts` counts claims, so a message that ends the process counts too. */
export interface Job {
  id: string;
  attempts: number;
}

/** How long a claim holds, in ms. A process that was killed loses its claim after this time, and another goes on. */
const leaseMs = 120_000;
/** Failures that a status shows. */
const shownFailures = 20;

const idsOf = (jobs: Job[]) => jobs.map((job) => job.id);

/**
 * Takes jobs that are due; until the lease ends no other process gets them. Throws ModelSuperseded where the model is the
 * active one no more.
 */
export function claim(
  store: Store,
  model: number,
  { now, limit }: { now: Date; limit: number },
): Promise<Job[]> {
  return store.transaction(async (trx) => {
    await assertActive(trx, model);
    return store.dialect.claimJobs(trx, { now, leaseUntil: new Date(now.getTime() + leaseMs), limit });
  });
}

/**
 * Failed for good: kept and shown, not tried again until somebody asks for it. What one model fails with another may
 * take, so it throws ModelSuperseded as `claim` does.
 */
export async function setAside(store: Store, model: number, jobs: Job[], error: string): Promise<void> {
  if (jobs.length === 0) return;
  await store.transaction(async (trx) => {
    await store.dialect.holdModels(trx, 'to read');
    await assertActive(trx, model);
    await trx
      .updateTable('interviewly.embedding_jobs')
      .set({ set_aside: true, error })
      .where('id', 'in', idsOf(jobs))
      .execute();
  });
}

async function assertActive(trx: Transaction<Database>, model: number): Promise<void> {
  const superseded = await supersededBy(trx, model);
  if (superseded) throw superseded;
}

/** To be tried again after `until`. */
export async function postpone(store: Store, jobs: Job[], error: string, until: Date): Promise<void> {
  if (jobs.length === 0) return;
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.embedding_jobs')
      .set({ run_after: until, error })
      .where('id', 'in', idsOf(jobs))
      .execute(),
  );
}

/**
 * As `postpone`, where the failure was none of the messages' fault: the attempt does not count. What is done or set aside
 * by now stays so.
 */
export async function putBack(store: Store, jobs: Job[], error: string, until: Date): Promise<void> {
  if (jobs.length === 0) return;
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.embedding_jobs')
      .set((set) => ({ attempts: set('attempts', '-', 1), run_after: until, error }))
      .where('id', 'in', idsOf(jobs))
      .where('set_aside', '=', false)
      .execute(),
  );
}

/** Gives jobs that were set aside another chance; returns how many. */
export async function retrySetAside(trx: Transaction<Database>): Promise<number> {
  const result = await trx
    .updateTable('interviewly.embedding_jobs')
    .set({ set_aside: false, attempts: 0, run_after: null, error: null })
    .where('set_aside', '=', true)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export function queueStatus(store: Store): Promise<QueueStatus> {
  return store.read(async (db) => {
    const counts = await db
      .selectFrom('interviewly.embedding_jobs')
      .select(['set_aside', (select) => select.fn.countAll<number>().as('count')])
      .groupBy('set_aside')
      .execute();
    const aside = await db
      .selectFrom('interviewly.embedding_jobs')
      .select(['id', 'error', 'attempts'])
      .where('set_aside', '=', true)
      .orderBy('id')
      .limit(shownFailures)
      .execute();
    const count = (flag: boolean) => Number(counts.find((row) => row.set_aside === flag)?.count ?? 0);
    return {
      pending: count(false),
      set_aside: aside.map((row) => ({ ...row, error: row.error ?? 'unknown' })),
      set_aside_count: count(true),
    };
  });
}
