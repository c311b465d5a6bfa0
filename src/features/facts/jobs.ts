import type { Store } from '../../store/index.ts';

export interface FactJob {
  id: string;
  attempts: number;
}

/** How long a claim holds, in ms: longer than a model may be silent. A killed process loses it after that. */
const leaseMs = 180_000;
const shownFailures = 20;
type Parts = Pick<Store, 'read' | 'transaction' | 'dialect'>;

/** Takes jobs that are due; until the lease ends no other process gets them. */
export function claim(store: Parts, now: Date, limit: number): Promise<FactJob[]> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  return store.transaction((trx) =>
    store.dialect.claimJobs(trx, { now, leaseUntil, limit, queue: 'fact_jobs' }),
  );
}

export async function finish(store: Parts, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await store.transaction((trx) =>
    trx
      .deleteFrom('interviewly.fact_jobs')
      .where('id', 'in', [...ids])
      .execute(),
  );
}

/** Failed for good: kept and shown, not tried again until somebody asks for it. The error holds no words of the message. */
export async function setAside(store: Parts, id: string, error: string): Promise<void> {
  await store.transaction((trx) =>
    trx.updateTable('interviewly.fact_jobs').set({ set_aside: true, error }).where('id', '=', id).execute(),
  );
}

/** To be tried again after `until`. `isFree`: the failure was none of the message's fault, and does not count. */
export async function postpone(
  store: Parts,
  ids: readonly string[],
  error: string,
  until: Date,
  { isFree = false } = {},
): Promise<void> {
  if (ids.length === 0) return;
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.fact_jobs')
      .set((set) => ({ run_after: until, error, ...(isFree && { attempts: set('attempts', '-', 1) }) }))
      .where('id', 'in', [...ids])
      .execute(),
  );
}

/** Of one owner, or of everybody for null. */
export async function retrySetAside(store: Parts, owner: string | null): Promise<number> {
  const result = await store.transaction((trx) =>
    trx
      .updateTable('interviewly.fact_jobs')
      .set({ set_aside: false, attempts: 0, run_after: null, error: null })
      .where('set_aside', '=', true)
      .$if(owner !== null, (query) => query.where('owner_id', '=', owner!))
      .executeTakeFirst(),
  );
  return Number(result.numUpdatedRows);
}

export function jobsStatus(store: Parts, owner: string | null) {
  return store.read(async (db) => {
    const counts = await db
      .selectFrom('interviewly.fact_jobs')
      .select(['set_aside', (select) => select.fn.countAll<number>().as('count')])
      .$if(owner !== null, (query) => query.where('owner_id', '=', owner!))
      .groupBy('set_aside')
      .execute();
    const failures = await db
      .selectFrom('interviewly.fact_jobs as j')
      .innerJoin('user_message_embeddings as m', 'm.id', 'j.id')
      .select(['m.message_id', 'j.error', 'j.attempts'])
      .where('j.set_aside', '=', true)
      .$if(owner !== null, (query) => query.where('j.owner_id', '=', owner!))
      .orderBy('j.id')
      .limit(shownFailures)
      .execute();
    const count = (flag: boolean) => Number(counts.find((row) => row.set_aside === flag)?.count ?? 0);
    return {
      pending: count(false),
      set_aside: count(true),
      failures: failures.map((row) => ({ ...row, error: row.error ?? 'unknown' })),
    };
  });
}
