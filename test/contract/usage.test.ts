import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { createBilling, type Usage } from '../../src/features/billing/index.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { createMemory } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { startFakeStripe, stripeKey, webhookSecret } from '../fakes/fake-stripe.ts';
import { WordEngine } from './fake-embedding.ts';
import { onEveryDatabase, silent } from './stores.ts';

const { billing: config } = readConfig(
  { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1', STRIPE_PRICE_PRO: 'price_pro' },
  { cwd: '/' },
);

onEveryDatabase('counting of use', (kind) => {
  let store: Store;
  let usage: Usage;
  let now: Date;
  const clock = { now: () => now };

  // Making a database takes longer than all of this, so the tests share one, each with people of its own.
  let people = 0;
  const visitor = () => `visitor_${++people}`;

  beforeAll(async () => {
    store = await kind.open();
    await store.prepare();
    usage = createBilling({ config, store, clock, logger: silent }).usage;
  });
  afterAll(() => store?.close());
  beforeEach(() => {
    now = new Date('2026-11-20T12:00:00Z');
  });

  const count = (
    owner: string,
    what: 'messages' | 'analyses' | 'interviews' | 'voice_minutes',
    amount?: number,
  ) => store.transaction((trx) => usage.count(trx, owner, what, amount));

  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'counted',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );

  async function amounts(...owners: string[]): Promise<[kind: string, amount: number][]> {
    const rows = await store.db
      .selectFrom('interviewly.usage')
      .selectAll()
      .where('owner_id', 'in', owners)
      .execute();
    return rows.map((row) => [row.kind, row.amount]);
  }

  interface OriginalRow {
    interviews_used: number;
    interviews_limit: number;
    updated_at: Date;
  }

  /** A person whose row only the original wrote, by their Clerk id. */
  async function original(columns: Partial<OriginalRow> = {}): Promise<string> {
    const id = `u${++people}`;
    const times = { created_at: new Date('2026-01-01'), updated_at: new Date('2026-11-19') };
    await store.db
      .insertInto('users')
      .values({ id, clerk_user_id: `user_${id}`, email: `${id}@example.com`, ...times })
      .execute();
    const used = { interviews_used: 2, cv_analyses_used: 1 };
    await store.db
      .insertInto('subscriptions')
      .values({ id, user_id: id, tier: 'FREE', status: 'ACTIVE', ...used, ...times, ...columns })
      .execute();
    return `user_${id}`;
  }

  const row = (owner: string) =>
    store.db
      .selectFrom('subscriptions')
      .selectAll()
      .where('user_id', '=', owner.replace('user_', ''))
      .executeTakeFirstOrThrow();

  const times = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i));

  test('of twenty at once as many get through as are left', async () => {
    const owner = visitor();
    await count(owner, 'messages', 193);
    const codes = await Promise.all(times(20, () => codeOf(count(owner, 'messages'))));
    expect(codes.filter((code) => code === 'counted')).toHaveLength(7);
    expect(codes.filter((code) => code === 'limit_reached')).toHaveLength(13);
    expect(await amounts(owner)).toEqual([['messages', 200]]);
  });

  test('of twenty first ones at once none is lost, with and without a row of the original', async () => {
    const ann = await original({ interviews_used: 0 });
    const ben = visitor();
    const codes = await Promise.all([
      ...times(20, () => codeOf(count(ann, 'interviews'))),
      ...times(20, () => codeOf(count(ben, 'analyses'))),
    ]);
    expect(codes.filter((code) => code === 'counted')).toHaveLength(5 + 3);
    expect(await amounts(ann)).toEqual([['interviews', 5]]);
    expect(await amounts(ben)).toEqual([['analyses', 3]]);
    expect(await row(ann)).toMatchObject({ interviews_used: 5, cv_analyses_used: 1 });
  });

  test('what is stored and its count are both there or neither is', async () => {
    const owner = visitor();
    const memory = createMemory({ store, embedding: new WordEngine(), logger: silent, clock });
    const keep = (id: string, text: string) =>
      memory.remember(owner, [{ text, role: 'user', message_id: id }], {
        within: (trx) => usage.count(trx, owner, 'messages'),
      });
    await count(owner, 'messages', 198);
    await keep('one', 'the first');
    await keep('one', 'the first');
    expect(await amounts(owner)).toEqual([['messages', 199]]);
    const codes = await Promise.all(times(5, (i) => codeOf(keep(`more-${i}`, `word ${i}`))));
    expect(codes.filter((code) => code === 'counted')).toHaveLength(1);
    expect((await memory.list(owner, {})).messages).toHaveLength(2);
    expect(await memory.progress(owner)).toMatchObject({ messages: 2 });
    const same = await Promise.all(times(5, () => codeOf(keep('one', 'the first'))));
    expect(same).toEqual(times(5, () => 'counted'));
  });

  test('rows that changed hands are summed', async () => {
    const [before, after] = [visitor(), `user_${visitor()}`];
    await count(before, 'analyses', 2);
    await count(after, 'analyses', 1);
    await store.db
      .updateTable('interviewly.usage')
      .set({ owner_id: after })
      .where('owner_id', '=', before)
      .execute();
    expect(await codeOf(count(after, 'analyses'))).toBe('limit_reached');
    await expect(usage.requireAllowance(after, 'analyses')).rejects.toMatchObject({
      members: { limit: { used: 3, limit: 3 } },
    });
  });

  test('the columns of the original are gone on with, and start anew with the month', async () => {
    const ann = await original();
    for (const code of ['counted', 'counted', 'counted', 'limit_reached'])
      expect(await codeOf(count(ann, 'interviews'))).toBe(code);
    expect(await row(ann)).toMatchObject({ interviews_used: 5, cv_analyses_used: 1 });
    // The original goes on beside us.
    await store.db
      .updateTable('subscriptions')
      .set({ cv_analyses_used: 2 })
      .where('user_id', '=', ann.replace('user_', ''))
      .execute();
    expect(await codeOf(count(ann, 'analyses'))).toBe('counted');
    expect(await codeOf(count(ann, 'analyses'))).toBe('limit_reached');
    now = new Date('2026-12-01T00:00:00Z');
    expect(await codeOf(count(ann, 'analyses'))).toBe('counted');
    expect(await row(ann)).toMatchObject({ interviews_used: 0, cv_analyses_used: 1 });
  });

  test('figures of the original that are of an earlier month do not count; its larger limits do', async () => {
    const ann = await original({
      interviews_used: 57,
      interviews_limit: 7,
      updated_at: new Date('2026-10-31'),
    });
    expect(await codeOf(count(ann, 'interviews', 7))).toBe('counted');
    expect(await codeOf(count(ann, 'interviews'))).toBe('limit_reached');
    expect(await row(ann)).toMatchObject({ interviews_used: 7, cv_analyses_used: 0 });
  });

  test('voice is counted in seconds, and beyond the limit where it was spoken already', async () => {
    const owner = visitor();
    for (let i = 0; i < 10; i++) await count(owner, 'voice_minutes', 0.25);
    expect(await amounts(owner)).toEqual([['voice_minutes', 150]]);
    await store.transaction((trx) => usage.count(trx, owner, 'voice_minutes', 20, { overdraw: true }));
    await expect(usage.requireAllowance(owner, 'voice_minutes', 0.1)).rejects.toMatchObject({
      members: { limit: { used: 22.5, limit: 15 } },
    });
    for (const amount of [Number.NaN, -1])
      await expect(count(owner, 'voice_minutes', amount)).rejects.toThrow(RangeError);
  });

  test('a subscription is bought, told of many times at once, and ended', async () => {
    const stripe = await startFakeStripe();
    try {
      const set = {
        STRIPE_SECRET_KEY: stripeKey,
        STRIPE_WEBHOOK_SECRET: webhookSecret,
        STRIPE_PRICE_PRO: 'price_pro',
        STRIPE_API_BASE: stripe.origin,
      };
      const { billing: settings } = readConfig(set, { cwd: '/' });
      const billing = createBilling({ config: settings, store, clock, logger: silent });
      const ann = await original({ interviews_used: 4 });
      const since = now.getTime() / 1_000 - 86_400;
      const bought = stripe.pay(await billing.checkout(ann, 'pro'), [since, since + 30 * 86_400]);
      const ring = (type: string, id?: string) => {
        const { body, headers } = stripe.event(type, stripe.shown(bought), { at: now, id });
        return billing.receive(Buffer.from(body), headers['stripe-signature']);
      };
      await Promise.all(
        times(6, (i) => ring('customer.subscription.updated', i < 3 ? 'evt_same' : undefined)),
      );
      expect(await row(ann)).toMatchObject({ tier: 'PRO', status: 'ACTIVE', stripe_status: 'active' });
      expect(await billing.overview(ann)).toMatchObject({ plan: 'pro', used: { interviews: 0 } });
      await store.transaction((trx) => billing.usage.count(trx, ann, 'interviews'));
      expect(await row(ann)).toMatchObject({ interviews_used: 1 });
      bought.status = 'canceled';
      expect(await ring('customer.subscription.deleted')).toBe('handled');
      expect(await row(ann)).toMatchObject({ tier: 'FREE', status: 'CANCELED', interviews_limit: 5 });
      expect(await billing.overview(ann)).toMatchObject({ plan: 'free', status: 'canceled' });
    } finally {
      await stripe.close();
    }
  });
});
