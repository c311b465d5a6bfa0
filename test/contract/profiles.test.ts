import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProfileUpkeep, type ProfileUpkeep } from '../../src/features/recommendations/index.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import type { Memory } from '../../src/memory/types.ts';
import { type TestApp, testApp, testContext } from '../context.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';
import { onEveryDatabase } from './stores.ts';

const minute = 60_000;
const day = 1_440 * minute;

onEveryDatabase('profiles of those who share', (kind) => {
  let app: TestApp;
  let laterMs: number;
  const clock: Clock = { now: () => new Date(Date.now() + laterMs) };
  const tokenOf = (sub: string) => clerkToken({ sub, expires: 3_000_000 });

  beforeEach(async () => {
    laterMs = 0;
    const env = { ...clerkEnv(), SIMILAR_PROFILES_WAIT_DAYS: '0' };
    const context = await testContext({ env, overrides: { store: await kind.open(), clock } });
    app = await testApp({ context });
  });
  afterEach(() => app.close());

  const profiles = () =>
    app.context.store.db.selectFrom('interviewly.profiles').selectAll().orderBy('owner_id').execute();
  const due = async (owner: string) =>
    (
      await app.context.store.db
        .selectFrom('interviewly.account_settings')
        .select('profile_due')
        .where('owner_id', '=', owner)
        .executeTakeFirst()
    )?.profile_due;
  const say = (owner: string, count = 8) =>
    app.context.memory.remember(
      owner,
      Array.from({ length: count }, (_, i) => ({
        text: `backend engineer interview golang postgres question number${i}`,
        role: 'user' as const,
        created_at: clock.now(),
      })),
    );
  async function share(sub: string, share_profile = true) {
    const body = { settings: { share_profile } };
    expect((await app.request('PATCH', '/api/account', { token: tokenOf(sub), body })).status).toBe(200);
  }
  /** As another process would, or this one after a restart: nothing is known but what the database holds. */
  function process(memory: Pick<Memory, 'vectors' | 'progress'> = app.context.memory): ProfileUpkeep {
    const { store, logger } = app.context;
    return createProfileUpkeep({ store, memory, clock, logger, waitMs: 0 });
  }
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come
  const recommendations = async (sub: string): Promise<any> =>
    (await app.request('GET', '/api/recommendations', { token: tokenOf(sub) })).body;

  test('are made when they opt in: others count who never looked at recommendations', async () => {
    const people = Array.from({ length: 6 }, (_, i) => `user_${i}`);
    for (const sub of people) await say(sub);
    await app.context.memory.queue.drain();
    for (const sub of people) await share(sub);
    await expect.poll(async () => (await profiles()).length).toBe(6);
    expect((await recommendations('user_0')).similar_people).toMatchObject({ state: 'ready' });
  });

  test('wait for messages that are being embedded, and for more where too little was said', async () => {
    await say('user_1', 7);
    await share('user_1');
    await process().drain();
    expect(await profiles()).toEqual([]);
    await app.context.memory.queue.drain();
    laterMs += minute;
    await process().drain();
    expect(await profiles()).toEqual([]);
    await say('user_1', 1);
    await app.context.memory.queue.drain();
    await process().drain();
    expect(await profiles()).toEqual([]);
    laterMs += 60 * minute;
    await process().drain();
    expect(await profiles()).toHaveLength(1);
  });

  test('are made anew each day, with what was reached since, and count from the same time on', async () => {
    await say('user_1');
    const token = tokenOf('user_1');
    const job = { title: 'Backend Engineer', company_name: 'Northwind' };
    const made = await app.request('POST', '/api/applications', { token, body: { job, stage: 'applied' } });
    const { id } = made.body as { id: string };
    // What is done about applications is remembered, too.
    await app.context.memory.queue.drain();
    await share('user_1');
    await expect.poll(async () => (await profiles()).length).toBe(1);
    const [before] = await profiles();
    expect(before!.features).toMatchObject({ reached: { interview: false } });
    const moved = await app.request('PATCH', `/api/applications/${id}`, {
      token,
      body: { stage: 'interview' },
    });
    expect([moved.status, moved.text]).toEqual([200, expect.anything()]);
    await app.context.memory.queue.drain();
    await process().drain();
    expect(await profiles()).toEqual([before]);
    laterMs += day;
    await Promise.all([process().drain(), process().drain()]);
    const [after] = await profiles();
    expect(after!.features).toMatchObject({ reached: { interview: true } });
    expect(after!.counts_from).toBe(before!.counts_from);
    // Silent for half a year: nothing of them is kept.
    laterMs += 200 * day;
    await process().drain();
    expect(await profiles()).toEqual([]);
  });

  test('that a process died over are taken up by another', async () => {
    await say('user_1');
    await share('user_1');
    await process().drain();
    await app.context.memory.queue.drain();
    // What a process leaves that was killed with the profile in its hands.
    await app.context.store.db
      .updateTable('interviewly.account_settings')
      .set({ profile_due: new Date(clock.now().getTime() + 2 * minute) })
      .execute();
    await process().drain();
    expect(await profiles()).toEqual([]);
    laterMs += 3 * minute;
    await process().drain();
    expect(await profiles()).toHaveLength(1);
  });

  test('that cannot be made now are tried again, and hold up nobody', async () => {
    for (const sub of ['user_1', 'user_2']) {
      await say(sub);
      await share(sub);
    }
    await process().drain();
    await app.context.memory.queue.drain();
    laterMs += minute;
    const { memory } = app.context;
    const failing = process({
      progress: memory.progress,
      vectors: async (user, request) => {
        if (user === 'user_1') throw new Error('away');
        return memory.vectors(user, request);
      },
    });
    await failing.drain();
    expect((await profiles()).map(({ owner_id }) => owner_id)).toEqual(['user_2']);
    laterMs += 10 * minute;
    await process().drain();
    expect(await profiles()).toHaveLength(2);
  });

  test('are not kept of who withdraws or is erased while they are made', async () => {
    const { memory } = app.context;
    const leave: Record<string, () => Promise<unknown>> = {
      user_1: () => share('user_1', false),
      user_2: () => app.request('DELETE', '/api/account', { token: tokenOf('user_2') }),
    };
    for (const sub of Object.keys(leave)) {
      await say(sub);
      await share(sub);
    }
    await process().drain();
    await memory.queue.drain();
    laterMs += minute;
    const slow = process({
      progress: memory.progress,
      vectors: async (user, request) => {
        const read = await memory.vectors(user, request);
        await leave[user]!();
        return read;
      },
    });
    await slow.drain();
    expect(await profiles()).toEqual([]);
    expect([await due('user_1'), await due('user_2')]).toEqual([null, undefined]);
  });

  test('are not made of visitors, and are once they have signed in', async () => {
    await say(app.userId);
    await app.context.memory.queue.drain();
    await app.request('PATCH', '/api/account', { body: { settings: { share_profile: true } } });
    await process().drain();
    expect(await profiles()).toEqual([]);
    const body = { session_token: app.token };
    await app.request('POST', '/api/account/claim', { token: tokenOf('user_1'), body });
    await process().drain();
    expect((await profiles()).map(({ owner_id }) => owner_id)).toEqual(['user_1']);
  });
});
