import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { uuidv7 } from '../../src/kernel/ids.ts';
import type { Problem } from '../../src/routing/problem.ts';
import { type TestApp, testApp } from '../context.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';
import {
  type FakeStripe,
  type FakeSubscription,
  type SignedEvent,
  startFakeStripe,
  stripeKey,
  webhookSecret,
} from '../fakes/fake-stripe.ts';
import { expectProblem } from './problems.ts';

let stripe: FakeStripe;
let app: TestApp;
let now: Date;

const userId = '11111111-1111-4111-8111-111111111111';
const clerkId = 'user_2ann';
const seconds = (iso: string) => Date.parse(iso) / 1_000;
const november: [number, number] = [seconds('2026-11-10T12:00:00Z'), seconds('2026-12-10T12:00:00Z')];
const december: [number, number] = [seconds('2026-12-10T12:00:00Z'), seconds('2027-01-10T12:00:00Z')];

const env = {
  STRIPE_SECRET_KEY: stripeKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STRIPE_PRICE_PRO: 'price_pro',
  APP_URL: 'https://app.example.com',
};

beforeEach(async () => {
  now = new Date('2026-11-20T12:00:00Z');
  stripe = await startFakeStripe();
  app = await testApp({
    env: { ...env, STRIPE_API_BASE: stripe.origin },
    overrides: { clock: { now: () => now } },
  });
});
afterEach(async () => {
  await app.close();
  await stripe.close();
});

/** The visitor of the test becomes a signed-in person. */
async function signIn(): Promise<void> {
  const { db } = app.context.store;
  await db
    .insertInto('users')
    .values({
      id: userId,
      clerk_user_id: clerkId,
      email: 'ann@example.com',
      full_name: 'Ann',
      created_at: now,
      updated_at: now,
    })
    .execute();
  await db.updateTable('interviewly.sessions').set({ user_id: clerkId }).execute();
}

interface Overview {
  enabled: boolean;
  plan: string | null;
  status: string;
  cancel_at_period_end: boolean;
  limits: Record<string, number | null>;
  used: Record<string, number>;
  period_start: string;
  period_end: string;
  plans: { id: string; for_sale: boolean }[];
}

async function overview(): Promise<Overview> {
  const response = await app.request('GET', '/api/billing');
  expect(response.status).toBe(200);
  return response.body as Overview;
}

const checkout = (plan = 'pro') => app.request('POST', '/api/billing/checkout', { body: { plan } });

function deliver({ body, headers }: SignedEvent) {
  return app.request('POST', '/api/webhooks/stripe', { token: null, body, headers });
}

const told = (type: string, subscription: FakeSubscription, how: { id?: string } = {}) =>
  stripe.event(type, stripe.shown(subscription), { at: now, ...how });

/** From the button to the plan. */
async function subscribe(): Promise<FakeSubscription> {
  const { url } = (await checkout()).body as { url: string };
  const subscription = stripe.pay(url, november);
  const created = await deliver(told('customer.subscription.created', subscription));
  expect(created.body).toEqual({ received: true, result: 'handled' });
  return subscription;
}

const say = (message: string, more: object = {}) =>
  app.request('POST', '/api/chat', { body: { message, ...more } });

const row = () => app.context.store.db.selectFrom('subscriptions').selectAll().executeTakeFirst();

