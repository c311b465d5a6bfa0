import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';
import {
  clerkEnv,
  clerkKeys,
  clerkToken,
  type FakeIssuer,
  fakeIssuer,
  forgedToken,
  issuer,
} from '../fakes/fake-clerk.ts';
import { expectProblem } from './problems.ts';

let app: TestApp | undefined;
let keyServer: FakeIssuer | undefined;
afterEach(async () => {
  await app?.close();
  await keyServer?.close();
  app = undefined;
  keyServer = undefined;
});

const somewhere = '/api/memory/messages';

async function start(env: Record<string, string> = {}): Promise<TestApp> {
  app = await testApp({ env: { ...clerkEnv(), ...env } });
  return app;
}

const other = () => clerkKeys().theirs.privateKey;
/** What is sent, and the code of the answer. */
const wrong: Record<string, () => [token: string, code: string]> = {
  'that expired': () => [clerkToken({ expires: -10, issued: -70 }), 'token_expired'],
  'that is not valid yet': () => [clerkToken({ issued: 120, expires: 180 }), 'token_not_active'],
  'for another party': () => [clerkToken({ claims: { azp: 'https://evil.test' } }), 'token_wrong_party'],
  'for no party': () => [clerkToken({ claims: { azp: undefined } }), 'token_wrong_party'],
  'of another issuer': () => [clerkToken({ claims: { iss: 'https://evil.test' } }), 'token_wrong_issuer'],
  'with alg none': () => [forgedToken('none'), 'token_wrong_algorithm'],
  'signed with the public key as a secret': () => [forgedToken('hs256'), 'token_wrong_algorithm'],
  'of a swapped key': () => [clerkToken({ key: other() }), 'token_signature_invalid'],
  'whose body was changed': () => {
    const [head, , signature] = clerkToken().split('.');
    const [, body] = clerkToken({ sub: 'user_admin' }).split('.');
    return [`${head}.${body}.${signature}`, 'token_signature_invalid'];
  },
  'with an extension that has to be understood': () => [
    clerkToken({ header: { crit: ['https://example.test/bound'], 'https://example.test/bound': true } }),
    'token_invalid',
  ],
  'with a list of extensions that is none': () => [clerkToken({ header: { crit: null } }), 'token_invalid'],
  'without a subject': () => [clerkToken({ claims: { sub: undefined } }), 'token_invalid'],
  'without an end': () => [clerkToken({ claims: { exp: undefined } }), 'token_invalid'],
  'that names a visitor': () => [clerkToken({ sub: 'visitor_1' }), 'token_invalid'],
  'of a session that is not complete': () => [clerkToken({ claims: { sts: 'pending' } }), 'token_invalid'],
  'that only looks like one': () => ['eyJ.eyJ.eyJ', 'token_invalid'],
  'whose head is null': () => [`${'eyJ'}${Buffer.from('null').toString('base64url')}..`, 'token_invalid'],
};

