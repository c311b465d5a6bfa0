import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../../src/kernel/ids.ts';
import { type TestApp, testApp, testContext } from '../context.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
let now = new Date();
beforeAll(async () => {
  const env = { ...clerkEnv(), ADMIN_USERS: 'user_boss, Mail@example.com' };
  app = await testApp({ context: await testContext({ env, overrides: { clock: { now: () => now } } }) });
});
beforeEach(() => {
  now = new Date();
});
afterAll(() => app.close());

interface Made {
  id: string;
  key: string;
}

async function make(
  scopes: string[],
  { token = app.token, ...more }: Record<string, unknown> = {},
): Promise<Made> {
  const body = { name: 'a program', scopes, ...more };
  const response = await app.request('POST', '/api/account/keys', { token: token as string, body });
  expect(response.status, response.text).toBe(201);
  return response.body as Made;
}

const message = { messages: [{ text: 'hello', role: 'user' }] };

describe('an API key', () => {
  test('is shown once, kept as a hash, listed without it, and acts for its person', async () => {
    const { key, id } = await make(['write', 'read'], { expires_in_days: 30 });
    expect(key).toMatch(/^ivk_[\w-]{43}$/);
    const stored = await app.context.store.db.selectFrom('interviewly.api_keys').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(key);
    expect(stored.map((row) => row.key_hash)).toContain(hashSecret(key));
    expect((await app.request('POST', '/api/memory/messages', { token: key, body: message })).status).toBe(
      201,
    );
    const list = await app.request('GET', '/api/account/keys');
    expect(list.text).not.toContain(key);
    const shown = (list.body as { keys: Record<string, unknown>[] }).keys.find((one) => one.id === id);
    expect(shown).toMatchObject({
      name: 'a program',
      scopes: ['read', 'write'],
      last_used_at: now.toISOString(),
    });
    expect((await app.request('GET', '/api/account', { token: key })).body).toMatchObject({
      user_id: app.userId,
    });
  });

  test('is over when it is revoked or expires, and says which', async () => {
    const revoked = await make(['read']);
    expect((await app.request('DELETE', `/api/account/keys/${revoked.id}`)).status).toBe(204);
    expectProblem(await app.request('DELETE', `/api/account/keys/${revoked.id}`), 404, 'not_found');
    expectProblem(await app.request('GET', '/api/account', { token: revoked.key }), 401, 'key_invalid');
    const short = await make(['read'], { expires_in_days: 1 });
    now = new Date(now.getTime() + 86_400_000);
    expectProblem(await app.request('GET', '/api/account', { token: short.key }), 401, 'key_expired');
    expectProblem(await app.request('GET', '/api/account', { token: 'ivk_made-up' }), 401, 'key_invalid');
  });

  test('of somebody else cannot be seen or revoked', async () => {
    const { id } = await make(['read']);
    const other = (await app.request('POST', '/api/session')).body as { token: string };
    expectProblem(
      await app.request('DELETE', `/api/account/keys/${id}`, { token: other.token }),
      404,
      'not_found',
    );
    expect((await app.request('GET', '/api/account/keys', { token: other.token })).body).toEqual({
      keys: [],
    });
  });

  test('does what its scopes say and nothing else', async () => {
    const { key } = await make(['read']);
    const search = { body: { query: 'hello' }, token: key };
    expect((await app.request('POST', '/api/memory/search', search)).status).toBe(200);
    for (const [method, path] of [
      ['POST', '/api/memory/messages'],
      ['POST', '/api/chat'],
      ['DELETE', '/api/memory/messages/x'],
      ['DELETE', '/api/account'],
      ['PATCH', '/api/account'],
      ['GET', '/api/account/keys'],
      ['POST', '/api/account/claim'],
      ['DELETE', '/api/session'],
      ['POST', '/api/billing/checkout'],
    ] as const) {
      const response = await app.request(method, path, {
        token: key,
        body: method === 'POST' ? {} : undefined,
      });
      expectProblem(response, 403, 'scope_missing');
    }
  });

  test('with every scope still cannot do what is for the person alone', async () => {
    const { key } = await make(['read', 'write', 'chat']);
    for (const path of ['/api/account', '/api/session'])
      expectProblem(await app.request('DELETE', path, { token: key }), 403, 'scope_missing');
    const more = { token: key, body: { name: 'more', scopes: ['read'] } };
    expectProblem(await app.request('POST', '/api/account/keys', more), 403, 'scope_missing');
  });

  test('with the scope admin is for admins alone, for as long as they are', async () => {
    const body = { name: 'x', scopes: ['admin'] };
    const visitor = await app.request('POST', '/api/account/keys', {
      body,
      headers: { 'x-forwarded-for': '1.2.3.4' },
    });
    expectProblem(visitor, 403, 'admin_required');
    const boss = clerkToken({ sub: 'user_boss' });
    const { key } = await make(['admin', 'read'], { token: boss });
    expect((await app.request('GET', '/api/account', { token: key })).body).toMatchObject({ is_admin: true });
    const { key: plain } = await make(['read'], { token: boss });
    expect((await app.request('GET', '/api/account', { token: plain })).body).toMatchObject({
      is_admin: false,
    });
  });

  test('asks for sensible input', async () => {
    for (const [body, field] of [
      [{}, 'name'],
      [{ name: ' ', scopes: ['read'] }, 'name'],
      [{ name: 'x\u2028y', scopes: ['read'] }, 'name'],
      [{ name: 'x'.repeat(101), scopes: ['read'] }, 'name'],
      [{ name: 'x', scopes: [] }, 'scopes'],
      [{ name: 'x', scopes: ['root'] }, 'scopes[0]'],
      [{ name: 'x', scopes: ['read', 'read'] }, 'scopes'],
      [{ name: 'x', scopes: ['read'], expires_in_days: 0 }, 'expires_in_days'],
      [{ name: 'x', scopes: ['read'], owner_id: 'user_1' }, 'owner_id'],
    ] as const) {
      const response = await app.request('POST', '/api/account/keys', { body });
      expect(Object.keys(expectProblem(response, 400, 'invalid_input'))).toContain(field);
    }
  });

  test('is one of fifty at most', async () => {
    const { token } = (await app.request('POST', '/api/session')).body as { token: string };
    for (let i = 0; i < 50; i++) await make(['read'], { token });
    const response = await app.request('POST', '/api/account/keys', {
      token,
      body: { name: 'x', scopes: ['read'] },
    });
    expectProblem(response, 409, 'too_many_keys');
  });
});