describe('buying a plan', () => {
  test('checkout, payment, event: the plan is pro, with its limits and period', async () => {
    await signIn();
    expect(await overview()).toMatchObject({
      enabled: true,
      plan: 'free',
      status: 'none',
      limits: { messages: 200, analyses: 3, interviews: 5, voice_minutes: 15 },
      used: { messages: 0, analyses: 0, interviews: 0, voice_minutes: 0 },
      period_start: '2026-11-01T00:00:00.000Z',
      period_end: '2026-12-01T00:00:00.000Z',
      plans: [
        { id: 'free', for_sale: false },
        { id: 'pro', for_sale: true },
      ],
    });

    const { url } = (await checkout()).body as { url: string };
    expect(stripe.requests.find(({ path }) => path === '/v1/checkout/sessions')?.params).toMatchObject({
      mode: 'subscription',
      'line_items[0][price]': 'price_pro',
      success_url: 'https://app.example.com/billing?checkout=done',
      cancel_url: 'https://app.example.com/billing?checkout=canceled',
      client_reference_id: userId,
    });
    const subscription = stripe.pay(url, november);
    const session = { object: 'checkout.session', customer: subscription.customer, metadata: {} };
    expect((await deliver(stripe.event('checkout.session.completed', session, { at: now }))).body).toEqual({
      received: true,
      result: 'handled',
    });

    expect(await overview()).toMatchObject({
      plan: 'pro',
      status: 'active',
      limits: { messages: 5_000, analyses: 100 },
      period_start: '2026-11-10T12:00:00.000Z',
      period_end: '2026-12-10T12:00:00.000Z',
    });
    expect(await row()).toMatchObject({
      user_id: userId,
      tier: 'PRO',
      status: 'ACTIVE',
      stripe_subscription_id: subscription.id,
      price_id: 'price_pro',
      interviews_limit: 100,
      cv_analyses_limit: 100,
    });
    expectProblem(await checkout(), 409, 'already_subscribed');
    const portal = await app.request('POST', '/api/billing/portal');
    expect(portal.body).toEqual({ url: expect.stringContaining('https://billing.stripe.test/') });
  });

  test('pressed twice it is one customer and one page', async () => {
    await signIn();
    const answers = await Promise.all([checkout(), checkout(), checkout()]);
    const urls = answers.map(({ body }) => (body as { url: string }).url);
    expect(new Set(urls).size).toBe(1);
    expect(stripe.customers.size).toBe(1);
    for (const request of stripe.requests.filter(({ method }) => method === 'POST'))
      expect(request.idempotencyKey).toMatch(/^[\w-]{36}$/);
  });

  test('a plan that Stripe knows and no event told of is found when somebody would buy it again', async () => {
    await signIn();
    const { url } = (await checkout()).body as { url: string };
    stripe.pay(url, november);
    expectProblem(await checkout(), 409, 'already_subscribed');
    expect(await overview()).toMatchObject({ plan: 'pro', status: 'active' });
  });

  test.each(['missing', 'empty'] as const)(
    'a customer that was deleted at Stripe gives way to a new one (%s)',
    async (how) => {
      await signIn();
      await checkout();
      stripe.customers.clear();
      stripe.whenGone = how;
      expectProblem(await app.request('POST', '/api/billing/portal'), 409, 'not_a_customer');
      expect((await checkout()).status).toBe(200);
      expect((await row())?.stripe_customer_id).toBe([...stripe.customers.keys()][0]);
    },
  );

  test('needs an account, a plan that is for sale, and a customer to manage', async () => {
    const refused = await checkout();
    expectProblem(refused, 403, 'sign_in_required');
    expect((refused.body as Problem).remedy).toContain('Sign in');
    expectProblem(await app.request('POST', '/api/billing/portal'), 403, 'sign_in_required');
    await signIn();
    expect(expectProblem(await checkout('free'), 400, 'invalid_input')).toEqual({
      plan: 'must be one of pro',
    });
    expectProblem(await checkout('__proto__'), 400, 'invalid_input');
    expectProblem(await app.request('POST', '/api/billing/checkout', { body: {} }), 400, 'invalid_input');
    expectProblem(await app.request('POST', '/api/billing/portal'), 409, 'not_a_customer');
    expectProblem(await app.request('GET', '/api/billing', { token: null }), 401, 'unauthenticated');
    expect(stripe.requests).toEqual([]);
  });

  test('says when Stripe is away, and when it refuses', async () => {
    await signIn();
    stripe.trouble = { status: 500 };
    const away = await checkout();
    expectProblem(away, 503, 'billing_unavailable');
    expect(away.headers.get('retry-after')).toBe('5');
    stripe.trouble = { status: 429, headers: { 'retry-after': '17' } };
    expect((await checkout()).headers.get('retry-after')).toBe('17');
    stripe.trouble = { status: 400 };
    const refused = await checkout();
    expectProblem(refused, 502, 'billing_failed');
    expect(refused.text).not.toContain('Something is wrong');
    stripe.trouble = null;
    expect((await checkout()).status).toBe(200);
  });
});

