import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const message = (fields: object) => ({ messages: [{ text: 'hello', role: 'user', ...fields }] });

describe('POST /api/memory/messages refuses', () => {
  test.each<[string, unknown, string]>([
    ['no body', undefined, 'body'],
    ['an empty body', '', 'body'],
    ['a list', [], 'body'],
    ['no messages', {}, 'messages'],
    ['an empty list', { messages: [] }, 'messages'],
    ['messages that are none', { messages: 'hello' }, 'messages'],
    ['an unknown field', { messages: [], user_id: 'somebody' }, 'user_id'],
    ['an unknown field of a message', message({ user_id: 'somebody' }), 'messages[0].user_id'],
    ['an empty text', message({ text: '' }), 'messages[0].text'],
    ['white space', message({ text: ' \n\t\u00a0 ' }), 'messages[0].text'],
    ['a text that is a number', message({ text: 7 }), 'messages[0].text'],
    ['a text that is null', message({ text: null }), 'messages[0].text'],
    ['a text of 1 MB', message({ text: 'a'.repeat(1_000_000) }), 'messages[0].text'],
    ['a text with NUL', message({ text: 'a\0b' }), 'messages[0].text'],
    ['half a surrogate pair', '{"messages":[{"text":"\\ud83d","role":"user"}]}', 'messages[0].text'],
    ['a missing role', { messages: [{ text: 'hello' }] }, 'messages[0].role'],
    ['a wrong role', message({ role: 'system' }), 'messages[0].role'],
    ['a role in capitals', message({ role: 'USER' }), 'messages[0].role'],
    ['a long message_id', message({ message_id: 'x'.repeat(37) }), 'messages[0].message_id'],
    ['an empty message_id', message({ message_id: '' }), 'messages[0].message_id'],
    [
      'a conversation_id with a line break',
      message({ conversation_id: 'a\nb' }),
      'messages[0].conversation_id',
    ],
    ['a long context_type', message({ context_type: 'x'.repeat(51) }), 'messages[0].context_type'],
    ['metadata that is a list', message({ metadata: [1] }), 'messages[0].metadata'],
    ['metadata over 16 kB', message({ metadata: { a: 'ü'.repeat(8_200) } }), 'messages[0].metadata'],
    ['metadata with NUL', message({ metadata: { a: ['\0'] } }), 'messages[0].metadata.a[0]'],
    ['a prototype', '{"messages":[{"text":"a","role":"user","__proto__":{"x":1}}]}', 'messages[0].__proto__'],
    ['a day that does not exist', message({ created_at: '2024-02-30T00:00:00Z' }), 'messages[0].created_at'],
    ['a date that is a number', message({ created_at: 1_700_000_000 }), 'messages[0].created_at'],
    ['a date in words', message({ created_at: 'yesterday' }), 'messages[0].created_at'],
    ['a date before 1970', message({ created_at: '1969-12-31T00:00:00Z' }), 'messages[0].created_at'],
    ['a date after 2100', message({ created_at: '3000-01-01T00:00:00Z' }), 'messages[0].created_at'],
    [
      'text that is not UTF-8',
      Buffer.from('{"messages":[{"text":"\xe9","role":"user"}]}', 'latin1'),
      'messages[0].text',
    ],
    ['bytes that are nothing', Buffer.from([0xff, 0xfe, 0x00]), 'body'],
  ])('%s', async (_name, body, field) => {
    const response = await app.request('POST', '/api/memory/messages', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    const code = (response.body as { code: string }).code;
    expect(Object.keys(expectProblem(response, 400, code))).toContain(field);
    expect((await app.request('GET', '/api/memory/messages')).body).toMatchObject({ messages: [] });
  });

  test('broken JSON, without quoting it', async () => {
    const response = await app.request('POST', '/api/memory/messages', {
      body: '{"messages":[{"text":"secret",}]}',
    });
    expect(expectProblem(response, 400, 'invalid_json')).toHaveProperty('body');
    expect(response.text).not.toContain('secret');
  });

  test('the one wrong message of many, and stores none of them', async () => {
    const messages = Array.from({ length: 5 }, (_, i) => ({
      text: `message ${i}`,
      role: i === 3 ? 'robot' : 'user',
    }));
    const response = await app.request('POST', '/api/memory/messages', { body: { messages } });
    expect(expectProblem(response, 400, 'invalid_input')).toEqual({
      'messages[3].role': 'must be one of user, assistant',
    });
  });

  test('a million elements, quickly and in a few words', async () => {
    const start = performance.now();
    const response = await app.request('POST', '/api/memory/messages', {
      body: { messages: Array(1_000_000).fill({}) },
    });
    expect(expectProblem(response, 400, 'invalid_input')).toEqual({
      messages: 'must hold at most 1,000 elements',
    });
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(response.text.length).toBeLessThan(2_000);
  });

  test('1,001 messages', async () => {
    const messages = Array(1_001).fill({ text: 'a', role: 'user' });
    const response = await app.request('POST', '/api/memory/messages', { body: { messages } });
    expect(expectProblem(response, 400, 'invalid_input')).toHaveProperty('messages');
  });

  test('a thousand wrong messages with a short list of them', async () => {
    const response = await app.request('POST', '/api/memory/messages', {
      body: { messages: Array(1_000).fill({}) },
    });
    const fields = expectProblem(response, 400, 'invalid_input');
    expect(Object.keys(fields)).toHaveLength(21);
    expect(fields.body).toBe('and 1980 more problems');
  });

  test('a body over 16 MB, and the client, still sending, sees the answer', async () => {
    const body = Buffer.alloc(40 * 1024 * 1024, 'a');
    const response = await app.request('POST', '/api/memory/messages', { body });
    expect(expectProblem(response, 413, 'body_too_large')).toHaveProperty('body');
    expect(response.body).toMatchObject({ remedy: expect.stringContaining('several calls') });
  });

  test('the same sent in pieces of unknown length', async () => {
    const piece = new Uint8Array(1024 * 1024).fill(97);
    let count = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (count++ < 24) controller.enqueue(piece);
        else controller.close();
      },
    });
    const response = await fetch(`${app.url}/api/memory/messages`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${app.token}` },
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  test('other media types', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense']) {
      const response = await app.request('POST', '/api/memory/messages', {
        body: 'a=b',
        headers: { 'content-type': type },
      });
      expectProblem(response, 415, 'unsupported_media_type');
    }
  });
});

test('a compressed body is told apart from a broken one', async () => {
  const body = gzipSync('{"messages":[{"text":"hello","role":"user"}]}');
  const headers = { 'content-encoding': 'gzip' };
  expectProblem(
    await app.request('POST', '/api/memory/messages', { body, headers }),
    415,
    'unsupported_media_type',
  );
});

describe('POST /api/memory/search refuses', () => {
  test.each<[string, object, string]>([
    ['no query', {}, 'query'],
    ['an empty query', { query: '' }, 'query'],
    ['white space', { query: '   ' }, 'query'],
    ['a query of 1 MB', { query: 'a'.repeat(1_000_000) }, 'query'],
    ['k of 0', { query: 'a', k: 0 }, 'k'],
    ['k of 101', { query: 'a', k: 101 }, 'k'],
    ['k of 1.5', { query: 'a', k: 1.5 }, 'k'],
    ['k as text', { query: 'a', k: '5' }, 'k'],
    ['a wrong mode', { query: 'a', mode: 'magic' }, 'mode'],
    ['an unknown filter', { query: 'a', filters: { user_id: 'x' } }, 'filters.user_id'],
    ['a wrong date', { query: 'a', filters: { until: '2024-02-30' } }, 'filters.until'],
    ['a wrong role', { query: 'a', filters: { role: 'system' } }, 'filters.role'],
    ['a zone by its name', { query: 'a', utc_offset: 'CET' }, 'utc_offset'],
    ['an offset of no place', { query: 'a', utc_offset: '+15:00' }, 'utc_offset'],
    ['an offset that is a number', { query: 'a', utc_offset: 60 }, 'utc_offset'],
    ['an unknown field', { query: 'a', limit: 5 }, 'limit'],
  ])('%s', async (_name, body, field) => {
    const response = await app.request('POST', '/api/memory/search', { body });
    expect(Object.keys(expectProblem(response, 400, 'invalid_input'))).toContain(field);
  });
});

test.each<[object, string]>([
  [{ query: 'a', token_budget: 49 }, 'token_budget'],
  [{ query: 'a', token_budget: 32_001 }, 'token_budget'],
  [{ query: '' }, 'query'],
  [{ query: 'a', k: 3 }, 'k'],
])('POST /api/memory/context refuses %j', async (body, field) => {
  const response = await app.request('POST', '/api/memory/context', { body });
  expect(Object.keys(expectProblem(response, 400, 'invalid_input'))).toEqual([field]);
});

test.each([
  ['limit=0', 'limit', 'must be at least 1'],
  ['limit=201', 'limit', 'must be at most 200'],
  ['limit=ten', 'limit', 'must be a whole number'],
  ['limit=5&limit=6', 'limit', 'must be a whole number'],
  ['limit=1.5', 'limit', 'must be a whole number'],
  ['since=2024-02-30', 'since', expect.stringContaining('ISO 8601')],
  ['role=system', 'role', 'must be one of user, assistant'],
  ['cursor=nonsense', 'cursor', expect.any(String)],
  ['user_id=somebody', 'user_id', 'is not a known field'],
  ['conversation_id=a%00b', 'conversation_id', 'must be printable characters'],
  ['conversation_id=', 'conversation_id', 'must not be empty'],
])('GET /api/memory/messages?%s names %s', async (query, field, message) => {
  const response = await app.request('GET', `/api/memory/messages?${query}`);
  expect(expectProblem(response, 400, 'invalid_input')).toEqual({ [field]: message });
});

test('paths with ids that cannot be', async () => {
  expectProblem(await app.request('DELETE', `/api/memory/messages/${'x'.repeat(37)}`), 400, 'invalid_input');
  expectProblem(await app.request('DELETE', '/api/memory/messages/a%00b'), 400, 'invalid_input');
  expectProblem(await app.request('DELETE', '/api/memory/messages/%ff'), 400, 'bad_request');
  const long = await app.request('DELETE', `/api/memory/messages/${'x'.repeat(5_000)}`);
  expect(long.status).toBeGreaterThanOrEqual(400);
  expect(long.status).toBeLessThan(500);
  expect(long.headers.get('content-type')).toContain('problem+json');
});

test('metadata and ids at their limits are taken', async () => {
  const fields = {
    text: 'a'.repeat(100_000),
    message_id: 'x'.repeat(36),
    conversation_id: 'ü 😀 conversation',
    context_type: 'y'.repeat(50),
    metadata: { a: 'b'.repeat(16_000) },
    created_at: '2024-02-29T12:00:00',
  };
  const response = await app.request('POST', '/api/memory/messages', { body: message(fields) });
  expect(response.status).toBe(201);
  const id = encodeURIComponent(fields.conversation_id);
  const listed = await app.request('GET', `/api/memory/messages?conversation_id=${id}`);
  expect(listed.body).toMatchObject({ messages: [{ ...fields, created_at: '2024-02-29T12:00:00.000Z' }] });
  expect((await app.request('DELETE', `/api/memory/conversations/${id}`)).status).toBe(204);
});
