import type { Kysely } from 'kysely';
import { type LimitKind, limitKinds, type Plan } from '../../config/index.ts';
import { toISO } from '../../kernel/clock.ts';
import type { Database } from '../../store/index.ts';
import type { Limits, Plans } from './plans.ts';
import { findSubscription, type Standing, standingOf } from './standing.ts';
import { shown } from './units.ts';
import { usedOf } from './usage.ts';

export type Status = 'none' | 'active' | 'trialing' | 'past_due' | 'canceled' | 'ended';

export interface Overview {
  enabled: boolean;
  plan: string | null;
  status: Status;
  cancel_at_period_end: boolean;
  limits: Limits;
  used: Record<LimitKind, number>;
  period_start: string;
  period_end: string;
  plans: { id: string; name: string; price_text: string | null; for_sale: boolean; limits: Limits }[];
}

/** What `GET /api/billing` tells. Nothing of it is asked of Stripe. */
export async function overviewOf(
  db: Kysely<Database>,
  owner: string,
  { plans, enabled, now }: { plans: Plans; enabled: boolean; now: Date },
): Promise<Overview> {
  const standing = standingOf(await findSubscription(db, owner), { plans, enabled, now });
  const used = await usedOf(db, owner, standing);
  const { plan, limits, period, row } = standing;
  return {
    enabled,
    plan: enabled ? plan.id : null,
    status: enabled ? statusOf(standing) : 'none',
    cancel_at_period_end: enabled && (row?.cancel_at_period_end ?? false),
    limits,
    used: Object.fromEntries(limitKinds.map((kind) => [kind, shown(kind, used[kind])])) as Overview['used'],
    period_start: toISO(period.start),
    period_end: toISO(period.end),
    plans: enabled ? plans.map(offer) : [],
  };
}

function offer({ id, name, price_text, price_id, limits }: Plan): Overview['plans'][number] {
  return { id, name, price_text, for_sale: price_id !== null, limits };
}

/** In Stripe's words where it has spoken; the original's rows have four of their own. */
function statusOf({ row, plan }: Standing): Status {
  if (!row) return 'none';
  const { stripe_status, status } = row;
  if (stripe_status === 'past_due') return 'past_due';
  if (plan.tiers.includes('FREE') && status === 'ACTIVE') return 'none';
  if (status === 'ACTIVE') return 'active';
  if (status === 'TRIAL') return plan.tiers.includes('FREE') ? 'ended' : 'trialing';
  return status === 'CANCELED' ? 'canceled' : 'ended';
}