describe('a Clerk token, by the key of the configuration', () => {
  test('is a caller with the Clerk id, as a bearer and as the cookie of Clerk', async () => {
    const { request } = await start();
    const token = clerkToken();
    expect((await request('GET', somewhere, { token })).status).toBe(200);
    const account = await request('GET', '/api/account', {
      token: null,
      headers: { cookie: `__session=${token}` },
    });
    expect(account.body).toMatchObject({ user_id: 'user_2abc', kind: 'account', session_expires_at: null });
  });

  describe('that is wrong:', () => {
    let shared: TestApp;
    beforeAll(async () => {
      shared = await testApp({ env: clerkEnv() });
    });
    afterAll(() => shared.close());

    test.each(Object.entries(wrong))('%s', async (_name, make) => {
      const { request } = shared;
      const [token, code] = make();
      const response = await request('GET', somewhere, { token });
      expectProblem(response, 401, code);
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
      for (const secret of [token, clerkKeys().ours.pem.slice(40, 80)])
        expect(response.text).not.toContain(secret);
    });
  });

  test('may be some seconds early or late', async () => {
    const { request } = await start();
    expect(
      (await request('GET', somewhere, { token: clerkToken({ expires: -2, issued: -62 }) })).status,
    ).toBe(200);
    expect((await request('GET', somewhere, { token: clerkToken({ issued: 3 }) })).status).toBe(200);
  });

  test('in the cookie of Clerk may not write from another site', async () => {
    const { request } = await start();
    const headers = { cookie: `__session=${clerkToken()}`, origin: 'https://evil.example.com' };
    const body = { messages: [{ text: 'hello', role: 'user' }] };
    expectProblem(
      await request('POST', somewhere, { token: null, headers, body }),
      403,
      'cross_site_request',
    );
  });

  test('counts before the cookie of a visitor, and is not let fall for it', async () => {
    const { request, token } = await start();
    const cookies = (clerk: string) => ({ cookie: `interviewly_session=${token}; __session=${clerk}` });
    const good = await request('GET', '/api/account', { token: null, headers: cookies(clerkToken()) });
    expect(good.body).toMatchObject({ kind: 'account' });
    const late = clerkToken({ expires: -60, issued: -120 });
    expectProblem(
      await request('GET', '/api/account', { token: null, headers: cookies(late) }),
      401,
      'token_expired',
    );
  });

  test('says nothing where no Clerk is set up, and its cookie neither', async () => {
    app = await testApp();
    expectProblem(await app.request('GET', somewhere, { token: clerkToken() }), 401, 'session_invalid');
    const headers = { cookie: `__session=${clerkToken()}; interviewly_session=${app.token}` };
    expect((await app.request('GET', '/api/account', { token: null, headers })).body).toMatchObject({
      kind: 'visitor',
    });
  });
});

describe('a Clerk token, by the keys of the issuer', () => {
  async function startWithIssuer(): Promise<[TestApp, FakeIssuer]> {
    keyServer = await fakeIssuer();
    app = await testApp({
      env: { CLERK_ISSUER: keyServer.url, CLERK_AUTHORIZED_PARTIES: 'https://app.example.test' },
    });
    return [app, keyServer];
  }

  test('is verified with keys that are fetched once', async () => {
    const [{ request }, server] = await startWithIssuer();
    for (let i = 0; i < 3; i++)
      expect((await request('GET', somewhere, { token: server.token() })).status).toBe(200);
    expect(server.asked()).toBe(1);
  });

  test('is refused with the same codes', async () => {
    const [{ request }, server] = await startWithIssuer();
    for (const [name, make] of Object.entries(wrong)) {
      const [token, code] = make();
      const [head = '', body = '', signature] = token.split('.');
      // The same fault in a token of this issuer, where it is not the issuer that is wrong.
      const payload =
        name === 'that only looks like one' || name === 'whose head is null'
          ? null
          : JSON.parse(Buffer.from(body, 'base64url').toString());
      const header = payload && JSON.parse(Buffer.from(head, 'base64url').toString());
      const faulty =
        payload && payload.iss === issuer && header.alg === 'RS256' && code !== 'token_signature_invalid'
          ? server.token({
              header: { ...header },
              claims: payload.iss === issuer ? { ...payload, iss: server.url, ...absent(payload) } : {},
            })
          : `${head}.${body}.${signature}`;
      expectProblem(await request('GET', somewhere, { token: faulty }), 401, code);
    }
  });

  test('cannot be checked while the keys are away: 503, and later it can', async () => {
    const [{ request }, server] = await startWithIssuer();
    for (const how of ['fails', 'nonsense'] as const) {
      server.behave(how);
      const response = await request('GET', somewhere, { token: server.token() });
      expectProblem(response, 503, 'auth_unavailable');
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    server.behave('answers');
    expect((await request('GET', somewhere, { token: server.token() })).status).toBe(200);
  });

  test('of a key that nobody published is refused, and does not become a stream of calls', async () => {
    const [{ request }, server] = await startWithIssuer();
    for (let i = 0; i < 5; i++) {
      const token = server.token({ header: { kid: `made-up-${i}` }, key: other() });
      expectProblem(await request('GET', somewhere, { token }), 401, 'token_signature_invalid');
    }
    expect(server.asked()).toBe(1);
  });
});

/** Claims that the token does not have: JSON has no undefined. */
function absent(payload: Record<string, unknown>): Record<string, undefined> {
  return Object.fromEntries(
    ['sub', 'exp', 'azp'].filter((name) => !(name in payload)).map((name) => [name, undefined]),
  );
}
