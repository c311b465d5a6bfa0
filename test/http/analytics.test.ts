import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivedUuid } from '../../src/kernel/ids.ts';
import { type TestApp, testApp } from '../context.ts';

/*
 * Everybody's questions, as whoever runs the installation sees them: nothing with fewer than five people behind it, no text
 * of anybody, gone with the person.
 */

let app: TestApp;
let token: string;

const asked = {
  five: 'How do I negotiate a higher salary offer?',
  four: 'Which visa sponsorship do I need for a relocation?',
};
const people = (topic: string, count: number) => Array.from({ length: count }, (_, i) => `${topic}-${i}`);
const marker = 'Zanzibaroo';

async function ask(user: string, text: string, at: string, reply?: Record<string, unknown>): Promise<void> {
  const message_id = derivedUuid('test', user, text);
  const conversation_id = derivedUuid('conversation', user).slice(0, 36);
  await app.context.memory.remember(user, [
    {
      text,
      role: 'user',
      message_id,
      conversation_id,
      context_type: 'career_chat',
      created_at: new Date(at),
    },
    ...(reply
      ? [
          {
            text: 'An answer.',
            role: 'assistant' as const,
            message_id: derivedUuid('reply', user, text),
            conversation_id,
            metadata: { engine: 'offline', reply_to: message_id, memories: [], sources: [], ...reply },
            created_at: new Date(Date.parse(at) + 1_000),
          },
        ]
      : []),
  ]);
}

async function get<T>(path: string): Promise<T> {
  const { status, body } = await app.request('GET', `/api/admin/insights/${path}`, { token });
  expect(status, path).toBe(200);
  return body as T;
}

interface Cluster {
  id: number;
  title: string;
  messages: number;
  people: number;
  terms: { term: string; people: number }[];
  examples: { phrase: string; people: number }[];
}
const clusters = () => get<{ clusters: Cluster[]; suppressed: number; questions: number }>('clusters');

async function refreshed(): Promise<void> {
  await app.context.memory.queue.drain();
  await app.context.analytics.request();
  expect(await app.context.analytics.work()).toBe('done');
}

const monday = '2026-03-02T10:00:00Z';

beforeAll(async () => {
  app = await testApp();
  token = app.token;
  for (const user of people('five', 5)) await ask(user, `${asked.five} ${marker}${user.slice(-1)}`, monday);
  for (const user of people('four', 4)) await ask(user, asked.four, monday);
  await ask('five-0', 'I had a long day at the office.', monday);
  await refreshed();
});
afterAll(() => app?.close());

test('what five people ask is shown, what four ask is not, and no text of anybody', async () => {
  const shown = await clusters();
  expect(shown.questions).toBe(9);
  expect(shown.clusters).toHaveLength(1);
  const [cluster] = shown.clusters;
  expect(cluster).toMatchObject({ messages: 5, people: 5 });
  expect(cluster!.terms.map(({ term }) => term)).toContain('negotiate');
  expect(cluster!.terms.every(({ people: count }) => count >= 5)).toBe(true);
  const everything = [shown, await get('topics?weeks=104'), await get('gaps'), await get('status')];
  expect(JSON.stringify(everything)).not.toMatch(/visa|zanzibaroo|five-\d/i);
});

test('the fifth person makes it shown', async () => {
  await ask('four-4', asked.four, monday);
  await refreshed();
  const shown = (await clusters()).clusters;
  expect(shown.map((cluster) => cluster.people)).toEqual([5, 5]);
  expect(JSON.stringify(shown)).toContain('visa');
});

test('one person who asks five times is one person', async () => {
  const kept = (await clusters()).clusters.length;
  for (let i = 0; i < 6; i++)
    await ask('lonely', `How should I word a resignation letter, version ${'abcdef'[i]}?`, monday);
  await refreshed();
  const shown = await clusters();
  expect(shown.clusters).toHaveLength(kept);
  expect(JSON.stringify(shown)).not.toContain('resign');
});

test('topics are counted a week, and weeks with too few people are left out', async () => {
  for (const user of people('five', 2)) await ask(user, `${asked.five} Once more.`, '2026-03-12T10:00:00Z');
  await app.context.memory.queue.drain();
  await app.context.analytics.work();
  const { topics, suppressed_weeks } = await get<{
    topics: (Cluster & { weeks: { week: string; messages: number; people: number }[] })[];
    suppressed_weeks: number;
  }>('topics?weeks=104');
  const salary = topics.find(({ messages }) => messages === 7);
  expect(salary?.weeks).toEqual([{ week: '2026-03-02', messages: 5, people: 5 }]);
  expect(suppressed_weeks).toBe(1);
  const wrong = await app.request('GET', '/api/admin/insights/topics?weeks=0', { token });
  expect(wrong.status).toBe(400);
});