describe('who runs the installation', () => {
  const isAdmin = async (request: Promise<{ body: unknown }>) =>
    (await request).body as { is_admin: boolean };

  test('is named by Clerk id or a verified address, and nobody else', async () => {
    const claims = (email: string, verified: boolean) => ({ email, email_verified: verified });
    for (const [options, expected] of [
      [{ sub: 'user_boss' }, true],
      [{ sub: 'user_m1', claims: claims('mail@example.com', true) }, true],
      [{ sub: 'user_m2', claims: claims('MAIL@example.com', false) }, false],
      [{ sub: 'user_m3' }, false],
      [{ sub: 'user_m4', claims: { is_admin: true, role: 'admin' } }, false],
    ] as const) {
      const account = await isAdmin(app.request('GET', '/api/account', { token: clerkToken(options) }));
      expect([options.sub, account.is_admin]).toEqual([options.sub, expected]);
    }
    expect(await isAdmin(app.request('GET', '/api/account'))).toMatchObject({ is_admin: false });
  });

  test('is the person at the machine where nobody can sign in, and nobody from further away', async () => {
    const local = await testApp();
    const ask = async (headers: Record<string, string>) => {
      const url = '/api/account';
      const response = await local.app.inject({
        url,
        headers: { authorization: `Bearer ${local.token}`, ...headers },
        remoteAddress: headers['x-test-from'] ?? '127.0.0.1',
      });
      return (response.json() as { is_admin: boolean }).is_admin;
    };
    try {
      expect(await ask({ host: 'localhost:8000' })).toBe(true);
      expect(await ask({ host: '[::1]:8000', 'x-test-from': '::1' })).toBe(true);
      expect(await ask({ host: 'rebound.example.com' })).toBe(false);
      expect(await ask({ host: 'localhost', 'x-forwarded-for': '203.0.113.9' })).toBe(false);
      expect(await ask({ host: 'localhost', via: '1.1 proxy' })).toBe(false);
      expect(await ask({ host: 'localhost', 'x-test-from': '203.0.113.9' })).toBe(false);
    } finally {
      await local.close();
    }
    for (const [name, value] of [
      ['HOST', '0.0.0.0'],
      ['TRUST_PROXY', 'True'],
    ] as const) {
      const open = await testApp({ env: { [name]: value } });
      expect(await isAdmin(open.request('GET', '/api/account'))).toMatchObject({ is_admin: false });
      await open.close();
    }
  });
});
