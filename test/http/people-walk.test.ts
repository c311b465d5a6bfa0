import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RequestOptions, type TestApp, testApp } from '../context.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';
import { type FakeStripe, startFakeStripe, stripeKey, webhookSecret } from '../fakes/fake-stripe.ts';
import { findTraces } from '../fill-tables.ts';
import { expectProblem } from './problems.ts';

/*
 * The way of one person through everything that is kept of people, step by step over HTTP: each test goes on where the one
 * before it ended. «Kestrel» is in what they say, so that what is left of them in the end can be looked for.
 */

const limits = { analyses: 3, interviews: 5, voice_minutes: 15 };
const plans = [
  { id: 'free', name: 'Free', tiers: ['FREE'], limits: { ...limits, messages: 7 } },
  {
    id: 'pro',
    name: 'Pro',
    tiers: ['BASIC', 'PRO', 'ENTERPRISE'],
    price_id: 'price_pro',
    price_text: '19 € a month',
    limits: { ...limits, messages: 14 },
  },
];

const account = 'user_2kestrel';
const person = clerkToken({
  sub: account,
  claims: { email: 'kestrel@example.com', email_verified: true },
  expires: 600,
});
const operator = clerkToken({ sub: 'user_2operator', expires: 600 });
const others = ['ann', 'ben', 'cleo', 'dan', 'eve'].map((name) =>
  clerkToken({ sub: `user_2${name}`, claims: { email: `${name}@example.com` }, expires: 600 }),
);

