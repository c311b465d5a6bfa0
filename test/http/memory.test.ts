import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MemoryMessage, RecallResult } from '../../src/memory/types.ts';
import { type TestApp, testApp } from '../context.ts';

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.close());

interface Page {
  messages: MemoryMessage[];
  next_cursor: string | null;
}

const post = (path: string, body: unknown) => app.request('POST', `/api/memory/${path}`, { body });
const get = (path: string) => app.request('GET', `/api/memory/${path}`);

async function remember(...texts: string[]): Promise<void> {
  const messages = texts.map((text, i) => ({
    text,
    role: i % 2 ? 'assistant' : 'user',
    message_id: `m${i}`,
    conversation_id: i < 2 ? 'first' : 'second',
    created_at: new Date(Date.UTC(2026, 0, 1 + i)).toISOString(),
  }));
  expect((await post('messages', { messages })).status).toBe(201);
}

describe('remembering', () => {
  test('answers 201 for what is new, 200 for what was there, in the order it was sent', async () => {
    const messages = [
      { text: 'How do I ask for a raise?', role: 'user', message_id: 'one', conversation_id: 'c' },
      {
        text: 'Prepare numbers.',
        role: 'assistant',
        message_id: 'two',
        metadata: { tokens: 3 },
        context_type: 'career_chat',
      },
    ];
    const first = await post('messages', { messages });
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      messages: [
        {
          id: expect.any(String),
          message_id: 'one',
          conversation_id: 'c',
          created_at: expect.stringMatching(/Z$/),
        },
        {
          id: expect.any(String),
          message_id: 'two',
          conversation_id: null,
          created_at: expect.stringMatching(/Z$/),
        },
      ],
    });
    const again = await post('messages', { messages });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    const more = await post('messages', { messages: [...messages, { text: 'Thanks', role: 'user' }] });
    expect(more.status).toBe(201);
    expect(((await get('messages')).body as Page).messages).toMatchObject([...messages, { text: 'Thanks' }]);
  });

  test('takes 1,000 messages at once', async () => {
    const messages = Array.from({ length: 1_000 }, (_, i) => ({ text: `number ${i}`, role: 'user' }));
    expect((await post('messages', { messages })).status).toBe(201);
  });

  test('keeps every text as it was sent', async () => {
    const texts = [
      '  spaces \n around  ',
      '😀 👩‍👩‍👧 ü',
      'العربية',
      "Robert'); DROP TABLE users;--",
      '{"a":1}',
      '\u{10FFFF}',
    ];
    await remember(...texts);
    expect(((await get('messages')).body as Page).messages.map(({ text }) => text)).toEqual(texts);
  });
});

describe('listing', () => {
  test('goes page by page', async () => {
    await remember('a', 'b', 'c', 'd', 'e');
    const texts: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = (await get(`messages?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))
        .body as Page;
      texts.push(...page.messages.map(({ text }) => text));
      cursor = page.next_cursor;
    }
    expect(texts).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test.each([
    ['conversation_id=second', ['c', 'd']],
    ['role=assistant', ['b', 'd']],
    ['since=2026-01-03', ['c', 'd']],
    ['until=2026-01-02T00:00:00Z', ['a', 'b']],
    ['since=2026-01-03T01:00:00+01:00', ['c', 'd']],
    ['since=2026-01-02&role=user', ['c']],
    ['context_type=interview', []],
  ])('by %s', async (query, texts) => {
    await remember('a', 'b', 'c', 'd');
    expect(((await get(`messages?${query}`)).body as Page).messages.map(({ text }) => text)).toEqual(texts);
  });
});

describe('searching', () => {
  test('finds, filters, counts and explains', async () => {
    await remember(
      'How do I negotiate my salary?',
      'Name a range.',
      'Which salary is fair in Berlin?',
      'It depends.',
    );
    await app.context.memory.queue.drain();
    const search = async (body: object) =>
      (await post('search', { query: 'salary', ...body })).body as RecallResult;
    const all = await search({});
    expect(all.mode).toBe('hybrid');
    expect(all.results.map(({ message_id }) => message_id)).toEqual(expect.arrayContaining(['m0', 'm2']));
    expect(all.results.find(({ message_id }) => message_id === 'm0')).toMatchObject({
      score: expect.any(Number),
      confidence: expect.any(Number),
      likely: expect.any(Boolean),
      role: 'user',
      created_at: expect.stringMatching(/Z$/),
    });
    const { results } = await search({ query: 'salary Berlin' });
    expect(results[0]).toMatchObject({ message_id: 'm2', likely: true });
    expect(results.find(({ message_id }) => message_id === 'm0')).toMatchObject({ likely: false });
    expect(all.results[0]).not.toHaveProperty('explain');
    expect((await search({ k: 1 })).results).toHaveLength(1);
    expect((await search({ k: 1, explain: true })).results[0]!.explain).toEqual(expect.any(Object));
    const keyword = await search({ mode: 'keyword' });
    expect(keyword.mode).toBe('keyword');
    expect(keyword.results[0]).not.toHaveProperty('confidence');
    expect(keyword.results[0]).not.toHaveProperty('likely');
    const filtered = await search({
      filters: { conversation_id: 'second', role: 'user', since: '2026-01-02' },
    });
    expect(filtered.results.map(({ message_id }) => message_id)).toEqual(['m2']);
  });

  test('is given up when the client leaves', async () => {
    let signal: AbortSignal | undefined;
    app.context.memory.recall = async (_user, request) => {
      signal = request.signal;
      await sleep(5_000, undefined, { signal, ref: false });
      return { results: [], mode: 'hybrid' };
    };
    const request = fetch(`${app.url}/api/memory/search`, {
      method: 'POST',
      body: '{"query":"salary"}',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${app.token}` },
      signal: AbortSignal.timeout(300),
    });
    await expect(request).rejects.toThrow();
    await expect.poll(() => signal?.aborted, { timeout: 30_000 }).toBe(true);
  });

  test('goes on while the client waits', async () => {
    let wasAborted: boolean | undefined;
    app.context.memory.recall = async (_user, { signal }) => {
      await sleep(300);
      wasAborted = signal?.aborted;
      return { results: [], mode: 'keyword', degraded: 'no vectors' };
    };
    expect((await post('search', { query: 'salary' })).body).toEqual({
      results: [],
      mode: 'keyword',
      degraded: 'no vectors',
    });
    expect(wasAborted).toBe(false);
  });
});

