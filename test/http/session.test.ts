import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../../src/kernel/ids.ts';
import { type TestApp, testApp, testContext } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
afterEach(() => app?.close());

const somewhere = '/api/memory/messages';
const cookieOf = (response: { headers: Headers }) => response.headers.get('set-cookie')!.split(';')[0]!;

describe('a session', () => {
  test('is given out with a token and a cookie, and works by either', async () => {
    app = await testApp();
    const response = await app.request('POST', '/api/session', { token: null });
    expect(response.status).toBe(201);
    const { user_id, token, expires_at } = response.body as Record<string, string>;
    expect(user_id).toMatch(/^visitor_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}$/);
    expect(token).toMatch(/^ivs_[\w-]{43}$/);
    expect(Date.parse(expires_at!) - Date.now()).toBeGreaterThan(89 * 86_400_000);
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).toContain(`interviewly_session=${token}`);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=7776000'])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    const byCookie = await app.request('GET', somewhere, {
      token: null,
      headers: { cookie: cookieOf(response) },
    });
    expect(byCookie.status).toBe(200);
    expect((await app.request('GET', somewhere, { token })).status).toBe(200);
  });

  test('is for HTTPS only where the config says so', async () => {
    app = await testApp({ env: { COOKIE_SECURE: 'True' } });
    const response = await app.request('POST', '/api/session');
    expect(response.headers.get('set-cookie')).toContain('Secure');
  });

  test('may be asked for with an empty JSON body', async () => {
    app = await testApp();
    for (const body of ['', {}]) {
      const headers = { 'content-type': 'application/json' };
      expect((await app.request('POST', '/api/session', { body, headers })).status).toBe(201);
    }
  });

  test('is kept as a hash only', async () => {
    app = await testApp();
    const rows = await app.context.store.db.selectFrom('interviewly.sessions').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.token_hash).toBe(hashSecret(app.token));
    expect(JSON.stringify(rows)).not.toContain(app.token);
  });

  test('is of its visitor alone', async () => {
    app = await testApp();
    const other = (await app.request('POST', '/api/session')).body as { token: string };
    const message = { text: 'mine alone', role: 'user', message_id: 'mine', conversation_id: 'c' };
    await app.request('POST', somewhere, { body: { messages: [message] } });
    expect((await app.request('GET', somewhere, { token: other.token })).body).toMatchObject({
      messages: [],
    });
    const search = await app.request('POST', '/api/memory/search', {
      token: other.token,
      body: { query: 'mine alone' },
    });
    expect(search.body).toMatchObject({ results: [] });
    for (const path of ['messages/mine', 'conversations/c']) {
      expect((await app.request('DELETE', `/api/memory/${path}`, { token: other.token })).status).toBe(404);
    }
    expect((await app.request('GET', somewhere)).body).toMatchObject({ messages: [message] });
  });
});

describe('401', () => {
  test('without a session', async () => {
    app = await testApp();
    const response = await app.request('GET', somewhere, { token: null });
    expectProblem(response, 401, 'unauthenticated');
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="interviewly"');
  });

  test('before the body is looked at', async () => {
    app = await testApp();
    expectProblem(await app.request('POST', somewhere, { token: null, body: '{{{' }), 401, 'unauthenticated');
    const body = Buffer.alloc(30 * 1024 * 1024);
    expectProblem(await app.request('POST', somewhere, { token: null, body }), 401, 'unauthenticated');
  });

  test('with a forged one, in any shape', async () => {
    app = await testApp();
    const forged = [
      'ivs_forged',
      app.token.slice(0, -1),
      `${app.token}x`,
      hashSecret(app.token),
      "' or 1=1 --",
    ];
    for (const token of forged) {
      const response = await app.request('GET', somewhere, { token: encodeURIComponent(token) });
      expectProblem(response, 401, 'session_invalid');
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
    for (const authorization of ['Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', app.token]) {
      const response = await app.request('GET', somewhere, { token: null, headers: { authorization } });
      expectProblem(response, 401, 'session_invalid');
    }
    const headers = { cookie: 'interviewly_session=ivs_forged' };
    expectProblem(await app.request('GET', somewhere, { token: null, headers }), 401, 'session_invalid');
  });

  test('with a wrong token, though the cookie is right', async () => {
    app = await testApp();
    const headers = { cookie: `interviewly_session=${app.token}` };
    expectProblem(
      await app.request('GET', somewhere, { token: 'ivs_wrong', headers }),
      401,
      'session_invalid',
    );
  });

  test('with an expired one', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const context = await testContext({
      env: { SESSION_LIFETIME_DAYS: '1' },
      overrides: { clock: { now: () => now } },
    });
    app = await testApp({ context });
    expect((await app.request('GET', somewhere)).status).toBe(200);
    now = new Date('2026-01-02T00:00:00Z');
    const response = await app.request('GET', somewhere);
    expectProblem(response, 401, 'session_expired');
    expect(response.body).toMatchObject({ remedy: expect.stringContaining('POST /api/session') });
  });

  test('after logging out, and only for that session', async () => {
    app = await testApp();
    const loggedOut = await app.request('DELETE', '/api/session');
    expect(loggedOut.status).toBe(204);
    expect(loggedOut.text).toBe('');
    expect(loggedOut.headers.get('set-cookie')).toMatch(
      /interviewly_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/,
    );
    const response = await app.request('GET', somewhere);
    expectProblem(response, 401, 'session_invalid');
    expect(response.body).toMatchObject({ detail: 'The session was ended.' });
    expectProblem(await app.request('DELETE', '/api/session'), 401, 'session_invalid');
    expect((await app.request('POST', '/api/session')).status).toBe(201);
  });
});