test('new questions join their cluster without a new clustering', async () => {
  const before = await get<{ last_run: { started_at: string } }>('status');
  await ask('newcomer', asked.five, monday);
  await app.context.memory.queue.drain();
  await app.context.analytics.work();
  expect((await get<{ last_run: { started_at: string } }>('status')).last_run.started_at).toBe(
    before.last_run.started_at,
  );
  expect((await clusters()).clusters.map((cluster) => cluster.people)).toContain(6);
});

test('questions without an answer are gaps, ranked, with why; a helpful answer is none', async () => {
  const question = 'Can I get a license for falconry from a guild?';
  for (const user of people('gap', 6)) await ask(user, question, monday, { kind: 'nothing' });
  for (const user of people('fine', 6))
    await ask(user, 'Is a horoscope reader better paid than a beekeeper?', monday, { kind: 'nothing' });
  for (const user of people('fine', 6)) {
    const { messages } = await app.context.memory.list(user, { role: 'assistant' });
    await app.context.store.transaction((trx) =>
      trx
        .insertInto('interviewly.ratings')
        .values({
          message: messages[0]!.id,
          owner_id: user,
          rating: 'helpful',
          created_at: new Date(),
          updated_at: new Date(),
        })
        .execute(),
    );
  }
  await refreshed();
  const { gaps } = await get<{
    gaps: (Cluster & { reasons: { reason: string; people: number }[]; suggested_title: string })[];
  }>('gaps');
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({ people: 6, messages: 6 });
  expect(gaps[0]!.reasons).toContainEqual({ reason: 'nothing_found', messages: 6, people: 6 });
  expect(gaps[0]!.suggested_title.toLowerCase()).toContain('falconry');
});

test('an erased account is counted no longer, in labels neither', async () => {
  await app.context.memory.forgetEverything('four-2');
  const shown = await clusters();
  expect(JSON.stringify(shown)).not.toContain('visa');
  const rows = await app.context.store.read((db) =>
    db.selectFrom('interviewly.analytics_messages').select('seq').where('owner_id', '=', 'four-2').execute(),
  );
  expect(rows).toEqual([]);
});

test('what is kept of a clustering holds no word that fewer than five people use', async () => {
  const runs = await app.context.store.read((db) =>
    db.selectFrom('interviewly.analytics_runs').selectAll().execute(),
  );
  expect(runs).toHaveLength(1);
  expect(JSON.stringify(runs)).not.toMatch(/zanzibaroo|resign|lonely/i);
});

test('only whoever runs the installation sees it', async () => {
  const open = await testApp({ env: { HOST: '0.0.0.0' } });
  try {
    for (const path of [
      'overview',
      'insights/clusters',
      'insights/topics',
      'insights/gaps',
      'insights/status',
    ]) {
      expect((await open.request('GET', `/api/admin/${path}`)).status, path).toBe(403);
      expect((await open.request('GET', `/api/admin/${path}`, { token: null })).status, path).toBe(401);
    }
    expect((await open.request('POST', '/api/admin/insights/refresh')).status).toBe(403);
  } finally {
    await open.close();
  }
});

test('the overview counts people, days and engines', async () => {
  await ask('today', 'How do I write a CV?', new Date().toISOString());
  const { status, body } = await app.request('GET', '/api/admin/overview', { token });
  expect(status).toBe(200);
  const shown = body as {
    usage: { active_people: Record<string, number>; days: { day: string; messages: number }[] };
    totals: { people: number };
  };
  expect(shown).toMatchObject({
    database: { kind: 'sqlite', status: 'ok' },
    engines: { chat: 'offline', embedding: 'test/words' },
  });
  expect(shown.usage.active_people).toEqual({ day: 1, week: 1, month: 1 });
  expect(shown.usage.days).toHaveLength(30);
  expect(shown.usage.days.at(-1)).toMatchObject({ messages: 1, people: 1 });
  expect(shown.totals.people).toBeGreaterThan(15);
});

test('a refresh is accepted and done in the background', async () => {
  await app.context.memory.queue.drain();
  expect((await app.request('POST', '/api/admin/insights/refresh', { token })).status).toBe(202);
  await expect
    .poll(async () => get<{ running: boolean; requested_at: string | null }>('status'), { timeout: 30_000 })
    .toMatchObject({ running: false, requested_at: null });
});
