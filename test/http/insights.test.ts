import { afterEach, expect, test } from 'vitest';
import type { Clock } from '../../src/kernel/clock.ts';
import { type TestApp, testApp } from '../context.ts';

let server: TestApp;
afterEach(() => server?.close());

/** A Wednesday. */
let now = new Date('2026-03-04T10:00:00Z');
const clock: Clock = { now: () => now };
const open = async () => {
  now = new Date('2026-03-04T10:00:00Z');
  server = await testApp({ overrides: { clock } });
  return server;
};

interface Said {
  text: string;
  at: string;
  conversation?: string;
  role?: 'user' | 'assistant';
  type?: string;
}
let count = 0;
async function say(messages: Said[]): Promise<string[]> {
  const body = {
    messages: messages.map(({ text, at, conversation = 'c1', role = 'user', type }) => ({
      text,
      role,
      message_id: `m${++count}`,
      conversation_id: conversation,
      created_at: at,
      ...(type && { context_type: type }),
    })),
  };
  const answer = await server.request('POST', '/api/memory/messages', { body });
  expect(answer.status).toBe(201);
  return body.messages.map(({ message_id }) => message_id);
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come
const get = async (path: string, token?: string): Promise<any> => {
  const answer = await server.request('GET', path, token ? { token } : {});
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return answer.body;
};
const promises = async () => (await get('/api/insights/promises')).promises;

test('a promise is open with its day, overdue when that is past everywhere, and done when they say so', async () => {
  await open();
  const [id] = await say([{ text: "Thanks! I'll update my CV by Friday.", at: '2026-03-04T09:00:00Z' }]);
  await say([
    { text: 'If they call, I will accept the offer tomorrow.', at: '2026-03-04T09:01:00Z' },
    {
      text: 'You should say: I will send the deck by Friday.',
      at: '2026-03-04T09:02:00Z',
      role: 'assistant',
    },
    { text: 'I will send the report by Friday.', at: '2026-03-04T09:03:00Z', type: 'mock_interview' },
  ]);
  const [promise, ...more] = await promises();
  expect(more).toEqual([]);
  expect(promise).toMatchObject({
    state: 'open',
    action: 'update my CV',
    quote: "Thanks! I'll update my CV by Friday.".slice(8),
    message_id: id,
    due: { date: '2026-03-06', text: 'by Friday' },
    times: 1,
    said_again: null,
    closed: null,
  });
  now = new Date('2026-03-07T08:00:00Z');
  expect((await promises())[0].state).toBe('open');
  now = new Date('2026-03-07T12:01:00Z');
  expect((await promises())[0].state).toBe('overdue');
  expect((await get('/api/insights/promises?state=open')).promises).toEqual([]);

  const [done] = await say([{ text: 'I finally updated my CV.', at: '2026-03-07T13:00:00Z' }]);
  expect((await promises())[0]).toMatchObject({
    state: 'done',
    closed: { by: 'said', message_id: done, quote: 'I finally updated my CV.' },
  });
});

test('a mark counts more than what was read, lasts, and goes with nothing but its own promise', async () => {
  await open();
  await say([
    { text: 'I need to call Anna back tomorrow.', at: '2026-03-03T09:00:00Z' },
    { text: 'I promised to send the references to Ben by March 20.', at: '2026-03-03T09:01:00Z' },
  ]);
  const [anna] = await promises();
  expect(anna.action).toBe('call Anna back');
  const patch = (id: string, state: unknown, token?: string) =>
    server.request('PATCH', `/api/insights/promises/${id}`, { body: { state }, ...(token && { token }) });
  expect((await patch(anna.id, 'done')).body).toMatchObject({ state: 'done', closed: { by: 'marked' } });
  expect((await promises()).map((one: { state: string }) => one.state)).toEqual(['open', 'done']);
  expect((await patch(anna.id, 'open')).body).toMatchObject({ state: 'open', closed: null });
  expect((await patch(anna.id, 'dismissed')).body).toMatchObject({ state: 'dismissed' });
  expect((await patch(anna.id, 'later')).status).toBe(400);
  expect((await patch('nonsense', 'done')).status).toBe(404);
  const other = (await server.request('POST', '/api/session')).body as { token: string };
  expect((await patch(anna.id, 'done', other.token)).status).toBe(404);
  expect((await get('/api/insights/promises', other.token)).promises).toEqual([]);

  // Said again after it was closed, it is a new one; said again while it is open, it is the same with a new day.
  now = new Date('2026-03-05T10:00:00Z');
  await say([{ text: 'I have to call Anna back on Monday.', at: '2026-03-05T09:00:00Z' }]);
  const again = await promises();
  expect(again.filter(({ action }: { action: string }) => /Anna/.test(action))).toMatchObject([
    { state: 'open', due: { date: '2026-03-09' }, times: 1 },
    { state: 'dismissed' },
  ]);
  await say([{ text: "I'll call Anna back on Tuesday.", at: '2026-03-05T09:30:00Z' }]);
  expect((await promises())[0]).toMatchObject({
    due: { date: '2026-03-10' },
    times: 2,
    said_again: { quote: "I'll call Anna back on Tuesday." },
  });
});

test('what other parts keep in their name is nothing they said', async () => {
  await open();
  await say([
    { text: 'I will call Anna tomorrow.', at: '2026-03-04T09:00:00Z', type: 'letter' },
    { text: 'How long should my resume be?', at: '2026-03-04T09:00:00Z', type: 'cv' },
  ]);
  expect(await promises()).toEqual([]);
  expect((await get('/api/insights/topics')).topics).toEqual([]);
});

test('a promise goes with its message', async () => {
  await open();
  const [id] = await say([{ text: "I'll apply to Northwind this weekend.", at: '2026-03-04T09:00:00Z' }]);
  expect(await promises()).toHaveLength(1);
  await server.request('DELETE', `/api/memory/messages/${id}`);
  expect(await promises()).toEqual([]);
});

test('topics are counted by week and month, and what is asked again in other conversations is told', async () => {
  await open();
  const asked = await say([
    { text: 'How do I negotiate my salary for the new job?', at: '2026-01-07T09:00:00Z', conversation: 'a' },
    {
      text: 'How should I answer the salary expectations question?',
      at: '2026-01-07T09:05:00Z',
      conversation: 'a',
    },
    { text: 'thanks!', at: '2026-01-07T09:06:00Z', conversation: 'a' },
    { text: 'How long should my resume be?', at: '2026-02-10T09:00:00Z', conversation: 'b' },
    {
      text: 'How long should a resume be, one page or two pages?',
      at: '2026-02-27T09:00:00Z',
      conversation: 'c',
    },
  ]);
  const weekly = await get('/api/insights/topics');
  const cv = weekly.topics.find(({ id }: { id: string }) => id === 'playbook:cv');
  expect(cv).toMatchObject({
    kind: 'playbook',
    label: 'CV',
    count: 2,
    first_at: '2026-02-10T09:00:00.000Z',
    last_at: '2026-02-27T09:00:00.000Z',
    buckets: [
      { start: '2026-02-09', count: 1 },
      { start: '2026-02-23', count: 1 },
    ],
    examples: [asked[4], asked[3]],
  });
  expect(weekly.topics.find(({ id }: { id: string }) => id === 'playbook:negotiation').count).toBe(2);
  expect([weekly.without_subject, weekly.messages, weekly.cut]).toEqual([1, 5, false]);
  expect(weekly.comes_back_to).toMatchObject([
    { id: 'piece:resume-length', kind: 'piece', times: 2, conversations: 2, days: 2 },
  ]);
  expect(weekly.comes_back_to[0].messages.map((one: { message_id: string }) => one.message_id)).toEqual([
    asked[4],
    asked[3],
  ]);
  const monthly = await get('/api/insights/topics?bucket=month&since=2026-02-01');
  expect(monthly.topics).toMatchObject([{ id: 'playbook:cv', buckets: [{ start: '2026-02-01', count: 2 }] }]);
  expect((await server.request('GET', '/api/insights/topics?bucket=day')).status).toBe(400);
  expect((await server.request('GET', '/api/insights/topics', { token: null })).status).toBe(401);
});

test('what fits no topic of the playbook becomes a topic of their own, named by its terms', async () => {
  await open();
  const dogs = ['Rex', 'the old', 'a young', 'my brown', 'that small'].map((name, i) => ({
    text: `Today ${name} greyhound chased squirrels`,
    at: `2026-02-0${i + 1}T09:00:00Z`,
    conversation: `d${i}`,
  }));
  await say([
    ...dogs,
    { text: 'The violin concerto premiered yesterday evening', at: '2026-02-07T09:00:00Z' },
    { text: 'Purple mushrooms everywhere beneath chestnut trees', at: '2026-02-08T09:00:00Z' },
  ]);
  await server.context.memory.queue.drain();
  const { topics, comes_back_to, own_topics, unsorted } = await get('/api/insights/topics');
  expect(own_topics).toEqual({ state: 'assessed', engine: 'test/words' });
  expect(topics).toMatchObject([{ kind: 'own', count: 5 }]);
  expect(topics[0].label).toContain('greyhound');
  expect(comes_back_to).toMatchObject([{ kind: 'own', times: 5, conversations: 5 }]);
  expect(unsorted).toBe(2);
});

test('the map has a place for every message, the same each time, and follows what is forgotten', async () => {
  await open();
  const subjects = [
    'salary offer negotiation raise',
    'resume layout font page',
    'visa permit relocation embassy',
  ];
  expect(await get('/api/insights/map')).toMatchObject({
    state: 'too_few',
    total: 0,
    points: [],
    needed: 12,
  });
  const ids = await say(
    Array.from({ length: 24 }, (_, i) => ({
      text: `${subjects[i % 3]} number${i}`,
      at: `2026-02-01T09:00:${String(i).padStart(2, '0')}Z`,
      role: i % 6 === 5 ? ('assistant' as const) : ('user' as const),
    })),
  );
  expect(await get('/api/insights/map')).toMatchObject({ state: 'too_few', pending: 24 });
  await server.context.memory.queue.drain();
  const [map, same] = await Promise.all([get('/api/insights/map'), get('/api/insights/map')]);
  expect(map).toMatchObject({ state: 'ready', total: 24, shown: 24, sampled: false, engine: 'test/words' });
  expect(map).toEqual(same);
  expect(map.points.map((point: { message_id: string }) => point.message_id)).toEqual(ids);
  for (const { x, y } of map.points) expect([x >= 0 && x <= 1, y >= 0 && y <= 1]).toEqual([true, true]);
  expect(map.clusters.map((one: { size: number }) => one.size)).toEqual([8, 8, 8]);
  const clusterOf = (i: number) => map.points[i].cluster;
  for (let i = 3; i < 24; i++) expect(clusterOf(i)).toBe(clusterOf(i % 3));
  expect(map.clusters[clusterOf(2)].terms.some((term: string) => subjects[2]!.includes(term))).toBe(true);

  await server.request('DELETE', `/api/memory/messages/${ids[3]}`);
  const after = await get('/api/insights/map');
  expect(after.total).toBe(23);
  expect(JSON.stringify(after)).not.toContain('number3"');
});
