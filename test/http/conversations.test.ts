import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewMessage } from '../../src/memory/types.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.close());

interface Conversation {
  id: string;
  title: string;
  title_by: string;
  message_count: number;
  preview: string;
  context_type: string | null;
  created_at: string;
  last_message_at: string;
  rated: { helpful: number; not_helpful: number };
  match?: { message_id: string; snippet: string } | null;
}
interface Page {
  conversations: Conversation[];
  next_cursor: string | null;
}

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 9, minute));
const say = (
  conversation_id: string | undefined,
  minute: number,
  text: string,
  more: Partial<NewMessage> = {},
) =>
  app.context.memory.remember(app.userId, [
    { text, role: 'user', conversation_id, context_type: 'career_chat', created_at: at(minute), ...more },
  ]);
const list = async (query = '') => {
  const response = await app.request('GET', `/api/conversations${query}`);
  expect(response.status).toBe(200);
  return response.body as Page;
};
const ids = (page: Page) => page.conversations.map(({ id }) => id);

describe('the list of conversations', () => {
  test('has each with its ends, its counts and its first words, the newest activity first', async () => {
    await say('pay', 0, 'Hi! How do I ask for a raise? I have been here for two years.');
    await say('pay', 1, '**Prepare** numbers first.', { role: 'assistant', message_id: 'a1' });
    await say('move', 2, 'I think of moving to Lyon');
    await say('pay', 3, 'And when?');
    const { conversations, next_cursor } = await list();
    expect(next_cursor).toBeNull();
    expect(conversations).toEqual([
      {
        id: 'pay',
        title: 'How do I ask for a raise?',
        title_by: 'first words',
        created_at: at(0).toISOString(),
        last_message_at: at(3).toISOString(),
        message_count: 3,
        preview: 'And when?',
        context_type: 'career_chat',
        rated: { helpful: 0, not_helpful: 0 },
      },
      expect.objectContaining({ id: 'move', title: 'I think of moving to Lyon', message_count: 1 }),
    ]);
  });

  test('is of talk, unless another kind is asked for', async () => {
    await say('chat', 0, 'A talk');
    await say('plain', 1, 'Without a kind', { context_type: undefined });
    await say('cv-1', 2, 'CV uploaded', { context_type: 'cv' });
    await say(undefined, 3, 'Of no conversation');
    expect(ids(await list())).toEqual(['plain', 'chat']);
    expect(ids(await list('?context_type=cv'))).toEqual(['cv-1']);
  });

  test('pages without losing or repeating one, also at one instant and while talk goes on', async () => {
    for (let i = 0; i < 7; i++) await say(`c${i}`, i < 4 ? 1 : 2, `Talk number ${i}`);
    const first = await list('?limit=3');
    await say('c4', 9, 'Going on');
    const second = await list(`?limit=3&cursor=${first.next_cursor}`);
    const third = await list(`?limit=3&cursor=${second.next_cursor}`);
    expect(third.next_cursor).toBeNull();
    expect([...ids(first), ...ids(second), ...ids(third)]).toEqual([
      'c6',
      'c5',
      'c4',
      'c3',
      'c2',
      'c1',
      'c0',
    ]);
  });

  test('finds words of messages and of titles, half a word too, and says where', async () => {
    await say('pay', 0, 'How do I ask for a raise?');
    await say('pay', 1, `${'Something else. '.repeat(20)}My manager at Northwind said no.`, {
      message_id: 'm-no',
    });
    await say('move', 2, 'I think of moving to Lyon');
    await app.request('PATCH', '/api/conversations/move', { body: { title: 'New 100% start' } });
    const found = await list('?query=Northwind');
    expect(ids(found)).toEqual(['pay']);
    expect(found.conversations[0]!.match).toMatchObject({ message_id: 'm-no' });
    expect(found.conversations[0]!.match!.snippet).toContain('My manager at Northwind said no.');
    expect(ids(await list('?query=northw'))).toEqual(['pay']);
    const titled = await list('?query=100%25');
    expect(ids(titled)).toEqual(['move']);
    expect(titled.conversations[0]!.match).toBeNull();
    expect(ids(await list('?query=%25'))).toEqual(['move']);
    expect(ids(await list('?query=nothing-of-the-kind'))).toEqual([]);
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['query=', 'query'],
    ['cursor=elsewhere', 'cursor'],
    ['colour=red', 'colour'],
  ])('refuses %s', async (query, field) => {
    const problem = expectProblem(
      await app.request('GET', `/api/conversations?${query}`),
      400,
      'invalid_input',
    );
    expect(problem).toHaveProperty(field);
  });
});

