import type { LimitKind, Plan, PlanTier } from '../../config/index.ts';

export type Plans = readonly Plan[];
export type Limits = Record<LimitKind, number | null>;

export const unlimited: Limits = { messages: null, analyses: null, interviews: null, voice_minutes: null };

/** Of everybody who pays nothing. The configuration has seen to it that there is one. */
export function freePlan(plans: Plans): Plan {
  return planOfTier(plans, 'FREE');
}

export function planOfTier(plans: Plans, tier: PlanTier): Plan {
  const plan = plans.find(({ tiers }) => tiers.includes(tier));
  if (!plan) throw new Error(`no plan has the tier ${tier}`);
  return plan;
}

/** The plan that a price buys or bought; null for a price of something else. */
export function planOfPrice(plans: Plans, priceId: string | null | undefined): Plan | null {
  if (!priceId) return null;
  return (
    plans.find(({ price_id, former_price_ids }) => [price_id, ...former_price_ids].includes(priceId)) ?? null
  );
}
