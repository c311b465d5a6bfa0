import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartupError } from '../kernel/errors.ts';

/** What is counted and limited: messages to the coach, analyses of CVs, mock interviews, minutes of voice. */
export const limitKinds = ['messages', 'analyses', 'interviews', 'voice_minutes'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** The original's names of plans; each belongs to one of ours. */
export const planTiers = ['FREE', 'BASIC', 'PRO', 'ENTERPRISE'] as const;
export type PlanTier = (typeof planTiers)[number];

export interface Plan {
  id: string;
  name: string;
  /** What it costs, in words for people; Stripe alone knows the amount. */
  price_text: string | null;
  /** Stripe's price that is bought; null: the plan is not for sale. */
  price_id: string | null;
  /** Prices that were sold before and still mean this plan. */
  former_price_ids: string[];
  /** The original's tiers that mean this plan; the first is what is written for it. */
  tiers: PlanTier[];
  /** A month; null: as much as one likes. */
  limits: Record<LimitKind, number | null>;
}

const limit = z.int().min(0).max(1_000_000_000).nullable();
const word = z.string().trim().min(1).max(100);
const priceId = z.string().regex(/^[\w-]{1,255}$/, 'is not an id of a price');

const PlansFile = z.strictObject({
  plans: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'is not a word of small letters, digits and _'),
        name: word,
        price_text: word.nullable().default(null),
        price_id: priceId.nullable().default(null),
        former_price_ids: z.array(priceId).max(100).default([]),
        tiers: z.array(z.enum(planTiers)).min(1),
        limits: z.strictObject({
          messages: limit,
          analyses: limit,
          interviews: limit,
          voice_minutes: limit,
        }),
      }),
    )
    .min(1)
    .max(planTiers.length),
});

/** Interviews and analyses of the free plan are those of the original's; the rest is an operator's to weigh. */
export const defaultPlans: readonly Plan[] = [
  {
    id: 'free',
    name: 'Free',
    price_text: null,
    price_id: null,
    former_price_ids: [],
    tiers: ['FREE'],
    limits: { messages: 200, analyses: 3, interviews: 5, voice_minutes: 15 },
  },
  {
    id: 'pro',
    name: 'Pro',
    price_text: null,
    price_id: null,
    former_price_ids: [],
    // Whoever pays already, for whatever, gets no less than what is sold now.
    tiers: ['PRO', 'BASIC', 'ENTERPRISE'],
    limits: { messages: 5_000, analyses: 100, interviews: 100, voice_minutes: 600 },
  },
];

const remedy =
  'Correct the file (docs/billing.md shows one), or remove PLANS_FILE for the plans free and pro.';

/** The plans of a JSON file. Throws StartupError, in one line, for whatever is wrong with it. */
export function readPlansFile(file: string, cwd: string): Plan[] {
  const wrong = (what: string) => new StartupError(`PLANS_FILE ${what}.`, remedy);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path.resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw wrong(error instanceof SyntaxError ? 'is not JSON' : 'names a file that cannot be read');
  }
  const parsed = PlansFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(`is wrong at ${z.core.toDotPath(issue!.path) || 'its top'}: ${issue!.message}`);
  }
  const found = contradiction(parsed.data.plans);
  if (found) throw wrong(found);
  return parsed.data.plans;
}

/** What no schema sees: ids, prices and tiers stand for one plan each, and somebody who pays nothing has a plan. */
function contradiction(plans: readonly Plan[]): string | null {
  const twice = (values: string[]) => values.find((value, i) => values.indexOf(value) !== i);
  const id = twice(plans.map((plan) => plan.id));
  if (id) return `has two plans «${id}»`;
  const price = twice(plans.flatMap((plan) => [plan.price_id ?? [], plan.former_price_ids].flat()));
  if (price) return 'has one price id in two places';
  const tiers = plans.flatMap((plan) => plan.tiers);
  const tier = twice(tiers);
  if (tier) return `has the tier ${tier} in two places`;
  const missing = planTiers.find((name) => !tiers.includes(name));
  if (missing) return `has the tier ${missing} in no plan`;
  const free = plans.find((plan) => plan.tiers.includes('FREE'));
  if (free?.price_id) return 'has a price for the plan of the tier FREE, which is for those who pay nothing';
  return null;
}