describe('events of Stripe', () => {
  test('that are tampered with, unsigned or old change nothing', async () => {
    await signIn();
    const { url } = (await checkout()).body as { url: string };
    const subscription = stripe.pay(url, november);
    const good = told('customer.subscription.created', subscription);
    const old = new Date(now.getTime() - 301_000);
    const bad = [
      { ...good, body: good.body.replace('active', 'activE') },
      { ...good, headers: {} },
      { ...good, headers: { 'stripe-signature': 'nonsense' } },
      stripe.event('customer.subscription.created', stripe.shown(subscription), {
        at: now,
        secret: 'whsec_x',
      }),
      stripe.event('customer.subscription.created', stripe.shown(subscription), { at: old }),
    ];
    for (const event of bad) expectProblem(await deliver(event), 401, 'webhook_signature_invalid');
    expect(await overview()).toMatchObject({ plan: 'free' });
    expect((await deliver(good)).status).toBe(200);
    expect(await overview()).toMatchObject({ plan: 'pro' });
  });

  test('that come twice are handled once', async () => {
    await signIn();
    const subscription = await subscribe();
    const event = told('customer.subscription.updated', subscription);
    expect((await deliver(event)).body).toMatchObject({ result: 'handled' });
    const { length } = stripe.requests;
    expect((await deliver(event)).body).toMatchObject({ result: 'seen' });
    expect(stripe.requests).toHaveLength(length);
  });

  describe('about a customer who was deleted at Stripe', () => {
    test.each(['missing', 'empty', 'canceled'] as const)(
      'end the plan, and are handled once (%s)',
      async (how) => {
        await signIn();
        const subscription = await subscribe();
        stripe.whenGone = how;
        stripe.deleteCustomer(subscription.customer);
        const event = told('customer.subscription.deleted', subscription);
        expect((await deliver(event)).body).toEqual({ received: true, result: 'handled' });
        expect(await overview()).toMatchObject({
          plan: 'free',
          status: 'canceled',
          limits: { messages: 200, analyses: 3 },
        });
        expect(await row()).toMatchObject({ tier: 'FREE', status: 'CANCELED', interviews_limit: 5 });
        expect((await deliver(event)).body).toMatchObject({ result: 'seen' });
        // Newer versions of the API may hand over the customer whole.
        const customer = { id: subscription.customer, object: 'customer', deleted: true };
        expect(
          (await deliver(stripe.event('invoice.payment_failed', { customer }, { at: now }))).status,
        ).toBe(200);
        // A new purchase is one page, however often it is asked for, and counts.
        const urls = [await checkout(), await checkout()].map(({ body }) => (body as { url: string }).url);
        expect(urls[0]).toBe(urls[1]);
        const again = stripe.pay(urls[0]!, november);
        await deliver(told('customer.subscription.created', again));
        expect(await overview()).toMatchObject({ plan: 'pro', status: 'active' });
        // The news of the first customer may come later still.
        expect((await deliver(told('customer.subscription.deleted', subscription))).status).toBe(200);
        expect(await overview()).toMatchObject({ plan: 'pro', status: 'active' });
      },
    );

    test('that nobody here ever had, or whose account is gone, are acknowledged', async () => {
      const unknown = { customer: 'cus_unknown', metadata: { interviewly_user: 'nobody' } };
      const stranger = stripe.event('customer.subscription.deleted', unknown, { at: now });
      expect((await deliver(stranger)).body).toEqual({ received: true, result: 'ignored' });
      await signIn();
      const subscription = await subscribe();
      expect((await app.request('DELETE', '/api/account')).status).toBe(204);
      const late = told('customer.subscription.deleted', subscription);
      expect((await deliver(late)).body).toEqual({ received: true, result: 'ignored' });
      expect((await deliver(late)).body).toEqual({ received: true, result: 'seen' });
      expect(await row()).toBeUndefined();
    });

    test('take nothing from a plan that Stripe never gave', async () => {
      await signIn();
      const { url } = (await checkout()).body as { url: string };
      expect(url).toBeTruthy();
      const { stripe_customer_id } = (await row())!;
      await app.context.store.db
        .updateTable('subscriptions')
        .set({ tier: 'PRO', status: 'ACTIVE' })
        .where('user_id', '=', userId)
        .execute();
      stripe.deleteCustomer(stripe_customer_id!);
      const paid = stripe.event('invoice.paid', { customer: stripe_customer_id }, { at: now });
      expect((await deliver(paid)).body).toMatchObject({ result: 'ignored' });
      expect(await overview()).toMatchObject({ plan: 'pro', status: 'active' });
    });
  });

  test('of the other mode than the key are refused: nobody they are about is there for it', async () => {
    await signIn();
    const subscription = await subscribe();
    stripe.deleteCustomer(subscription.customer);
    const live = stripe.event('invoice.paid', stripe.shown(subscription), { at: now, livemode: true });
    expectProblem(await deliver(live), 502, 'billing_failed');
    expect(await overview()).toMatchObject({ plan: 'pro', status: 'active' });
  });

  test('that come in the wrong order leave the newest state', async () => {
    await signIn();
    const { url } = (await checkout()).body as { url: string };
    const subscription = stripe.pay(url, november);
    const created = told('customer.subscription.created', { ...subscription, status: 'incomplete' });
    const updated = told('customer.subscription.updated', subscription);
    subscription.status = 'canceled';
    subscription.canceled_at = seconds('2026-11-20T11:00:00Z');
    const deleted = told('customer.subscription.deleted', subscription);
    for (const event of [deleted, updated, created]) expect((await deliver(event)).status).toBe(200);
    expect(await overview()).toMatchObject({ plan: 'free', status: 'canceled', limits: { messages: 200 } });
    expect(await row()).toMatchObject({ tier: 'FREE', status: 'CANCELED', stripe_status: 'canceled' });
  });

  test('of an earlier subscription do not end the one that runs', async () => {
    await signIn();
    const first = await subscribe();
    first.status = 'canceled';
    const end = told('customer.subscription.deleted', first);
    const { url } = await checkout().then(({ body }) => body as { url: string });
    const second = stripe.pay(url, [november[0] + 60, november[1] + 60]);
    await deliver(told('customer.subscription.created', second));
    await deliver(end);
    expect(await overview()).toMatchObject({ plan: 'pro', status: 'active' });
    expect((await row())?.stripe_subscription_id).toBe(second.id);
  });

  test('at the same time: the state that was fetched last is the one that stays', async () => {
    await signIn();
    const { url } = (await checkout()).body as { url: string };
    const subscription = stripe.pay(url, november);
    // The first of two handlers is held with the old state in its hands until the second has written the new one.
    const held = Promise.withResolvers<void>();
    let fetched = 0;
    stripe.beforeSending = async ({ path }) => {
      if (path === '/v1/subscriptions' && ++fetched === 1) await held.promise;
    };
    const slow = deliver(told('customer.subscription.created', subscription));
    while (fetched === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    subscription.status = 'past_due';
    expect((await deliver(told('invoice.payment_failed', subscription))).status).toBe(200);
    held.resolve();
    expect((await slow).status).toBe(200);
    expect(await row()).toMatchObject({ stripe_status: 'past_due', stripe_revision: 2 });
    expect(fetched).toBe(3);
  });

  test('of strangers and of other kinds are acknowledged and left alone', async () => {
    stripe.customers.set('cus_stranger', {});
    const stranger = stripe.event('customer.subscription.created', { customer: 'cus_stranger' }, { at: now });
    expect((await deliver(stranger)).body).toMatchObject({ result: 'ignored' });
    const other = stripe.event('charge.refunded', { customer: 'cus_stranger' }, { at: now });
    expect((await deliver(other)).body).toMatchObject({ result: 'ignored' });
    const odd = stripe.event('invoice.paid', { customer: null }, { at: now });
    expect((await deliver(odd)).body).toMatchObject({ result: 'ignored' });
    expect(await row()).toBeUndefined();
  });

  test('that name somebody who has no account bring nobody back', async () => {
    await signIn();
    const subscription = await subscribe();
    expect((await app.request('DELETE', '/api/account')).status).toBe(204);
    expect(stripe.customers.size).toBe(0);
    expect(stripe.subscriptions.get(subscription.id)?.status).toBe('canceled');
    stripe.customers.set(subscription.customer, {});
    expect((await deliver(told('customer.subscription.deleted', subscription))).body).toMatchObject({
      result: 'ignored',
    });
    expect(await row()).toBeUndefined();
  });

  test('that cannot be handled now are to be sent again', async () => {
    await signIn();
    const { url } = (await checkout()).body as { url: string };
    const event = told('customer.subscription.created', stripe.pay(url, november));
    stripe.trouble = { status: 500 };
    expectProblem(await deliver(event), 503, 'billing_unavailable');
    stripe.trouble = null;
    expect((await deliver(event)).body).toMatchObject({ result: 'handled' });
    expect(await overview()).toMatchObject({ plan: 'pro' });
  });

  test('tell of payments that fail, of an end to come, of the next period', async () => {
    await signIn();
    const subscription = await subscribe();
    subscription.status = 'past_due';
    const invoice = { object: 'invoice', customer: { id: subscription.customer } };
    await deliver(stripe.event('invoice.payment_failed', invoice, { at: now }));
    expect(await overview()).toMatchObject({ plan: 'pro', status: 'past_due' });
    subscription.status = 'active';
    subscription.cancel_at_period_end = true;
    await deliver(told('customer.subscription.updated', subscription));
    expect(await overview()).toMatchObject({ plan: 'pro', status: 'active', cancel_at_period_end: true });
    subscription.cancel_at_period_end = false;
    subscription.period = december;
    now = new Date('2026-12-11T00:00:00Z');
    await deliver(told('invoice.paid', subscription));
    expect(await overview()).toMatchObject({ period_start: '2026-12-10T12:00:00.000Z' });
  });
});

describe('limits', () => {
  test('402 with which, how much, until when and what to do; the message is not kept', async () => {
    await signIn();
    await app.context.store.db
      .insertInto('interviewly.usage')
      .values({
        id: uuidv7(),
        owner_id: clerkId,
        period_start: new Date('2026-11-01T00:00:00Z'),
        kind: 'messages',
        amount: 199,
        updated_at: now,
      })
      .execute();
    const body = { message_id: 'mine', conversation_id: 'talk' };
    expect((await say('My notice is three months.', body)).status).toBe(200);
    expect((await overview()).used.messages).toBe(200);
    // The same message once more is answered again, and not counted.
    expect((await say('My notice is three months.', body)).status).toBe(200);
    const refused = await say('And markerword?');
    expectProblem(refused, 402, 'limit_reached');
    expect(refused.body).toMatchObject({
      detail:
        'The plan Free has 200 messages to the coach a month, and 200 are used. They are counted anew from 2026-12-01T00:00:00.000Z.',
      remedy: expect.stringContaining('POST /api/billing/checkout'),
      limit: { kind: 'messages', plan: 'free', used: 200, limit: 200, resets_at: '2026-12-01T00:00:00.000Z' },
    });
    expect((await app.request('GET', '/api/memory/messages')).text).not.toContain('markerword');
    await subscribe();
    expect((await say('And now?')).status).toBe(200);
    expect(await overview()).toMatchObject({ used: { messages: 1 }, limits: { messages: 5_000 } });
    now = new Date('2026-12-02T00:00:00Z');
    expect((await overview()).used.messages).toBe(1);
  });

  test('a visitor is told to sign in; an analysis counts when it is kept', async () => {
    const cv = (await app.request('POST', '/api/cv', { body: { text: 'Ann Miller\nann@example.com' } }))
      .body as {
      id: string;
    };
    const analyse = (id: string) => app.request('POST', `/api/cv/${id}/analyses`, { body: {} });
    expect((await analyse('nothing')).status).toBe(404);
    for (let i = 0; i < 3; i++) expect((await analyse(cv.id)).status).toBe(201);
    const refused = await analyse(cv.id);
    expectProblem(refused, 402, 'limit_reached');
    expect((refused.body as Problem).remedy).toContain('Sign in');
    expect((await overview()).used).toMatchObject({ analyses: 3, messages: 0 });
    now = new Date('2026-12-01T00:00:00Z');
    expect((await analyse(cv.id)).status).toBe(201);
  });
});

test('without a key nothing is sold and nothing limited, and use is counted all the same', async () => {
  const open = await testApp();
  try {
    const { context, request } = open;
    await context.store.transaction((trx) =>
      trx
        .insertInto('interviewly.usage')
        .values({
          id: uuidv7(),
          owner_id: open.userId,
          period_start: new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth(), 1)),
          kind: 'messages',
          amount: 1_000_000,
          updated_at: new Date(),
        })
        .execute(),
    );
    expect((await request('POST', '/api/chat', { body: { message: 'hello' } })).status).toBe(200);
    expect((await request('GET', '/api/billing')).body).toMatchObject({
      enabled: false,
      plan: null,
      limits: { messages: null, analyses: null, interviews: null, voice_minutes: null },
      used: { messages: 1_000_001 },
      plans: [],
    });
    const refused = await request('POST', '/api/billing/checkout', { body: { plan: 'pro' } });
    expectProblem(refused, 422, 'billing_not_set_up');
    expectProblem(await request('POST', '/api/billing/portal'), 422, 'billing_not_set_up');
    expectProblem(
      await request('POST', '/api/webhooks/stripe', { token: null, body: {} }),
      422,
      'billing_not_set_up',
    );
  } finally {
    await open.close();
  }
});

