import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createLogger } from '../../src/kernel/logger.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
afterEach(() => app?.close());

const somewhere = '/api/memory/messages';

describe('the rate limit', () => {
  test('stops a session, tells it for how long, and leaves others alone', async () => {
    app = await testApp({ env: { RATE_LIMIT_PER_MINUTE: '5' } });
    const other = (await app.request('POST', '/api/session')).body as { token: string };
    expect((await app.request('GET', somewhere, { token: other.token })).status).toBe(200);
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await app.request('GET', somewhere)).status);
    // The first one was not known yet, and so was counted to its address.
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    const limited = await app.request('GET', somewhere);
    expectProblem(limited, 429, 'rate_limited');
    const seconds = Number(limited.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await app.request('GET', somewhere, { token: other.token })).status).toBe(200);
    expect((await app.request('GET', '/health')).status).toBe(200);
  });

  test('is not escaped with made-up tokens', async () => {
    app = await testApp({ env: { RATE_LIMIT_PER_MINUTE: '5' } });
    const statuses = [];
    for (let i = 0; i < 6; i++)
      statuses.push((await app.request('GET', somewhere, { token: `ivs_${i}` })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });
});

describe('the limit of new sessions', () => {
  const begin = (headers: Record<string, string> = {}) =>
    app.request('POST', '/api/session', { token: null, headers });

  test('is by address, told with Retry-After, and stops nobody who has a session', async () => {
    // The test's own session is the first.
    app = await testApp({ env: { SESSIONS_PER_HOUR: '3', TRUST_PROXY: 'True' } });
    expect([(await begin()).status, (await begin()).status]).toEqual([201, 201]);
    const limited = await begin();
    expectProblem(limited, 429, 'rate_limited');
    expect(limited.headers.get('set-cookie')).toBeNull();
    const seconds = Number(limited.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(3_500);
    expect(seconds).toBeLessThanOrEqual(3_600);
    // Not even by those who are known already: each session is another allowance.
    expectProblem(await app.request('POST', '/api/session'), 429, 'rate_limited');
    expect((await app.request('GET', somewhere)).status).toBe(200);
    expect((await begin({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(201);
  });

  test('takes a network of IPv6 for one address', async () => {
    app = await testApp({ env: { SESSIONS_PER_HOUR: '1', TRUST_PROXY: 'True' } });
    expect((await begin({ 'x-forwarded-for': '2001:db8:1:2::1' })).status).toBe(201);
    expectProblem(await begin({ 'x-forwarded-for': '2001:db8:1:2:ffff::2' }), 429, 'rate_limited');
    expect((await begin({ 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(201);
  });

  test('is not used up by pages elsewhere', async () => {
    app = await testApp({ env: { SESSIONS_PER_HOUR: '2' } });
    for (let i = 0; i < 3; i++)
      expect((await begin({ origin: 'https://evil.example.com' })).status).toBe(403);
    expect((await begin()).status).toBe(201);
  });
});

describe('headers', () => {
  test('protect pages, keep answers of the API out of caches and name the request', async () => {
    app = await testApp();
    const page = await app.request('GET', '/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('strict-transport-security')).toBeNull();
    const answer = await app.request('GET', somewhere);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const named = await app.request('GET', somewhere, { headers: { 'x-request-id': 'proxy-7' } });
    expect(named.headers.get('x-request-id')).toBe('proxy-7');
    const forged = await app.request('GET', somewhere, { headers: { 'x-request-id': 'a b{"level":60}' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('allow no other origin by default', async () => {
    app = await testApp();
    const headers = { origin: 'https://app.example.com' };
    expect(
      (await app.request('GET', somewhere, { headers })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });

  test('allow the origins of the config, with credentials, and in refusals too', async () => {
    app = await testApp({ env: { CORS_ORIGINS: 'https://app.example.com' } });
    const origin = 'https://app.example.com';
    const preflight = await app.request('OPTIONS', somewhere, {
      token: null,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(204);
    const refused = await app.request('GET', somewhere, { token: null, headers: { origin } });
    expect(refused.status).toBe(401);
    for (const { headers } of [preflight, refused]) {
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
    }
    const other = await app.request('GET', somewhere, { headers: { origin: 'https://evil.example.com' } });
    expect(other.headers.get('access-control-allow-origin')).not.toBe('https://evil.example.com');
  });
});

describe('the log', () => {
  function recorded() {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    return { lines, logger: createLogger({ level: 'trace', destination }) };
  }

  test('has a line a request, and no text, query or token', async () => {
    const { lines, logger } = recorded();
    app = await testApp({ overrides: { logger } });
    const secret = 'marker-4711';
    await app.request('POST', somewhere, {
      body: { messages: [{ text: secret, role: 'user', message_id: secret }] },
    });
    await app.request('POST', '/api/memory/search', { body: { query: secret } });
    await app.request('POST', '/api/memory/search', { body: { query: secret, k: 0 } });
    await app.request('POST', '/api/memory/search', { body: `{"query":"${secret}"` });
    await app.request('GET', `${somewhere}?conversation_id=${secret}`);
    await app.request('GET', `/nowhere?token=${secret}`);
    const log = lines.join('');
    expect(log).toContain('"path":"/api/memory/search"');
    expect(log).toContain('"request_id"');
    expect(log).not.toContain(secret);
    expect(log).not.toContain(app.token);
  });

  test('does not call it a fault when a client leaves', async () => {
    const { lines, logger } = recorded();
    app = await testApp({ overrides: { logger } });
    app.context.memory.recall = async (_user, { signal }) => {
      await sleep(10_000, undefined, { signal, ref: false });
      return { results: [], mode: 'hybrid' };
    };
    const leaving = fetch(`${app.url}/api/memory/search`, {
      method: 'POST',
      body: '{"query":"salary"}',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${app.token}` },
      signal: AbortSignal.timeout(300),
    });
    await expect(leaving).rejects.toThrow();
    await expect.poll(() => lines.join(''), { timeout: 30_000 }).toContain('the client went away');
    expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
  });

  test('has what is behind a 500, which itself says nothing', async () => {
    const { lines, logger } = recorded();
    app = await testApp({ overrides: { logger } });
    const fault = Object.assign(new Error('the driver broke'), {
      detail: 'Failing row contains (marker-4711)',
    });
    app.context.memory.list = async () => {
      throw fault;
    };
    const response = await app.request('GET', somewhere);
    expectProblem(response, 500, 'internal_error');
    expect(response.text).not.toContain('driver');
    const { request_id } = response.body as { request_id: string };
    const line = lines.find((text) => text.includes('the driver broke'));
    expect(line).toContain(request_id);
    expect(line).not.toContain('marker-4711');
  });
});
