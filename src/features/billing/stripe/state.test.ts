import type { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { readConfig } from '../../../config/index.ts';
import { chooseSubscription, columnsOf } from './state.ts';

const { plans } = readConfig({ STRIPE_PRICE_PRO: 'price_pro' }, { cwd: '/' }).billing;

interface Given {
  id?: string;
  status?: Stripe.Subscription['status'];
  created?: number;
  price?: string;
  metadata?: Record<string, string>;
  item?: object;
  more?: object;
}

function subscription(given: Given = {}): Stripe.Subscription {
  const {
    id = 'sub_1',
    status = 'active',
    created = 1,
    price = 'price_pro',
    metadata = {},
    item,
    more,
  } = given;
  const period = item ?? { current_period_start: 1_000, current_period_end: 2_000 };
  return {
    id,
    status,
    created,
    metadata,
    items: { data: [{ ...period, price: { id: price } }] },
    trial_end: null,
    canceled_at: null,
    cancel_at: null,
    cancel_at_period_end: false,
    ...more,
  } as unknown as Stripe.Subscription;
}

const chosen = (all: Given[], row?: { stripe_subscription_id: string; tier: 'PRO' | 'FREE' | 'BASIC' }) =>
  chooseSubscription(all.map(subscription), plans, row)?.subscription.id;

test.each<[string, Given[], string | undefined]>([
  ['nothing', [], undefined],
  ['the one there is', [{ id: 'a' }], 'a'],
  [
    'what runs before what is over, though newer',
    [
      { id: 'a', created: 1 },
      { id: 'b', created: 2, status: 'canceled' },
    ],
    'a',
  ],
  [
    'the newer of two that run',
    [
      { id: 'a', created: 1 },
      { id: 'b', created: 2, status: 'past_due' },
    ],
    'b',
  ],
  ['what is over where nothing runs', [{ id: 'a', status: 'unpaid' }], 'a'],
  [
    'nothing that was never paid',
    [
      { id: 'a', status: 'incomplete' },
      { id: 'b', status: 'incomplete_expired' },
    ],
    undefined,
  ],
  ['nothing of another program', [{ id: 'a', price: 'price_other' }], undefined],
  [
    'what our checkout wrote, though its price is unknown',
    [{ id: 'a', price: 'price_new', metadata: { interviewly_plan: 'pro' } }],
    'a',
  ],
  [
    'no plan that is none',
    [{ id: 'a', price: 'price_new', metadata: { interviewly_plan: 'gold' } }],
    undefined,
  ],
])('of a customer counts: %s', (_name, all, expected) => expect(chosen(all)).toBe(expected));

test('a subscription of the original at a price unknown here keeps its plan', () => {
  const row = { stripe_subscription_id: 'a', tier: 'BASIC' as const };
  expect(chosen([{ id: 'a', price: 'price_2019' }], row)).toBe('a');
  expect(chosen([{ id: 'b', price: 'price_2019' }], row)).toBeUndefined();
});

const columns = (given: Given) => {
  const found = chooseSubscription([subscription(given)], plans, undefined);
  return columnsOf(found!, plans);
};

test.each<[Stripe.Subscription['status'], object]>([
  ['active', { tier: 'PRO', status: 'ACTIVE', interviews_limit: 100 }],
  ['trialing', { tier: 'PRO', status: 'TRIAL', interviews_limit: 100 }],
  ['past_due', { tier: 'PRO', status: 'ACTIVE', stripe_status: 'past_due' }],
  ['canceled', { tier: 'FREE', status: 'CANCELED', interviews_limit: 5 }],
  ['unpaid', { tier: 'FREE', status: 'EXPIRED', cv_analyses_limit: 3 }],
  ['paused', { tier: 'FREE', status: 'EXPIRED' }],
])('%s in the words of the original', (status, expected) => {
  expect(columns({ status })).toMatchObject({ ...expected, stripe_status: status });
});

test('the period is that of the items, or of the subscription in older versions of the API', () => {
  const expected = { current_period_start: new Date(1_000_000), current_period_end: new Date(2_000_000) };
  expect(columns({})).toMatchObject(expected);
  expect(
    columns({ item: {}, more: { current_period_start: 1_000, current_period_end: 2_000 } }),
  ).toMatchObject(expected);
  expect(columns({ item: {} })).toMatchObject({ current_period_start: null, current_period_end: null });
});

test('an end to come is told, whichever way it was set', () => {
  expect(columns({ more: { cancel_at: 5_000 } }).cancel_at_period_end).toBe(true);
  expect(columns({ more: { cancel_at_period_end: true } }).cancel_at_period_end).toBe(true);
  expect(columns({}).cancel_at_period_end).toBe(false);
});