test('what a visitor used counts on when they sign in, and the account can buy', async () => {
  const signed = await testApp({ env: { ...env, ...clerkEnv(), STRIPE_API_BASE: stripe.origin } });
  try {
    const { request, token: visitor } = signed;
    const person = clerkToken({ sub: clerkId, claims: { email: 'ann@example.com' } });
    const used = async (token: string) =>
      ((await request('GET', '/api/billing', { token })).body as Overview).used.messages;
    for (const token of [visitor, visitor, person])
      expect((await request('POST', '/api/chat', { token, body: { message: 'Hello again.' } })).status).toBe(
        200,
      );
    expect([await used(visitor), await used(person)]).toEqual([2, 1]);
    const claim = () =>
      request('POST', '/api/account/claim', { token: person, body: { session_token: visitor } });
    expect((await claim()).status).toBe(200);
    expect((await claim()).status).toBe(200);
    expect(await used(person)).toBe(3);
    expect(
      (await request('POST', '/api/billing/checkout', { token: person, body: { plan: 'pro' } })).status,
    ).toBe(200);
    const nameless = clerkToken({ sub: 'user_2nameless' });
    expectProblem(
      await request('POST', '/api/billing/checkout', { token: nameless, body: { plan: 'pro' } }),
      409,
      'account_not_ready',
    );
  } finally {
    await signed.close();
  }
});
