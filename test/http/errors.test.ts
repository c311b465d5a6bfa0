import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
afterEach(() => app?.close());

const somewhere = '/api/memory/messages';

test('404 and 405, on paths with parameters too', async () => {
  app = await testApp();
  expectProblem(await app.request('GET', '/nowhere'), 404, 'not_found');
  expectProblem(await app.request('GET', '/api/nowhere'), 404, 'not_found');
  expectProblem(await app.request('POST', '/api/nowhere', { body: '{' }), 404, 'not_found');
  const wrong = await app.request('PUT', somewhere, { body: {} });
  expectProblem(wrong, 405, 'method_not_allowed');
  expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
  const withId = await app.request('GET', '/api/memory/messages/some-id');
  expectProblem(withId, 405, 'method_not_allowed');
  expect(withId.headers.get('allow')).toBe('DELETE');
  expectProblem(await app.request('GET', '/docs/static/..%2f..%2fpackage.json'), 404, 'not_found');
  expectProblem(await app.request('POST', '/health/'), 405, 'method_not_allowed');
});

test('a problem names its path without the query, and its type can be read', async () => {
  app = await testApp();
  const response = await app.request('GET', `${somewhere}?limit=0`);
  expect(response.body).toMatchObject({ instance: somewhere, title: 'The input is not valid' });
  const { type } = response.body as { type: string };
  expect((await app.request('GET', type)).body).toMatchObject({ code: 'invalid_input', status: 400 });
  expectProblem(await app.request('GET', '/problems/constructor'), 404, 'not_found');
});

test('errors of the program keep their status, remedy and Retry-After', async () => {
  app = await testApp();
  app.context.memory.list = async () => {
    throw new AppError('busy', {
      status: 503,
      title: 'Busy',
      detail: 'Much to do',
      remedy: 'Wait',
      retryAfter: 7,
    });
  };
  const response = await app.request('GET', somewhere);
  expectProblem(response, 503, 'busy');
  expect(response.body).toMatchObject({ detail: 'Much to do', remedy: 'Wait' });
  expect(response.headers.get('retry-after')).toBe('7');
});

test('a failure of the database is a 503 to retry', async () => {
  app = await testApp();
  app.context.memory.list = async () => {
    throw Object.assign(new Error('database or disk is full: /secret/path'), { errcode: 13 });
  };
  const response = await app.request('GET', somewhere);
  expectProblem(response, 503, 'database_unavailable');
  expect(response.body).toMatchObject({
    detail: 'the disk is full',
    remedy: expect.stringContaining('space'),
  });
  expect(response.headers.get('retry-after')).toBe('2');
  expect(response.text).not.toContain('/secret/path');
});

test('while the database is not ready the API says so and health answers', async () => {
  app = await testApp({ prepare: false, env: { CORS_ORIGINS: 'https://app.example.com' } });
  for (const [method, path] of [
    ['POST', '/api/session'],
    ['GET', somewhere],
    ['GET', '/api/nowhere'],
  ] as const) {
    const response = await app.request(method, path, { headers: { origin: 'https://app.example.com' } });
    expectProblem(response, 503, 'database_unavailable');
    expect(response.headers.get('retry-after')).toBe('2');
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  }
  expect((await app.request('GET', '/health/')).status).toBe(200);
  expect((await app.request('GET', '/docs')).status).toBe(200);
  await app.context.store.prepare();
  expect((await app.request('POST', '/api/session')).status).toBe(201);
});

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400, 'bad_request'],
  [
    'headers over 16 kB',
    `GET /health HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers_too_large',
  ],
  ['a path over 16 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'headers_too_large'],
])('problem details for %s', async (_name, bytes, status, code) => {
  app = await testApp();
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  const answer: string[] = [];
  socket.on('data', (chunk) => answer.push(String(chunk)));
  socket.end(bytes);
  await once(socket, 'close');
  const [head, body] = answer.join('').split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('application/problem+json');
  expect(JSON.parse(body!)).toMatchObject({ status, code, type: `/problems/${code}` });
});