test('context has text, its size and its sources', async () => {
  await remember('My salary is 60,000 at the moment.', 'Noted.');
  await app.context.memory.queue.drain();
  const { status, body } = await post('context', { query: 'What is my salary?', token_budget: 200 });
  expect(status).toBe(200);
  const { context, tokens, sources } = body as { context: string; tokens: number; sources: string[] };
  expect(context).toContain('60,000');
  expect(tokens).toBeLessThanOrEqual(200);
  expect(sources).toContain('m0');
});

test('forgetting takes a message, then a conversation', async () => {
  await remember('a', 'b', 'c', 'd');
  const remove = (path: string) => app.request('DELETE', `/api/memory/${path}`);
  expect(await remove('messages/m0')).toMatchObject({ status: 204, text: '' });
  expect((await remove('messages/m0')).status).toBe(404);
  const { messages } = (await get('messages')).body as Page;
  expect((await remove(`messages/${messages[0]!.id}`)).status).toBe(204);
  expect((await remove('conversations/second')).status).toBe(204);
  expect((await remove('conversations/second')).status).toBe(404);
  expect((await get('messages')).body).toEqual({ messages: [], next_cursor: null });
});

describe('the export', () => {
  test('has a header and every message, a line each', async () => {
    await remember(...Array.from({ length: 1_000 }, (_, i) => `message ${i}\nwith two lines`));
    const response = await get('export');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const [header, ...lines] = response.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(header).toEqual({
      type: 'interviewly_export',
      version: 1,
      user_id: app.userId,
      exported_at: expect.stringMatching(/Z$/),
    });
    expect(lines).toHaveLength(1_000);
    const { messages } = (await get('messages?limit=1')).body as Page;
    expect(lines[0]).toEqual({ type: 'message', ...messages[0] });
  });

  test('of nothing is a header', async () => {
    expect((await get('export')).text.trimEnd().split('\n')).toHaveLength(1);
  });

  test('that fails at once is a problem, and one that fails later is not taken for whole', async () => {
    const { memory } = app.context;
    const [message] = ((await get('messages')).body as Page).messages;
    memory.exportMessages = async function* (): AsyncGenerator<MemoryMessage> {
      yield* message ? [message] : [];
      throw new Error('broken');
    };
    expect((await get('export')).status).toBe(500);
    await remember('a');
    const one = ((await get('messages')).body as Page).messages[0]!;
    memory.exportMessages = async function* () {
      yield one;
      yield one;
      throw new Error('broken');
    };
    await expect(get('export')).rejects.toThrow();
  });

  test('stops reading when the client leaves', async () => {
    await remember('a');
    const one = ((await get('messages')).body as Page).messages[0]!;
    let isOver = false;
    app.context.memory.exportMessages = async function* () {
      try {
        for (;;) {
          await sleep(1);
          yield { ...one, text: 'a'.repeat(10_000) };
        }
      } finally {
        isOver = true;
      }
    };
    const controller = new AbortController();
    const response = await fetch(`${app.url}/api/memory/export`, {
      headers: { authorization: `Bearer ${app.token}` },
      signal: controller.signal,
    });
    await response.body!.getReader().read();
    controller.abort();
    await expect.poll(() => isOver, { timeout: 30_000 }).toBe(true);
  });
});