describe('a write with the cookie', () => {
  const body = { messages: [{ text: 'hello', role: 'user' }] };

  async function write(headers: Record<string, string>): Promise<number> {
    const cookie = `interviewly_session=${app.token}`;
    const response = await app.request('POST', somewhere, {
      token: null,
      body,
      headers: { cookie, ...headers },
    });
    if (response.status === 403) expectProblem(response, 403, 'cross_site_request');
    return response.status;
  }

  test('works from our own pages and from programs, not from other sites', async () => {
    app = await testApp({ env: { CORS_ORIGINS: 'https://app.example.com' } });
    expect(await write({})).toBe(201);
    expect(await write({ origin: app.url })).toBe(201);
    expect(await write({ origin: 'https://app.example.com' })).toBe(201);
    expect(await write({ origin: 'https://evil.example.com' })).toBe(403);
    expect(await write({ origin: 'null' })).toBe(403);
    expect(await write({ origin: app.url.replace(/\d+$/, '1') })).toBe(403);
  });

  test('believes what the browser says of the site', async () => {
    app = await testApp({ env: { CORS_ORIGINS: 'https://app.example.com' } });
    // fetch does not let us set these headers.
    const send = async (headers: Record<string, string>) => {
      const cookie = `interviewly_session=${app.token}`;
      const response = await app.app.inject({
        method: 'POST',
        url: somewhere,
        payload: body,
        headers: { cookie, ...headers },
      });
      return response.statusCode;
    };
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await send({ 'sec-fetch-site': 'none' })).toBe(201);
    expect(await send({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site', origin: 'https://app.example.com' })).toBe(201);
  });

  test('is no matter for a bearer token, nor for reading', async () => {
    app = await testApp();
    const headers = { origin: 'https://evil.example.com' };
    expect((await app.request('POST', somewhere, { body, headers })).status).toBe(201);
    const cookie = `interviewly_session=${app.token}`;
    expect(
      (await app.request('GET', somewhere, { token: null, headers: { ...headers, cookie } })).status,
    ).toBe(200);
  });

  test('other sites cannot put a visitor into a session of theirs', async () => {
    app = await testApp();
    const headers = { origin: 'https://evil.example.com' };
    expectProblem(
      await app.request('POST', '/api/session', { token: null, headers }),
      403,
      'cross_site_request',
    );
  });
});

test('a body that arrives after the account was deleted stores nothing', async () => {
  app = await testApp();
  const body = JSON.stringify({ messages: [{ text: 'too late', role: 'user' }] });
  const { promise: isDeleted, resolve } = Promise.withResolvers<void>();
  async function* slowly() {
    yield Buffer.from(body.slice(0, 10));
    await isDeleted;
    yield Buffer.from(body.slice(10));
  }
  const late = fetch(app.url + somewhere, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
    body: ReadableStream.from(slowly()),
    duplex: 'half',
  });
  // Longer than a late body is trusted, and the request may take a while to come in on a busy machine.
  await sleep(2_000);
  expect((await app.request('DELETE', '/api/account')).status).toBe(204);
  resolve();
  expect((await late).status).toBe(401);
  expect((await app.context.memory.list(app.userId, {})).messages).toEqual([]);
});
