import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../src/kernel/clock.ts';
import { type TestApp, testApp } from '../context.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';

const daySeconds = 86_400;
let days = 0;
const clock: Clock = { now: () => new Date(Date.now() + days * daySeconds * 1_000) };
/** Valid by the real clock and by that of the test. */
const tokenOf = (sub: string) => clerkToken({ sub, expires: 40 * daySeconds });

let app: TestApp;
beforeEach(async () => {
  days = 0;
  app = await testApp({ env: clerkEnv(), overrides: { clock } });
});
afterEach(() => app.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come
async function recommendations(token = app.token): Promise<any> {
  const answer = await app.request('GET', '/api/recommendations', { token });
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.body;
}

describe('from the own past', () => {
  const advice = (topic: string) =>
    `About ${topic}: gather three numbers from people who do the same work, name a range whose lower end you could live with, and be silent after you said it.`;

  beforeEach(async () => {
    const { memory } = app.context;
    await memory.remember(app.userId, [
      said('q1', 'a', '2026-01-01', 'How do I answer the salary expectations question?'),
      replied('r1', 'a', '2026-01-01', advice('salary expectations question')),
      said('q2', 'b', '2026-01-10', 'What about the salary expectations question in a form?'),
      replied(
        'r2',
        'b',
        '2026-01-10',
        `${advice('the salary expectations question in forms')} Leave it empty.`,
      ),
      said('q3', 'c', '2026-02-01', 'They ask the salary expectations question again tomorrow'),
      replied('r3', 'c', '2026-02-01', 'ok', [{ kind: 'playbook', id: 'salary-expectations-question' }]),
      said('q4', 'c', '2026-02-02', 'thanks!'),
    ]);
    await memory.queue.drain();
  });
  const said = (message_id: string, conversation_id: string, day: string, text: string) => ({
    message_id,
    conversation_id,
    text,
    role: 'user' as const,
    created_at: new Date(`${day}T10:00:00Z`),
  });
  const replied = (id: string, conversation: string, day: string, text: string, sources: unknown[] = []) => ({
    ...said(id, conversation, day, text),
    created_at: new Date(`${day}T10:01:00Z`),
    role: 'assistant' as const,
    metadata: { sources },
  });

  test('earlier advice comes back with its rating; what did not help does not', async () => {
    await app.request('PUT', '/api/messages/r1/rating', { body: { rating: 'helpful' } });
    const first = await recommendations();
    expect(first.past_advice.map((one: { message_id: string }) => one.message_id).sort()).toEqual([
      'r1',
      'r2',
    ]);
    expect(first.past_advice[0]).toMatchObject({
      message_id: 'r1',
      rating: 'helpful',
      engine: 'recall+ratings/1',
      why: expect.stringContaining('you found it helpful'),
    });
    await app.request('PUT', '/api/messages/r1/rating', { body: { rating: 'not_helpful' } });
    const second = await recommendations();
    expect(second.past_advice.map((one: { message_id: string }) => one.message_id)).toEqual(['r2']);
  });

  test("so does what the offline engine advised, found by its question, as no search finds the playbook's words", async () => {
    const reply_to = 'q1';
    await app.context.memory.remember(app.userId, [
      {
        ...replied('o1', 'a', '2026-01-01', advice('playbook words')),
        metadata: { engine: 'offline', kind: 'advice', reply_to, memories: [], sources: [] },
      },
    ]);
    await app.context.memory.queue.drain();
    const { past_advice } = await recommendations();
    expect(past_advice.map((one: { message_id: string }) => one.message_id)).toContain('o1');
  });

  test('pieces fit what was said, say why, and are not those shown already', async () => {
    const { playbook, recent_conversations } = await recommendations();
    expect(recent_conversations).toBe(3);
    expect(playbook.length).toBeGreaterThan(0);
    for (const piece of playbook) {
      expect(piece.id).not.toBe('salary-expectations-question');
      expect(piece.fit).toBeGreaterThanOrEqual(0.5);
      expect(piece.because.message_ids.length).toBeGreaterThan(0);
      expect(piece.because.message_ids).not.toContain('q4');
    }
  });

  test('nobody gets what was said to another, and nothing comes of nothing', async () => {
    const other = (await app.request('POST', '/api/session')).body as { token: string };
    expect(await recommendations(other.token)).toMatchObject({
      past_advice: [],
      playbook: [],
      recent_conversations: 0,
      similar_people: { state: 'off', result: null },
    });
    expect((await app.request('GET', '/api/recommendations', { token: null })).status).toBe(401);
  });
});

describe('similar people', () => {
  const profiles = () => app.context.store.db.selectFrom('interviewly.profiles').selectAll().execute();
  const share = (sub: string, share_profile: boolean) =>
    app.request('PATCH', '/api/account', { token: tokenOf(sub), body: { settings: { share_profile } } });

  /** Somebody who talks about backend work, applied as told, and opted in. */
  async function person(sub: string, { source = 'a friend', stage = 'applied', opted = true } = {}) {
    const token = tokenOf(sub);
    await app.context.memory.remember(
      sub,
      Array.from({ length: 8 }, (_, i) => ({
        text: `Secret${sub} backend engineer interview golang postgres question number${i}`,
        role: 'user' as const,
        created_at: clock.now(),
      })),
    );
    await app.context.memory.queue.drain();
    if (stage !== 'none') {
      const job = { title: 'Backend Engineer', company_name: `Employer ${sub}` };
      const made = await app.request('POST', '/api/applications', { token, body: { job, source, stage } });
      expect([made.status, made.text]).toEqual([201, expect.anything()]);
    }
    if (opted) {
      expect((await share(sub, true)).status).toBe(200);
      await recommendations(token);
    }
  }
  const similar = async (sub: string) => (await recommendations(tokenOf(sub))).similar_people;

  test('off by default, only for accounts, and honest about what is missing', async () => {
    await person('user_1', { opted: false });
    expect(await similar('user_1')).toMatchObject({ state: 'off', result: null, k: 5 });
    expect(await profiles()).toEqual([]);
    await app.request('PATCH', '/api/account', { body: { settings: { share_profile: true } } });
    expect((await recommendations()).similar_people.state).toBe('needs_account');
    await share('user_2', true);
    expect((await similar('user_2')).state).toBe('too_little_said');
    expect(await profiles()).toEqual([]);
    await share('user_1', true);
    expect((await similar('user_1')).state).toBe('too_few_people');
  });

  test('tells ranges and quarters of at least k people who have shared for a week, and no word of theirs', async () => {
    await person('user_me', { stage: 'none' });
    for (let i = 0; i < 4; i++) await person(`user_${i}`, { stage: i < 2 ? 'interview' : 'applied' });
    await person('user_4', { stage: 'offer', source: 'LinkedIn' });
    await person('user_not', { opted: false });
    expect((await similar('user_me')).state).toBe('too_few_people');

    days = 8;
    const told = await similar('user_me');
    expect(told).toMatchObject({ state: 'ready', engine: 'similar-profiles/1' });
    expect(told.result).toEqual({
      people: '5 to 9',
      // Four came by a friend and one by LinkedIn: neither is told.
      worked: [
        {
          kind: 'all',
          name: 'applying',
          people: '5 to 9',
          interview: 'half_to_three_quarters',
          offer: 'under_a_quarter',
        },
      ],
      helpful_topics: [],
    });
    const everything = JSON.stringify([told, (await profiles()).map(({ features }) => features)]);
    expect(everything).not.toMatch(/secret|Employer|question|number\d/i);
    expect(JSON.stringify(told)).not.toMatch(/user_\d/);

    // One leaves: the profile is gone at once, and nothing is told any more.
    expect((await share('user_2', false)).status).toBe(200);
    expect((await profiles()).map(({ owner_id }) => owner_id)).not.toContain('user_2');
    expect(await similar('user_me')).toMatchObject({ state: 'too_few_people', result: null });

    // Back again, they do not count for another week.
    await share('user_2', true);
    await similar('user_2');
    expect((await similar('user_me')).state).toBe('too_few_people');
    days = 16;
    expect((await similar('user_me')).state).toBe('ready');

    // Whoever is erased is gone, too.
    expect((await app.request('DELETE', '/api/account', { token: tokenOf('user_3') })).status).toBe(204);
    expect((await profiles()).map(({ owner_id }) => owner_id)).not.toContain('user_3');
    expect((await similar('user_me')).state).toBe('too_few_people');
  });

  test('a profile is not made anew within a day, and not of those who are nothing like', async () => {
    await person('user_me');
    const [before] = await profiles();
    await app.context.memory.remember(
      'user_me',
      Array.from({ length: 40 }, (_, i) => ({
        text: `nursing ward shift patients ${i}`,
        role: 'user' as const,
      })),
    );
    await app.context.memory.queue.drain();
    await recommendations(tokenOf('user_me'));
    expect((await profiles())[0]).toEqual(before);
    days = 2;
    await recommendations(tokenOf('user_me'));
    expect((await profiles())[0]!.vector).not.toEqual(before!.vector);
    expect((await profiles())[0]!.counts_from).toBe(before!.counts_from);
  });

  test('consent that is withdrawn elsewhere counts at once, whatever is still stored', async () => {
    await person('user_me', { stage: 'none' });
    for (let i = 0; i < 5; i++) await person(`user_${i}`);
    days = 8;
    expect((await similar('user_me')).state).toBe('ready');
    await app.context.store.db
      .updateTable('interviewly.account_settings')
      .set({ share_profile: false })
      .where('owner_id', '=', 'user_0')
      .execute();
    expect((await similar('user_me')).state).toBe('too_few_people');
  });

  test('the least number and the wait are settings', async () => {
    await app.close();
    app = await testApp({
      env: { ...clerkEnv(), SIMILAR_PROFILES_MIN: '3', SIMILAR_PROFILES_WAIT_DAYS: '0' },
      overrides: { clock },
    });
    await person('user_me', { stage: 'none' });
    for (let i = 0; i < 2; i++) await person(`user_${i}`);
    expect(await similar('user_me')).toMatchObject({ state: 'too_few_people', k: 3 });
    await person('user_2', { stage: 'interview' });
    expect(await similar('user_me')).toMatchObject({ state: 'ready', result: { people: '3 to 9' } });
  });
});
