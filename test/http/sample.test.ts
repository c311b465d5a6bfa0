import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';

let app: TestApp;
let user: string;
let token: string;
// One app for all, as its threads take their time to start; each test has a visitor of its own.
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const session = (await app.request('POST', '/api/session')).body as { user_id: string; token: string };
  user = session.user_id;
  token = session.token;
});
const request = (method: string, path: string, body?: unknown) => app.request(method, path, { token, body });

interface Conversation {
  id: string;
  title: string;
  last_message_at: string;
  message_count: number;
}
const get = async <T>(path: string) => {
  const response = await request('GET', path);
  expect(response.status).toBe(200);
  return response.body as T;
};
const load = () => request('POST', '/api/sample');
const conversations = async () =>
  (await get<{ conversations: Conversation[] }>('/api/conversations')).conversations;
const counts = async () => ({
  cvs: (await get<{ cvs: unknown[] }>('/api/cv')).cvs.length,
  jobs: (await get<{ jobs: unknown[] }>('/api/jobs')).jobs.length,
  applications: (await get<{ applications: unknown[] }>('/api/applications')).applications.length,
});

test('the sample person comes once, with dates before today, and is remembered', async () => {
  expect(await get('/api/sample')).toEqual({ loaded: false, messages: 0 });
  const first = await load();
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({ loaded: true });
  const { messages } = first.body as { messages: number };
  expect(messages).toBeGreaterThanOrEqual(40);
  expect((await load()).body).toEqual(first.body);
  expect(await counts()).toEqual({ cvs: 1, jobs: 1, applications: 1 });

  const talks = await conversations();
  expect(talks).toHaveLength(6);
  expect(talks.reduce((sum, talk) => sum + talk.message_count, 0)).toBe(messages);
  const now = Date.now();
  for (const { last_message_at } of talks) expect(Date.parse(last_message_at)).toBeLessThan(now);
  expect(now - Date.parse(talks[0]!.last_message_at)).toBeLessThan(4 * 86_400_000);
  const page = await get<{ messages: { sample: boolean }[] }>(`/api/conversations/${talks[0]!.id}/messages`);
  expect(page.messages.every(({ sample }) => sample)).toBe(true);

  const answer = await request('POST', '/api/chat', { message: 'What do I earn now?' });
  expect((answer.body as { reply: string }).reply).toContain('58,000 euros');
});

test('the sample person goes, and nothing else does', async () => {
  await app.context.memory.remember(user, [
    { text: 'My own words.', role: 'user', message_id: 'own', conversation_id: 'own' },
  ]);
  await load();
  await app.context.memory.remember(user, [
    {
      text: 'Mine, in her conversation.',
      role: 'user',
      message_id: 'added',
      conversation_id: 'sample-offer',
    },
  ]);
  await request('POST', '/api/cv', { text: 'Ann Example\nann@example.com\nWelder at Tern, 2019 - 2024' });
  expect((await request('DELETE', '/api/sample')).status).toBe(204);
  expect(await get('/api/sample')).toEqual({ loaded: false, messages: 0 });
  expect((await conversations()).map(({ id }) => id).sort()).toEqual(['own', 'sample-offer']);
  expect(await counts()).toEqual({ cvs: 1, jobs: 0, applications: 0 });
  const { messages } = await app.context.memory.list(user, { limit: 200 });
  expect(JSON.stringify(messages)).not.toMatch(/Nordhafen|Lumen|Mira/);
  expect((await request('DELETE', '/api/sample')).status).toBe(204);
  expect((await load()).body).toMatchObject({ loaded: true });
});

test('a message that only has the sample’s id is left alone', async () => {
  await app.context.memory.remember(user, [
    { text: 'My own words.', role: 'user', message_id: 'sample-start-00', conversation_id: 'own' },
  ]);
  await request('DELETE', '/api/sample');
  expect((await conversations()).map(({ id }) => id)).toEqual(['own']);
});

test('two loads at once are one', async () => {
  await Promise.all([load(), load(), load()]);
  expect(await counts()).toEqual({ cvs: 1, jobs: 1, applications: 1 });
});

test('what was read off the sample person goes with them, and what one said oneself stays', async () => {
  interface Listed {
    facts: { value: string }[];
  }
  const facts = async () => (await get<Listed>('/api/facts?limit=100')).facts.map(({ value }) => value);
  await request('POST', '/api/chat', { message: 'My notice period is one month.' });
  const own = await facts();
  expect(own).toHaveLength(1);
  await load();
  expect((await facts()).length).toBeGreaterThan(5);
  expect((await request('DELETE', '/api/sample')).status).toBe(204);
  expect(await facts()).toEqual(own);
  expect((await get<{ promises: unknown[] }>('/api/insights/promises')).promises).toEqual([]);
});

test('the sample person counts neither for the operator nor among similar people', async () => {
  const many = await testApp({
    env: { ...clerkEnv(), ADMIN_USERS: 'user_boss', INSIGHTS_MIN_PEOPLE: '2' },
  });
  try {
    const { request, context } = many;
    const boss = { token: clerkToken({ sub: 'user_boss', expires: 600 }) };
    for (let i = 0; i < 2; i++) {
      const token = clerkToken({ sub: `user_${i}`, expires: 600 });
      await request('POST', '/api/sample', { token });
      await request('PATCH', '/api/account', { token, body: { settings: { share_profile: true } } });
    }
    await context.memory.queue.drain();
    await context.analytics.request();
    expect(await context.analytics.work()).toBe('done');
    const shown = (await request('GET', '/api/admin/insights/clusters', boss)).body;
    expect(shown).toMatchObject({ clusters: [], suppressed: 0, questions: 0 });
    expect((await request('GET', '/api/admin/insights/gaps', boss)).body).toMatchObject({ gaps: [] });
    const similar = async () => {
      const answer = await request('GET', '/api/recommendations', {
        token: clerkToken({ sub: 'user_0', expires: 600 }),
      });
      return (answer.body as { similar_people: { state: string } }).similar_people.state;
    };
    expect(await similar()).toBe('too_little_said');
    // Said enough oneself: the profile is made of that alone, with nothing of the sample's CV and application in it.
    await context.memory.remember(
      'user_0',
      Array.from({ length: 9 }, (_, i) => ({
        text: `Welding and pipe fitting, day ${i}`,
        role: 'user' as const,
      })),
    );
    await context.memory.queue.drain();
    expect(await similar()).toBe('too_few_people');
    const [profile] = await context.store.db.selectFrom('interviewly.profiles').selectAll().execute();
    expect(profile).toMatchObject({ owner_id: 'user_0' });
    expect(JSON.stringify(profile!.features)).not.toMatch(/python|sql|analyst/i);
  } finally {
    await many.close();
  }
});
