import { type Kysely, sql, type Transaction } from 'kysely';
import type { BillingConfig, LimitKind } from '../../config/index.ts';
import { limitKinds } from '../../config/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type Database, instant, type Store } from '../../store/index.ts';
import { isVisitor } from '../account/index.ts';
import { countHere, takeBackHere } from './counting.ts';
import { limitReached } from './limit-reached.ts';
import type { Period } from './period.ts';
import { findSubscription, type Standing, standingOf, usedByOriginal } from './standing.ts';
import { shown, units } from './units.ts';

export interface CountOptions {
  /** Counted beyond the limit as well: for what was used up before its amount was known. */
  overdraw?: boolean;
}

/** What features count with. `owner`: whose rows are written, a visitor or an account. */
export interface Usage {
  /**
   * Checks and counts in one, within the transaction that stores what is counted: either both are there or none.
   * Throws `limit_reached` (402) where the plan has no more, which undoes the transaction. `amount` is in pieces; of
   * `voice_minutes` in minutes, of which parts count too.
   */
  count(
    trx: Transaction<Database>,
    owner: string,
    kind: LimitKind,
    amount?: number,
    options?: CountOptions,
  ): Promise<void>;
  /**
   * Takes back one that was counted for what then failed on our side. Nothing where none is counted: a new period may have
   * begun in between.
   */
  giveBack(trx: Transaction<Database>, owner: string, kind: 'messages'): Promise<void>;
  /** Throws `limit_reached` where so much is not left; counts nothing. For before long work, whose end counts. */
  requireAllowance(owner: string, kind: LimitKind, amount?: number): Promise<void>;
}

export interface UsageParts {
  config: BillingConfig;
  store: Pick<Store, 'read'>;
  clock: Clock;
}

export function createUsage({ config, store, clock }: UsageParts): Usage {
  const { plans } = config;
  const enabled = config.stripe !== null;

  async function standing(db: Kysely<Database>, owner: string): Promise<Standing> {
    return standingOf(await findSubscription(db, owner), { plans, enabled, now: clock.now() });
  }

  async function reached(
    db: Kysely<Database>,
    owner: string,
    kind: LimitKind,
    { plan, limits, period, row }: Standing,
  ) {
    const used = await usedOf(db, owner, { period, row });
    const limit = limits[kind] ?? 0;
    return limitReached({
      kind,
      plan,
      used: shown(kind, used[kind]),
      limit,
      period,
      hasLarger: plans.some(
        ({ price_id, limits: of }) => price_id !== null && (of[kind] ?? Infinity) > limit,
      ),
      buyer: isVisitor(owner) ? 'visitor' : isSubscriber(row) ? 'subscriber' : 'account',
    });
  }

  return {
    async count(trx, owner, kind, amount = 1, { overdraw = false } = {}) {
      const of = await standing(trx, owner);
      const limit = overdraw ? null : of.limits[kind];
      const isCounted = await countHere(trx, {
        owner,
        kind,
        period: of.period,
        row: of.row,
        amount: units(kind, amount),
        limit: limit === null ? null : units(kind, limit),
        now: clock.now(),
      });
      if (!isCounted) throw await reached(trx, owner, kind, of);
    },

    async giveBack(trx, owner, kind) {
      const { period } = await standing(trx, owner);
      await takeBackHere(trx, { owner, kind, period, now: clock.now() });
    },

    async requireAllowance(owner, kind, amount = 1) {
      await store.read(async (db) => {
        const of = await standing(db, owner);
        const limit = of.limits[kind];
        if (limit === null) return;
        const used = await usedOf(db, owner, of);
        if (used[kind] + units(kind, amount) > units(kind, limit)) throw await reached(db, owner, kind, of);
      });
    },
  };
}

/** Has something at Stripe that can be changed. */
function isSubscriber(row: Standing['row']): boolean {
  return row !== null && ['active', 'trialing', 'past_due'].includes(row.stripe_status ?? '');
}

/** How much of each kind was used in the period, in units. */
export async function usedOf(
  db: Kysely<Database>,
  owner: string,
  { period, row }: Pick<Standing, 'row'> & { period: Period },
): Promise<Record<LimitKind, number>> {
  const rows = await db
    .selectFrom('interviewly.usage')
    .select(['kind', sql<number>`cast(sum(amount) as integer)`.as('amount')])
    .where('owner_id', '=', owner)
    .where('period_start', '=', instant(period.start))
    .groupBy('kind')
    .execute();
  const counted = new Map(rows.map(({ kind, amount }) => [kind, Number(amount)]));
  // The original may go on counting beside us, so the larger of both figures is the true one.
  const used = (kind: LimitKind) => Math.max(counted.get(kind) ?? 0, usedByOriginal(row, kind, period));
  return Object.fromEntries(limitKinds.map((kind) => [kind, used(kind)])) as Record<LimitKind, number>;
}
