import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, type TestResponse, testApp } from '../context.ts';
import { clerkEnv, clerkToken, svixHeaders, userEvent } from '../fakes/fake-clerk.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ env: clerkEnv() });
});
afterAll(() => app.close());

let count = 0;
async function send(body: string, options: Parameters<typeof svixHeaders>[1] = {}): Promise<TestResponse> {
  const headers = svixHeaders(body, { id: `msg_${count++}`, ...options });
  return app.request('POST', '/api/webhooks/clerk', { token: null, body, headers });
}

const outcome = (response: TestResponse) => {
  expect(response.status, response.text).toBe(200);
  return (response.body as { outcome: string }).outcome;
};

const row = (clerkId: string) =>
  app.context.store.db
    .selectFrom('users')
    .selectAll()
    .where('clerk_user_id', '=', clerkId)
    .executeTakeFirst();

describe('an event of Clerk', () => {
  test('makes and changes the row of a person', async () => {
    expect(outcome(await send(userEvent('user.created', { id: 'user_a', email: 'a@x.test' })))).toBe(
      'applied',
    );
    const made = (await row('user_a'))!;
    expect(made).toMatchObject({
      email: 'a@x.test',
      email_verified: true,
      full_name: 'Ann Miller',
      preferred_language: 'en',
      is_active: true,
      last_login_at: null,
    });
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/);
    const changed = userEvent('user.updated', {
      id: 'user_a',
      email: 'b@x.test',
      name: 'Bea',
      updatedAt: Date.now() + 5,
    });
    expect(outcome(await send(changed))).toBe('applied');
    expect(await row('user_a')).toMatchObject({ id: made.id, email: 'b@x.test', full_name: 'Bea Miller' });
    // The person's first request of the hour is noted, the next one is not.
    await app.request('GET', '/api/account', { token: clerkToken({ sub: 'user_a' }) });
    const { last_login_at } = (await row('user_a'))!;
    expect(last_login_at).not.toBeNull();
    const account = await app.request('GET', '/api/account', { token: clerkToken({ sub: 'user_a' }) });
    expect(account.body).toMatchObject({ email: 'b@x.test', name: 'Bea Miller' });
    expect((await row('user_a'))!.last_login_at).toBe(last_login_at);
  });

  test('counts once, whoever sends it again', async () => {
    const body = userEvent('user.created', { id: 'user_c', email: 'c@x.test' });
    const results = await Promise.all([1, 2, 3].map(() => send(body, { id: 'msg_same' })));
    expect(results.map(outcome).sort()).toEqual(['applied', 'duplicate', 'duplicate']);
  });

  test('that is older than what is known changes nothing', async () => {
    const at = Date.now();
    await send(userEvent('user.updated', { id: 'user_d', email: 'new@x.test', updatedAt: at }));
    const older = userEvent('user.created', { id: 'user_d', email: 'old@x.test', updatedAt: at - 1_000 });
    expect(outcome(await send(older))).toBe('stale');
    expect(await row('user_d')).toMatchObject({ email: 'new@x.test' });
  });

  test('with an address that another account still has is taken when it is sent again', async () => {
    const at = Date.now();
    await send(userEvent('user.created', { id: 'user_e', email: 'shared@x.test', updatedAt: at }));
    const taker = userEvent('user.created', { id: 'user_f', email: 'shared@x.test', updatedAt: at + 2 });
    expectProblem(await send(taker, { id: 'msg_taker' }), 409, 'email_taken');
    expect(await row('user_f')).toBeUndefined();
    await send(userEvent('user.updated', { id: 'user_e', email: 'other@x.test', updatedAt: at + 1 }));
    expect(outcome(await send(taker, { id: 'msg_taker' }))).toBe('applied');
  });

  test('with an address that differs from another account’s in its case alone is the same address', async () => {
    const { db } = app.context.store;
    await send(userEvent('user.created', { id: 'user_i', email: 'Ivy@X.test' }));
    expect(await row('user_i')).toMatchObject({ email: 'ivy@x.test' });
    // As the original may have written it.
    await db
      .updateTable('users')
      .set({ email: 'Ivy@x.test' })
      .where('clerk_user_id', '=', 'user_i')
      .execute();
    const taker = userEvent('user.created', { id: 'user_j', email: 'ivy@X.TEST' });
    expectProblem(await send(taker), 409, 'email_taken');
    expect(await row('user_j')).toBeUndefined();
    // A token makes no row of it either, and lets its person in without one.
    const token = clerkToken({ sub: 'user_j', claims: { email: 'iVy@x.test' } });
    expect((await app.request('GET', '/api/account', { token })).body).toMatchObject({ email: null });
    expect(await row('user_j')).toBeUndefined();
    // To its own account it may come back in any case.
    const own = userEvent('user.updated', { id: 'user_i', email: 'IVY@x.test', updatedAt: Date.now() + 5 });
    expect(outcome(await send(own))).toBe('applied');
  });

  test('that a person is banned shuts them out, with their keys, until they are not', async () => {
    await send(userEvent('user.created', { id: 'user_g', email: 'g@x.test' }));
    const token = clerkToken({ sub: 'user_g' });
    const made = await app.request('POST', '/api/account/keys', {
      token,
      body: { name: 'k', scopes: ['read'] },
    });
    const { key } = made.body as { key: string };
    await send(
      userEvent('user.updated', { id: 'user_g', email: 'g@x.test', banned: true, updatedAt: Date.now() + 5 }),
    );
    for (const one of [token, key])
      expectProblem(await app.request('GET', '/api/account', { token: one }), 403, 'account_disabled');
    await send(userEvent('user.updated', { id: 'user_g', email: 'g@x.test', updatedAt: Date.now() + 9 }));
    expect((await app.request('GET', '/api/account', { token })).status).toBe(200);
  });

  test('that a person is gone erases them, and neither old events nor old tokens bring them back', async () => {
    const earlier = userEvent('user.updated', {
      id: 'user_h',
      email: 'h@x.test',
      updatedAt: Date.now() - 1_000,
    });
    await send(userEvent('user.created', { id: 'user_h', email: 'h@x.test', updatedAt: Date.now() - 2_000 }));
    const token = clerkToken({ sub: 'user_h', claims: { email: 'h@x.test' } });
    const body = { messages: [{ text: 'hello', role: 'user' }] };
    expect((await app.request('POST', '/api/memory/messages', { token, body })).status).toBe(201);
    const gone = JSON.stringify({ type: 'user.deleted', data: { id: 'user_h', deleted: true } });
    expect(outcome(await send(gone, { id: 'msg_gone' }))).toBe('applied');
    expect(outcome(await send(gone, { id: 'msg_gone' }))).toBe('duplicate');
    expect(outcome(await send(earlier))).toBe('stale');
    expectProblem(await app.request('GET', '/api/account', { token }), 401, 'session_invalid');
    expect(await row('user_h')).toBeUndefined();
    expect((await app.context.memory.list('user_h', {})).messages).toEqual([]);
  });

  test('of another kind, or of a person without an address, is taken note of', async () => {
    expect(outcome(await send(JSON.stringify({ type: 'session.created', data: { id: 'sess_1' } })))).toBe(
      'ignored',
    );
    expect(outcome(await send(userEvent('user.created', { id: 'user_phone' })))).toBe('ignored');
  });
});

