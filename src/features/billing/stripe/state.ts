import type { Stripe } from 'stripe';
import type { Plan } from '../../../config/index.ts';
import { freePlan, type Plans, planOfPrice, planOfTier } from '../plans.ts';
import type { SubscriptionRow } from '../standing.ts';

/** Names in Stripe's metadata, which other programs of the same account write to as well. */
export const metadataKeys = { user: 'interviewly_user', plan: 'interviewly_plan' } as const;

/**
 * Whether Stripe lets the subscription run. A payment that failed leaves it running (`past_due`) while Stripe tries
 * again, for as long as the operator chose there; then Stripe itself ends it.
 */
const running = new Set(['active', 'trialing', 'past_due']);
/** Never paid for: such a one is nothing yet, and takes nothing away from the one that was there before. */
const neverBegun = new Set(['incomplete', 'incomplete_expired']);

export function isRunning({ status }: Pick<Stripe.Subscription, 'status'>): boolean {
  return running.has(status);
}

export interface Chosen {
  subscription: Stripe.Subscription;
  plan: Plan;
  priceId: string | null;
}

/**
 * The subscription that counts among all that a customer has and had: one that runs before one that does not, the newer
 * before the older. What was bought of other programs of the same Stripe account is not ours.
 */
export function chooseSubscription(
  all: readonly Stripe.Subscription[],
  plans: Plans,
  row: Pick<SubscriptionRow, 'stripe_subscription_id' | 'tier'> | undefined,
): Chosen | null {
  const ours = all.flatMap((subscription): Chosen[] => {
    if (neverBegun.has(subscription.status)) return [];
    const found = planOf(subscription, plans, row);
    return found ? [{ subscription, ...found }] : [];
  });
  const rank = ({ subscription }: Chosen) => Number(isRunning(subscription));
  ours.sort((a, b) => rank(b) - rank(a) || b.subscription.created - a.subscription.created);
  return ours[0] ?? null;
}

/** By its price; where that is none of the plans, by what was written to it at the checkout, or what it was before. */
function planOf(
  { id, items, metadata }: Stripe.Subscription,
  plans: Plans,
  row: Pick<SubscriptionRow, 'stripe_subscription_id' | 'tier'> | undefined,
): Pick<Chosen, 'plan' | 'priceId'> | null {
  const prices = items.data.map(({ price }) => price.id);
  for (const priceId of prices) {
    const plan = planOfPrice(plans, priceId);
    if (plan) return { plan, priceId };
  }
  const priceId = prices[0] ?? null;
  const written = plans.find((plan) => plan.id === metadata[metadataKeys.plan]);
  if (written) return { plan: written, priceId };
  const isKnown = row?.stripe_subscription_id === id && row.tier !== 'FREE';
  return isKnown ? { plan: planOfTier(plans, row.tier), priceId } : null;
}

/** A number that the original, which knows no «unlimited», compares with. */
export const plenty = 1_000_000;

/** The columns of a row as Stripe's state has them. */
export function columnsOf({ subscription, plan: bought, priceId }: Chosen, plans: Plans) {
  const { status } = subscription;
  const plan = isRunning(subscription) ? bought : freePlan(plans);
  const { start, end } = periodOf(subscription);
  return {
    ...planColumns(plan),
    status: originalStatus(status),
    stripe_subscription_id: subscription.id,
    price_id: priceId,
    trial_ends_at: date(subscription.trial_end),
    current_period_start: date(start),
    current_period_end: date(end),
    canceled_at: date(subscription.canceled_at),
    stripe_status: status,
    cancel_at_period_end: subscription.cancel_at_period_end || subscription.cancel_at !== null,
  };
}

/** The columns of a row whose subscription went with its customer: what it was stays, as of one that was canceled now. */
export function endedColumns(
  { canceled_at, stripe_subscription_id, price_id }: SubscriptionRow,
  plans: Plans,
  now: Date,
) {
  return {
    ...planColumns(freePlan(plans)),
    status: 'CANCELED' as const,
    stripe_subscription_id,
    price_id,
    canceled_at: canceled_at === null ? now : new Date(canceled_at),
    stripe_status: 'canceled',
    cancel_at_period_end: false,
  };
}

function planColumns({ tiers, limits }: Plan) {
  return {
    tier: tiers[0]!,
    interviews_limit: limits.interviews ?? plenty,
    cv_analyses_limit: limits.analyses ?? plenty,
  };
}

function originalStatus(status: Stripe.Subscription['status']): SubscriptionRow['status'] {
  if (status === 'trialing') return 'TRIAL';
  if (running.has(status)) return 'ACTIVE';
  return status === 'canceled' ? 'CANCELED' : 'EXPIRED';
}

/** Of the items, which renew together; older versions of the API have it at the subscription. */
function periodOf(subscription: Stripe.Subscription): { start: number | null; end: number | null } {
  const [item] = subscription.items.data;
  const older = subscription as Partial<Record<'current_period_start' | 'current_period_end', number>>;
  return {
    start: item?.current_period_start ?? older.current_period_start ?? null,
    end: item?.current_period_end ?? older.current_period_end ?? null,
  };
}

function date(seconds: number | null | undefined): Date | null {
  return typeof seconds === 'number' ? new Date(seconds * 1_000) : null;
}
