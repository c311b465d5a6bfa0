import { type Kysely, sql } from 'kysely';
import { uuidv7 } from '../../../kernel/ids.ts';
import { type Database, instant, type Store } from '../../../store/index.ts';
import type { NewPoint } from './points.ts';

/** A conversation to work on, held until `lease`: no other process takes it before. */
export interface Job {
  owner_id: string;
  conversation_id: string;
  through_id: string | null;
  attempts: number;
  lease: Date;
}

type Writing = Pick<Store, 'transaction'>;

/** How long a claim holds, in ms; who died over it loses it then. */
const LEASE = 120_000;

/** Has a conversation looked at, unless all of it was forgotten meanwhile. One that was set aside stays so until somebody asks for another attempt. */
export async function enqueue(
  store: Pick<Store, 'transaction' | 'dialect'>,
  owner_id: string,
  conversation_id: string,
  now: Date,
): Promise<void> {
  await store.transaction(async (trx) => {
    const last = await trx
      .selectFrom('user_message_embeddings')
      .select('id')
      .where('user_id', '=', owner_id)
      .where('conversation_id', '=', conversation_id)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!last || (await store.dialect.holdMessages(trx, [last.id])).size === 0) return;
    await trx
      .insertInto('interviewly.summaries')
      .values({ owner_id, conversation_id, run_after: now, updated_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'conversation_id'])
          .doUpdateSet({ run_after: now })
          .where('interviewly.summaries.run_after', 'is', null)
          .where('interviewly.summaries.set_aside', '=', false),
      )
      .execute();
  });
}

/** Another chance for what was set aside. False where there is nothing to try again. */
export async function retrySummary(store: Writing, owner: string, id: string, now: Date): Promise<boolean> {
  return store.transaction(async (trx) => {
    const result = await trx
      .updateTable('interviewly.summaries')
      .set({ set_aside: false, attempts: 0, error: null, run_after: now, updated_at: now })
      .where('owner_id', '=', owner)
      .where('conversation_id', '=', id)
      .where('set_aside', '=', true)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  });
}

/** Takes a job that is due; null where there is none. */
export async function claim(store: Writing, now: Date): Promise<Job | null> {
  const lease = new Date(now.getTime() + LEASE);
  return store.transaction(async (trx) => {
    const due = await trx
      .selectFrom('interviewly.summaries')
      .select(['owner_id', 'conversation_id', 'through_id', 'attempts'])
      .where('set_aside', '=', false)
      .where('run_after', '<=', instant(now))
      .orderBy('run_after')
      .limit(5)
      .execute();
    for (const job of due) {
      const taken = await trx
        .updateTable('interviewly.summaries')
        .set({ run_after: lease, attempts: job.attempts + 1 })
        .where('owner_id', '=', job.owner_id)
        .where('conversation_id', '=', job.conversation_id)
        .where('set_aside', '=', false)
        .where('run_after', '<=', instant(now))
        .executeTakeFirst();
      if (taken.numUpdatedRows > 0n) return { ...job, attempts: job.attempts + 1, lease };
    }
    return null;
  });
}

/** Ends a job without points: nothing to do, or not now. Does nothing where the claim has lapsed. */
export async function release(
  store: Writing,
  job: Job,
  state: { run_after: Date | null; attempts: number; error: string | null; set_aside?: boolean },
  now: Date,
): Promise<void> {
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.summaries')
      .set({ set_aside: false, ...state, updated_at: now })
      .where('owner_id', '=', job.owner_id)
      .where('conversation_id', '=', job.conversation_id)
      .where('run_after', '=', instant(job.lease))
      .execute(),
  );
}

/**
 * Stores points with how far they reach, in one transaction: a process that dies before it leaves nothing, one whose claim
 * lapsed stores nothing. A point whose message was forgotten meanwhile is left out.
 */
export async function keepPoints(
  store: Pick<Store, 'transaction' | 'dialect'>,
  job: Job,
  made: { points: readonly NewPoint[]; engine: string; through: string; isLast: boolean },
  now: Date,
): Promise<void> {
  const { owner_id, conversation_id } = job;
  await store.transaction(async (trx) => {
    const ids = new Set([made.through, ...made.points.flatMap(({ sources }) => sources)]);
    const there = await store.dialect.holdMessages(trx, [...ids]);
    // Without its last message nobody knows how far the points reach: they are made again, from what is left.
    const isWhole = there.has(made.through);
    const updated = await trx
      .updateTable('interviewly.summaries')
      .set({
        ...(isWhole && {
          // Copied within the database, which may know the time more exactly than we read it.
          through_at: sql<Date>`(select created_at from user_message_embeddings where id = ${made.through})`,
          through_id: made.through,
        }),
        attempts: 0,
        error: null,
        run_after: made.isLast && isWhole ? null : now,
        updated_at: now,
      })
      .where('owner_id', '=', owner_id)
      .where('conversation_id', '=', conversation_id)
      .where('run_after', '=', instant(job.lease))
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n || !isWhole) return;
    const points = made.points.filter(({ sources }) => sources.every((id) => there.has(id)));
    const first = await nextPosition(trx, owner_id, conversation_id);
    for (const [i, { text, sources }] of points.entries()) {
      const id = uuidv7(now.getTime());
      const { engine } = made;
      const point = { id, owner_id, conversation_id, position: first + i, text, engine, created_at: now };
      await trx.insertInto('interviewly.summary_points').values(point).execute();
      await trx
        .insertInto('interviewly.summary_sources')
        .values(sources.map((message) => ({ point: id, message })))
        .execute();
    }
  });
}

async function nextPosition(db: Kysely<Database>, owner: string, conversation: string): Promise<number> {
  const row = await db
    .selectFrom('interviewly.summary_points')
    .select((select) => select.fn.max('position').as('last'))
    .where('owner_id', '=', owner)
    .where('conversation_id', '=', conversation)
    .executeTakeFirst();
  return Number(row?.last ?? -1) + 1;
}
