import type { Kysely, Selectable } from 'kysely';
import type { LimitKind, Plan } from '../../config/index.ts';
import type { Database } from '../../store/index.ts';
import { isVisitor } from '../account/index.ts';
import { type Period, usagePeriod } from './period.ts';
import { freePlan, type Limits, type Plans, planOfPrice, planOfTier, unlimited } from './plans.ts';

export type SubscriptionRow = Selectable<Database['subscriptions']>;

/** What somebody may use, and until when. */
export interface Standing {
  plan: Plan;
  limits: Limits;
  period: Period;
  /** Null for who never paid nor had a row in the original. */
  row: SubscriptionRow | null;
}

/** The kinds that the original counts as well, and its columns for them. */
export const originalColumns = {
  analyses: { used: 'cv_analyses_used', limit: 'cv_analyses_limit' },
  interviews: { used: 'interviews_used', limit: 'interviews_limit' },
} as const;
export type OriginalKind = keyof typeof originalColumns;

export function isOriginalKind(kind: LimitKind): kind is OriginalKind {
  return Object.hasOwn(originalColumns, kind);
}

/** The subscription of the person who is called that; a visitor has none. */
export async function findSubscription(
  db: Kysely<Database>,
  owner: string,
): Promise<SubscriptionRow | undefined> {
  if (isVisitor(owner)) return undefined;
  return db
    .selectFrom('subscriptions')
    .innerJoin('users', 'users.id', 'subscriptions.user_id')
    .selectAll('subscriptions')
    .where((where) => where.or([where('users.id', '=', owner), where('users.clerk_user_id', '=', owner)]))
    .executeTakeFirst();
}

/**
 * Whether what the row says is paid for now. Rows that only the original wrote are read its way: canceled means
 * «not renewed», so what was paid runs on to its end; a trial ends by its date.
 */
export function isEntitled(row: SubscriptionRow, now: Date): boolean {
  const isPast = (time: string | null) => time !== null && new Date(time) <= now;
  switch (row.status) {
    case 'ACTIVE':
      return true;
    case 'TRIAL':
      return row.stripe_subscription_id !== null || !isPast(row.trial_ends_at);
    case 'CANCELED':
      return (
        row.stripe_revision === null && row.current_period_end !== null && !isPast(row.current_period_end)
      );
    default:
      return false;
  }
}

/** Pure: what a row means under these plans. */
export function standingOf(
  row: SubscriptionRow | undefined,
  { plans, enabled, now }: { plans: Plans; enabled: boolean; now: Date },
): Standing {
  const paid = row && isEntitled(row, now) ? row : null;
  const plan =
    !paid || paid.tier === 'FREE'
      ? freePlan(plans)
      : (planOfPrice(plans, paid.price_id) ?? planOfTier(plans, paid.tier));
  const start = paid?.current_period_start;
  const end = paid?.current_period_end;
  return {
    plan,
    limits: enabled ? limitsOf(plan, paid) : unlimited,
    period: usagePeriod(start ? { start: new Date(start), end: end ? new Date(end) : null } : null, now),
    row: row ?? null,
  };
}

/** The original gave each row limits of its own: nobody loses what they were promised there, as long as it holds. */
function limitsOf(plan: Plan, paid: SubscriptionRow | null): Limits {
  if (!paid || paid.stripe_revision !== null) return plan.limits;
  const larger = (kind: OriginalKind) => {
    const limit = plan.limits[kind];
    return limit === null ? null : Math.max(limit, paid[originalColumns[kind].limit] ?? 0);
  };
  return { ...plan.limits, analyses: larger('analyses'), interviews: larger('interviews') };
}

/** What the original's column counts for this period; 0 where it counts for an earlier one. */
export function usedByOriginal(row: SubscriptionRow | null, kind: LimitKind, { start }: Period): number {
  if (!row || !isOriginalKind(kind)) return 0;
  const of = row.usage_period_start;
  const isCurrent = of ? new Date(of).getTime() === start.getTime() : new Date(row.updated_at) >= start;
  return isCurrent ? (row[originalColumns[kind].used] ?? 0) : 0;
}