let folder: string;
let stripe: FakeStripe;
let app: TestApp;
/** Of the person: the visitor's first, then the account's. */
let token: string;
let visitor: { user_id: string; token: string };
let cookie: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'people-walk-'));
  writeFileSync(join(folder, 'plans.json'), JSON.stringify({ plans }));
  stripe = await startFakeStripe();
  app = await testApp({
    env: {
      ...clerkEnv(),
      ADMIN_USERS: 'user_2operator',
      STRIPE_SECRET_KEY: stripeKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: stripe.origin,
      APP_URL: 'https://app.example.com',
      PLANS_FILE: join(folder, 'plans.json'),
      SIMILAR_PROFILES_WAIT_DAYS: '0',
    },
  });
  const opened = await app.request('POST', '/api/session', { token: null });
  visitor = opened.body as typeof visitor;
  cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
  token = visitor.token;
});
afterAll(async () => {
  await app?.close();
  await stripe?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ok<Body>(method: string, path: string, options: RequestOptions = {}): Promise<Body> {
  const response = await app.request(method, path, { token, ...options });
  expect([response.status, `${method} ${path}: ${response.text.slice(0, 300)}`]).toEqual([
    expect.toSatisfy((status: number) => status < 300),
    expect.anything(),
  ]);
  return response.body as Body;
}

interface Reply {
  reply: string;
  message_id: string;
  user_message_id: string;
  conversation_id: string;
  sources: { kind: string; id: string }[];
}
interface Fact {
  id: string;
  kind: string;
  value: string;
  valid_to: string | null;
  contradicts: string[];
  source_message_id: string | null;
}
const chat = (message: string) => ok<Reply>('POST', '/api/chat', { body: { message } });
const facts = async () => (await ok<{ facts: Fact[] }>('GET', '/api/facts?current=true')).facts;
const told = (list: Fact[]) => list.map(({ kind, value }) => `${kind}: ${value}`).sort();
const used = async () =>
  (await ok<{ plan: string; used: { messages: number } }>('GET', '/api/billing')).used.messages;

describe('one person, from their first word to their last', () => {
  test('a visitor talks, and the agent keeps what they say of themselves', async () => {
    const first = await chat('I live in Berlin and I work at Kestrel Robotics.');
    expect(told(await facts())).toEqual(['employer: Kestrel Robotics', 'location: Berlin']);
    expect((await facts()).every((fact) => fact.source_message_id === first.user_message_id)).toBe(true);
    expect((await chat('Where do I live?')).reply).toContain('**Berlin**');
    expect(await ok('GET', '/api/account')).toMatchObject({ user_id: visitor.user_id, kind: 'visitor' });
    expect(await used()).toBe(2);
  });

  test('they sign in, and all of it comes along: messages, facts, use; the cookie has ended', async () => {
    token = person;
    expect(await facts()).toEqual([]);
    const claim = () => app.request('POST', '/api/account/claim', { token, headers: { cookie }, body: {} });
    const claimed = await claim();
    expect(claimed.body).toMatchObject({ user_id: account, moved: { messages: 4 }, renamed: 0 });
    expect(claimed.headers.get('set-cookie')).toMatch(
      /^interviewly_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/,
    );
    expect((await claim()).body).toMatchObject({ moved: { messages: 0, records: 0 } });
    for (const how of [{ token: visitor.token }, { token: null, headers: { cookie } }])
      expectProblem(await app.request('GET', '/api/account', how), 401, 'session_invalid');
    expect(told(await facts())).toEqual(['employer: Kestrel Robotics', 'location: Berlin']);
    expect(await used()).toBe(2);
    const other = await app.request('POST', '/api/account/claim', {
      token: others[0],
      body: { session_token: visitor.token },
    });
    expectProblem(other, 409, 'session_claimed');
  });

  test('they move: the coach says the new place, and can still tell of the old one', async () => {
    await chat('I moved to Lyon.');
    const now = await chat('Where do I live?');
    expect(now.reply).toContain('**Lyon**');
    expect(now.reply).not.toContain('Berlin');
    expect((await chat('When did I live in Berlin?')).reply).toContain('Berlin');
    const lyon = (await facts()).find(({ kind }) => kind === 'location')!;
    expect(now.sources).toContainEqual(expect.objectContaining({ kind: 'fact', id: lyon.id }));
    const history = await ok<{ facts: Fact[] }>('GET', `/api/facts/${lyon.id}/history`);
    expect(history.facts).toMatchObject([
      { value: 'Berlin', valid_to: expect.any(String) },
      { value: 'Lyon', valid_to: null },
    ]);
  });

  test('what contradicts is shown and asked about', async () => {
    await chat('My notice period is three months.');
    expect((await chat('My notice period is one month.')).reply).toContain('Which is right now?');
    const both = (await facts()).filter(({ kind }) => kind === 'constraint');
    expect(both).toHaveLength(2);
    expect(both.map(({ contradicts }) => contradicts)).toEqual([[both[1]!.id], [both[0]!.id]]);
  });

  test('the limit is reached: 402 says what to do, and they do it', async () => {
    expect(await used()).toBe(7);
    const refused = await app.request('POST', '/api/chat', { token, body: { message: 'Kestrelmarker?' } });
    expectProblem(refused, 402, 'limit_reached');
    expect(refused.body).toMatchObject({
      remedy: expect.stringContaining('POST /api/billing/checkout'),
      limit: { kind: 'messages', plan: 'free', used: 7, limit: 7 },
    });
    const { url } = await ok<{ url: string }>('POST', '/api/billing/checkout', { body: { plan: 'pro' } });
    const start = Math.floor(Date.now() / 1_000) - 60;
    const subscription = stripe.pay(url, [start, start + 30 * 86_400]);
    const event = stripe.event('customer.subscription.created', stripe.shown(subscription));
    const forged = {
      ...event.headers,
      'stripe-signature': event.headers['stripe-signature']!.replace(/.$/, '!'),
    };
    const deliver = (headers: Record<string, string>) =>
      app.request('POST', '/api/webhooks/stripe', { token: null, body: event.body, headers });
    expectProblem(await deliver(forged), 401, 'webhook_signature_invalid');
    expect((await deliver(event.headers)).body).toEqual({ received: true, result: 'handled' });
    expect((await deliver(event.headers)).body).toEqual({ received: true, result: 'seen' });
    expect(await ok('GET', '/api/billing')).toMatchObject({ plan: 'pro', limits: { messages: 14 } });
  });

  test('a rating, kept with the answer it is about', async () => {
    const { message_id, conversation_id } = await chat('How do I negotiate a higher salary offer?');
    const body = { rating: 'helpful', reason: 'Kestrel agreed to it' };
    await ok('PUT', `/api/messages/${message_id}/rating`, { body });
    const page = await ok<{ messages: { rating: object | null }[] }>(
      'GET',
      `/api/conversations/${conversation_id}/messages`,
    );
    expect(page.messages.flatMap(({ rating }) => rating ?? [])).toMatchObject([body]);
    expectProblem(
      await app.request('PUT', `/api/messages/${message_id}/rating`, { token: others[0], body }),
      404,
      'not_found',
    );
  });

  test('they opt in, and are told what worked for people like them, and nothing of anybody', async () => {
    const opt = (of: string) =>
      ok('PATCH', '/api/account', { token: of, body: { settings: { share_profile: true } } });
    type Told = { similar_people: { state: string; result: object | null } };
    const similar = async (of: string) =>
      (await ok<Told>('GET', '/api/recommendations', { token: of })).similar_people;
    const words = 'backend engineer interview golang postgres kubernetes';
    for (const [at, one] of [person, ...others].entries()) {
      const messages = Array.from({ length: 9 }, (_, i) => ({
        text: `${words} Secret${at} ${i}`,
        role: 'user',
      }));
      await ok('POST', '/api/memory/messages', { token: one, body: { messages } });
      const question = { text: 'How do I negotiate a higher salary offer?', role: 'user' };
      await ok('POST', '/api/memory/messages', { token: one, body: { messages: [question] } });
      const job = { title: 'Backend Engineer', company_name: `Employer${at}` };
      const stage = at < 3 ? 'interview' : 'applied';
      if (one !== person) await ok('POST', '/api/applications', { token: one, body: { job, stage } });
    }
    await app.context.memory.queue.drain();
    expect((await similar(person)).state).toBe('off');
    await opt(person);
    expect((await similar(person)).state).toBe('too_few_people');
    for (const one of others) {
      await opt(one);
      await similar(one);
    }
    const ready = await similar(person);
    expect(ready).toMatchObject({ state: 'ready', result: { people: '5 to 9' } });
    expect(JSON.stringify(ready)).not.toMatch(/Secret|Employer|user_2|@/);
  });

  test('the operator sees what many ask, and no text; others see nothing of it', async () => {
    expectProblem(await app.request('GET', '/api/admin/insights/clusters', { token }), 403, 'admin_required');
    await app.context.analytics.request();
    expect(await app.context.analytics.work()).toBe('done');
    const shown = await ok<{ clusters: { people: number }[] }>('GET', '/api/admin/insights/clusters', {
      token: operator,
    });
    expect(shown.clusters.length).toBeGreaterThan(0);
    expect(Math.min(...shown.clusters.map(({ people }) => people))).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(shown)).not.toMatch(/kestrel|secret\d|lyon/i);
    expect(await ok('GET', '/api/admin/overview', { token: operator })).toBeTruthy();
    expect(JSON.stringify(await ok('GET', '/api/insights/topics'))).toContain('{');
  });

  test('a program acts for them, as far as its key goes', async () => {
    const { key } = await ok<{ key: string }>('POST', '/api/account/keys', {
      body: { name: 'Kestrel sync', scopes: ['read'] },
    });
    expect(await ok('GET', '/api/facts?current=true', { token: key })).toMatchObject({
      facts: expect.arrayContaining([expect.objectContaining({ value: 'Lyon' })]),
    });
    for (const [method, path] of [
      ['POST', '/api/chat'],
      ['DELETE', '/api/account'],
      ['GET', '/api/admin/overview'],
    ] as const)
      expectProblem(await app.request(method, path, { token: key }), 403, 'scope_missing');
  });

  test('they delete their account, and nothing is left of them anywhere', async () => {
    const { store } = app.context;
    const names = [account, visitor.user_id, 'Kestrel', 'kestrel@example.com'];
    expect((await findTraces(store, ...names)).length).toBeGreaterThan(10);
    expect((await app.request('DELETE', '/api/account', { token })).status).toBe(204);
    expect(await findTraces(store, ...names)).toEqual([]);
    expect(stripe.customers.size).toBe(0);
    expectProblem(await app.request('GET', '/api/account', { token }), 401, 'session_invalid');
    expect(
      (
        await ok<{ state?: string; similar_people: { state: string } }>('GET', '/api/recommendations', {
          token: others[0],
        })
      ).similar_people.state,
    ).toBe('too_few_people');
  });
});
