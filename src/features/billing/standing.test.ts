import { expect, test } from 'vitest';
import { readConfig } from '../../config/index.ts';
import type { DateISO } from '../../kernel/clock.ts';
import { type SubscriptionRow, standingOf, usedByOriginal } from './standing.ts';

const { plans } = readConfig({ STRIPE_PRICE_PRO: 'price_pro' }, { cwd: '/' }).billing;
const now = new Date('2026-11-20T12:00:00Z');
const at = (text: string) => `${text}T00:00:00.000Z` as DateISO;

function row(columns: Partial<SubscriptionRow>): SubscriptionRow {
  return {
    id: 's',
    user_id: 'u',
    tier: 'PRO',
    status: 'ACTIVE',
    stripe_customer_id: null,
    stripe_subscription_id: null,
    price_id: null,
    interviews_limit: null,
    cv_analyses_limit: null,
    interviews_used: null,
    cv_analyses_used: null,
    trial_ends_at: null,
    current_period_start: null,
    current_period_end: null,
    canceled_at: null,
    stripe_status: null,
    stripe_revision: null,
    cancel_at_period_end: null,
    usage_period_start: null,
    created_at: at('2026-01-01'),
    updated_at: at('2026-11-15'),
    ...columns,
  };
}

const standing = (columns?: Partial<SubscriptionRow>, enabled = true) =>
  standingOf(columns && row(columns), { plans, enabled, now });

test.each<[string, Partial<SubscriptionRow> | undefined, string]>([
  ['nobody’s row', undefined, 'free'],
  ['FREE', { tier: 'FREE' }, 'free'],
  ['BASIC', { tier: 'BASIC' }, 'pro'],
  ['ENTERPRISE', { tier: 'ENTERPRISE' }, 'pro'],
  ['FREE with a price left over', { tier: 'FREE', price_id: 'price_pro' }, 'free'],
  ['expired', { status: 'EXPIRED' }, 'free'],
  ['a trial that runs', { status: 'TRIAL', trial_ends_at: at('2026-11-21') }, 'pro'],
  ['a trial that is over', { status: 'TRIAL', trial_ends_at: at('2026-11-19') }, 'free'],
  [
    'a trial that Stripe ends',
    { status: 'TRIAL', trial_ends_at: at('2026-11-19'), stripe_subscription_id: 'x' },
    'pro',
  ],
  ['canceled, paid to the end', { status: 'CANCELED', current_period_end: at('2026-11-21') }, 'pro'],
  ['canceled, and over', { status: 'CANCELED', current_period_end: at('2026-11-20') }, 'free'],
  [
    'canceled at Stripe',
    { status: 'CANCELED', current_period_end: at('2026-11-21'), stripe_revision: 3 },
    'free',
  ],
])('%s: the plan', (_name, columns, plan) => expect(standing(columns).plan.id).toBe(plan));

test('limits: the larger of the plan’s and the original’s own; of rows of ours the plan’s', () => {
  expect(standing({ tier: 'FREE', interviews_limit: 50, cv_analyses_limit: 1 }).limits).toMatchObject({
    interviews: 50,
    analyses: 3,
  });
  expect(standing({ interviews_limit: 500, stripe_revision: 1 }).limits.interviews).toBe(100);
  expect(standing({ status: 'EXPIRED', interviews_limit: 500 }).limits.interviews).toBe(5);
  expect(standing({ tier: 'FREE' }, false).limits.messages).toBeNull();
});

test('the columns of use count for the period they are of', () => {
  const period = { start: new Date(at('2026-11-01')), end: new Date(at('2026-12-01')) };
  const used = (columns: Partial<SubscriptionRow>) =>
    usedByOriginal(row({ interviews_used: 4, ...columns }), 'interviews', period);
  expect(used({})).toBe(4);
  expect(used({ updated_at: at('2026-10-31') })).toBe(0);
  expect(used({ usage_period_start: at('2026-11-01'), updated_at: at('2026-10-31') })).toBe(4);
  expect(used({ usage_period_start: at('2026-10-01') })).toBe(0);
  expect(usedByOriginal(row({ interviews_used: 4 }), 'messages', period)).toBe(0);
});