describe('what is no event of Clerk', () => {
  const body = userEvent('user.created', { id: 'user_z', email: 'z@x.test' });

  test.each([
    ['without a signature', async () => app.request('POST', '/api/webhooks/clerk', { token: null, body })],
    [
      'of another secret',
      async () => send(body, { secret: `whsec_${Buffer.from('another').toString('base64')}` }),
    ],
    ['six minutes old', async () => send(body, { at: new Date(Date.now() - 360_000) })],
    ['from the future', async () => send(body, { at: new Date(Date.now() + 360_000) })],
    [
      'changed on its way',
      async () => {
        const headers = svixHeaders(body, { id: 'msg_x' });
        const changed = body.replace('z@x.test', 'y@x.test');
        return app.request('POST', '/api/webhooks/clerk', { token: null, body: changed, headers });
      },
    ],
    [
      'under another id',
      async () => {
        const headers = { ...svixHeaders(body, { id: 'msg_x' }), 'svix-id': 'msg_y' };
        return app.request('POST', '/api/webhooks/clerk', { token: null, body, headers });
      },
    ],
    [
      'of bytes that are no JSON',
      async () =>
        app.request('POST', '/api/webhooks/clerk', { token: null, body: '{{', headers: svixHeaders('{}') }),
    ],
  ])('%s: refused', async (_name, attempt) => {
    expectProblem(await attempt(), 400, 'webhook_signature_invalid');
    expect(await row('user_z')).toBeUndefined();
  });

  test('signed, but not as documented: refused with the field', async () => {
    const response = await send(JSON.stringify({ type: 'user.created', data: { id: 7 } }));
    expect(Object.keys(expectProblem(response, 400, 'invalid_input'))).toContain('data.id');
    expectProblem(await send(JSON.stringify([1])), 400, 'invalid_input');
  });

  test('where no secret is set: 404 with what to do', async () => {
    const closed = await testApp();
    const response = await closed.request('POST', '/api/webhooks/clerk', { body });
    expectProblem(response, 404, 'webhook_not_set_up');
    await closed.close();
  });

  test('a body over a megabyte: 413', async () => {
    expectProblem(await send(JSON.stringify({ type: 'x'.repeat(1_100_000) })), 413, 'body_too_large');
  });
});