describe('one conversation', () => {
  test('is named by the person, and by its first words again', async () => {
    await say('pay', 0, 'How do I ask for a raise?');
    const named = await app.request('PATCH', '/api/conversations/pay', { body: { title: '  The raise ' } });
    expect(named.body).toMatchObject({ title: 'The raise', title_by: 'person' });
    expect((await app.request('GET', '/api/conversations/pay')).body).toMatchObject({
      title: 'The raise',
      summary: null,
    });
    const back = await app.request('PATCH', '/api/conversations/pay', { body: { title: null } });
    expect(back.body).toMatchObject({ title: 'How do I ask for a raise?', title_by: 'first words' });
  });

  test.each([[''], ['a\nb'], ['x'.repeat(201)], [5]])('is not named %j', async (title) => {
    await say('pay', 0, 'How do I ask for a raise?');
    const response = await app.request('PATCH', '/api/conversations/pay', { body: { title } });
    expect(expectProblem(response, 400, 'invalid_input')).toHaveProperty('title');
  });

  test('goes with all that hangs on it', async () => {
    await say('pay', 0, 'How do I ask for a raise?');
    await say('pay', 1, 'Prepare numbers.', { role: 'assistant', message_id: 'a1' });
    await app.request('PATCH', '/api/conversations/pay', { body: { title: 'The raise' } });
    await app.request('PUT', '/api/messages/a1/rating', { body: { rating: 'helpful', reason: 'Clear' } });
    expect((await app.request('DELETE', '/api/conversations/pay')).status).toBe(204);
    const { db } = app.context.store;
    for (const table of ['interviewly.conversations', 'interviewly.ratings'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await list()).toEqual({ conversations: [], next_cursor: null });
    expectProblem(await app.request('DELETE', '/api/conversations/pay'), 404, 'not_found');
  });

  test('of somebody else is not there', async () => {
    await say('pay', 0, 'How do I ask for a raise?');
    const { token } = (await app.request('POST', '/api/session')).body as { token: string };
    const other = (method: string, path: string, body?: unknown) =>
      app.request(method, `/api/conversations${path}`, { token, body });
    expect((await other('GET', '')).body).toEqual({ conversations: [], next_cursor: null });
    expect((await other('GET', '?query=raise')).body).toEqual({ conversations: [], next_cursor: null });
    for (const response of [
      await other('GET', '/pay'),
      await other('GET', '/pay/messages'),
      await other('PATCH', '/pay', { title: 'Mine' }),
      await other('DELETE', '/pay'),
    ])
      expectProblem(response, 404, 'not_found');
    expect(await app.context.store.db.selectFrom('interviewly.conversations').selectAll().execute()).toEqual(
      [],
    );
    expect(ids(await list())).toEqual(['pay']);
  });
});

describe('the messages of a conversation', () => {
  test('have what made them, what they rest on and how they were rated', async () => {
    await say('old', 0, 'My salary is 70,000 euros.');
    const body = { message: 'What is my salary?', conversation_id: 'new' };
    const answer = (await app.request('POST', '/api/chat', { body })).body as { message_id: string };
    await app.request('PUT', `/api/messages/${answer.message_id}/rating`, {
      body: { rating: 'not_helpful', reason: 'It is old' },
    });
    const read = async () =>
      (await app.request('GET', '/api/conversations/new/messages')).body as {
        messages: { role: string; memories: { text: string; id: string }[] }[];
      };
    const { messages } = await read();
    expect(messages).toMatchObject([
      {
        role: 'assistant',
        engine: 'offline',
        partial: false,
        memories: [{ text: 'My salary is 70,000 euros.' }],
        rating: { rating: 'not_helpful', reason: 'It is old' },
      },
      { role: 'user', text: 'What is my salary?', engine: null, memories: [], rating: null },
    ]);
    await app.request('DELETE', `/api/memory/messages/${messages[0]!.memories[0]!.id}`);
    const after = (await read()).messages[0]!;
    expect(after).toMatchObject({ memories: [] });
    expect(JSON.stringify(after)).not.toContain('"kind":"memory"');
  });

  test('take metadata for nothing that it is not', async () => {
    const metadata = { engine: 5, memories: 'all', sources: [{ kind: 'memory' }], partial: 'yes' };
    await say('odd', 0, 'Imported', { role: 'assistant', metadata });
    expect((await app.request('GET', '/api/conversations/odd/messages')).body).toMatchObject({
      messages: [{ engine: null, memories: [], sources: [], partial: false }],
    });
  });

  test('come a page at a time, from either end', async () => {
    for (let i = 0; i < 5; i++) await say('c', i, `Message ${i}`);
    const read = async (query: string) =>
      (await app.request('GET', `/api/conversations/c/messages?${query}`)).body as {
        messages: { text: string }[];
        next_cursor: string;
      };
    const first = await read('limit=3');
    const second = await read(`limit=3&cursor=${first.next_cursor}`);
    const texts = [...first.messages, ...second.messages].map(({ text }) => text);
    expect(texts).toEqual([4, 3, 2, 1, 0].map((i) => `Message ${i}`));
    expect((await read('order=oldest&limit=1')).messages).toMatchObject([{ text: 'Message 0' }]);
  });
});
