import { sql, type Transaction } from 'kysely';
import type { LimitKind } from '../../config/index.ts';
import { toISO } from '../../kernel/clock.ts';
import { derivedUuid } from '../../kernel/ids.ts';
import { type Database, instant } from '../../store/index.ts';
import type { Period } from './period.ts';
import { isOriginalKind, originalColumns, type SubscriptionRow } from './standing.ts';

export interface Counting {
  owner: string;
  kind: LimitKind;
  period: Period;
  row: SubscriptionRow | null;
  /** In units, as is `limit`; null: no limit. */
  amount: number;
  limit: number | null;
  now: Date;
}

/** Adds to what was used, unless it would be more than the limit: then false, and nothing may be kept of the attempt. */
export async function countHere(trx: Transaction<Database>, counting: Counting): Promise<boolean> {
  // In this order everywhere, so that two that count for one person wait for each other and never in a ring.
  return (await countInOriginal(trx, counting)) && (await countInUsage(trx, counting));
}

/** One less, of what the original has no column for; never below zero. */
export async function takeBackHere(
  trx: Transaction<Database>,
  { owner, kind, period, now }: Pick<Counting, 'owner' | 'period' | 'now'> & { kind: 'messages' },
): Promise<void> {
  await trx
    .updateTable('interviewly.usage')
    .set({ amount: sql`amount - 1`, updated_at: now })
    .where('id', '=', usageId(owner, kind, period))
    .where('amount', '>=', 1)
    .execute();
}

const usageId = (owner: string, kind: LimitKind, { start }: Period) =>
  derivedUuid('usage', owner, toISO(start), kind);

/**
 * One statement both checks and counts. The row has an id of its owner, period and kind: whoever counts at the same time
 * waits for it, and then sees its new amount. Rows that a claim brought along are not written again, so they may be
 * summed beside it.
 */
async function countInUsage(trx: Transaction<Database>, counting: Counting): Promise<boolean> {
  const { owner, kind, period, amount, limit, now } = counting;
  const id = usageId(owner, kind, period);
  const others = sql`(select coalesce(sum(o.amount), 0) from ${sql.table('interviewly.usage')} as o
    where o.owner_id = ${owner} and o.period_start = ${instant(period.start)} and o.kind = ${kind} and o.id <> ${id})`;
  const add = async () => {
    let update = trx
      .updateTable('interviewly.usage')
      .set({ amount: sql`amount + ${amount}`, updated_at: now })
      .where('id', '=', id);
    if (limit !== null) update = update.where(sql<boolean>`amount + ${amount} + ${others} <= ${limit}`);
    const { numUpdatedRows } = await update.executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  };
  if (await add()) return true;
  await trx
    .insertInto('interviewly.usage')
    .values({ id, owner_id: owner, period_start: period.start, kind, amount: 0, updated_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  // Where the row was there all along the limit is reached; where it was made just now, the second look counts.
  return add();
}

/**
 * The columns of the original, for those who have a row: kept true, as that program may go on reading them. Where they
 * still count for an earlier period, they start anew, both together.
 */
async function countInOriginal(trx: Transaction<Database>, counting: Counting): Promise<boolean> {
  const { owner, kind, period, row, amount, limit, now } = counting;
  if (!row || !isOriginalKind(kind)) return true;
  const start = instant(period.start);
  const counted = (
    of: LimitKind,
  ) => sql`(select coalesce(sum(o.amount), 0) from ${sql.table('interviewly.usage')} as o
    where o.owner_id = ${owner} and o.period_start = ${start} and o.kind = ${of})`;
  const used = (of: keyof typeof originalColumns) => {
    const value = sql<number>`(case when usage_period_start = ${start}
      or (usage_period_start is null and updated_at >= ${start})
      then coalesce(${sql.ref(originalColumns[of].used)}, 0) else ${counted(of)} end)`;
    return of === kind ? sql<number>`${value} + ${amount}` : value;
  };
  let update = trx
    .updateTable('subscriptions')
    .set({
      cv_analyses_used: used('analyses'),
      interviews_used: used('interviews'),
      usage_period_start: period.start,
      updated_at: now,
    })
    .where('id', '=', row.id);
  if (limit !== null) update = update.where(sql<boolean>`${used(kind)} <= ${limit}`);
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
