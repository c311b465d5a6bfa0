import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedRows, ownedRows, sweepClaims } from '../../src/features/account/index.ts';
import { type TestApp, testApp, testContext } from '../context.ts';
import { onEveryDatabase } from '../contract/stores.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';
import { fillEngineTables, findTraces, ownedEngineTables } from '../fill-tables.ts';
import { expectProblem } from './problems.ts';

const claims = { email: 'ann@example.com', email_verified: true };
const tokenOf = (sub: string) => clerkToken({ sub, claims: { ...claims, email: `${sub}@example.com` } });
const times = { created_at: new Date(), updated_at: new Date() };

interface Visitor {
  user_id: string;
  token: string;
}

async function visitor({ request }: TestApp): Promise<Visitor> {
  return (await request('POST', '/api/session', { token: null })).body as Visitor;
}

const say = ({ request }: TestApp, token: string, text: string) =>
  request('POST', '/api/memory/messages', {
    token,
    body: { messages: [{ text, role: 'user', message_id: text.slice(0, 36) }] },
  });

const claim = ({ request }: TestApp, token: string, body?: unknown, headers: Record<string, string> = {}) =>
  request('POST', '/api/account/claim', { token, body, headers });

onEveryDatabase(
  'POST /api/account/claim',
  (kind) => {
    let app: TestApp;
    afterEach(() => app?.close());

    test('hands over rows of every table, and the person works on with them', async () => {
      const context = await testContext({ env: clerkEnv(), overrides: { store: await kind.open() } });
      app = await testApp({ context });
      const { request } = app;
      const { store } = context;
      const token = tokenOf('user_ann');
      const { user_id, token: session } = await visitor(app);
      // The account knows something already, and so does the visitor: in every table there is.
      await say(app, token, 'I was a nurse in Berlin');
      await say(app, session, 'I moved to Lyon');
      await store.db
        .insertInto('cv_analyses')
        .values({ id: 'cv-1', owner_id: user_id, filename: 'North Clinic', status: 'COMPLETED', ...times })
        .execute();
      await fillEngineTables(store, user_id, 'markervisitor');
      await fillEngineTables(store, 'user_ann', 'markeraccount');
      await context.memory.queue.drain();

      const claimed = await claim(app, token, { session_token: session });
      expect(claimed.status, claimed.text).toBe(200);
      const { moved } = claimed.body as { moved: { messages: number; records: number } };
      expect(moved.messages).toBeGreaterThanOrEqual(1);
      expect(moved.records).toBeGreaterThanOrEqual(ownedEngineTables.length / 2);

      for (const { table, column, onClaim } of ownedRows as readonly OwnedRows[]) {
        if (column === undefined || table === 'interviewly.sessions') continue;
        const { rows } =
          await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${user_id}`.execute(
            store.db,
          );
        if (onClaim !== 'leave' || table === 'user_message_embeddings')
          expect([table, rows]).toEqual([table, []]);
      }
      const row = await store.db
        .selectFrom('cv_analyses')
        .select(['owner_id', 'user_id'])
        .where('id', '=', 'cv-1')
        .executeTakeFirst();
      expect(row).toEqual({ owner_id: 'user_ann', user_id: 'user_ann' });
      for (const mode of ['semantic', 'keyword']) {
        const search = await request('POST', '/api/memory/search', {
          token,
          body: { query: 'moved to Lyon', mode },
        });
        expect(search.body).toMatchObject({ mode });
        expect((search.body as { results: { text: string }[] }).results[0]!.text).toBe('I moved to Lyon');
      }
      expectProblem(await request('GET', '/api/account', { token: session }), 401, 'session_invalid');

      const again = await claim(app, token, { session_token: session });
      expect(again.body).toMatchObject({ moved: { messages: 0, records: 0 }, renamed: 0, duplicates: 0 });
      expectProblem(
        await claim(app, tokenOf('user_bob'), { session_token: session }),
        409,
        'session_claimed',
      );

      expect((await request('DELETE', '/api/account', { token })).status).toBe(204);
      const traces = await findTraces(
        store,
        'markervisitor',
        'markeraccount',
        'Lyon',
        'North Clinic',
        user_id,
        'user_ann',
      );
      expect(traces).toEqual([]);
    });

    // PGlite has one connection, so nothing happens meanwhile.
    test.skipIf(kind.name === 'pglite')(
      'meanwhile loses nothing that was acknowledged to the visitor',
      async () => {
        const context = await testContext({ env: clerkEnv(), overrides: { store: await kind.open() } });
        app = await testApp({ context });
        const { request } = app;
        const token = tokenOf('user_ann');
        const { user_id, token: session } = await visitor(app);
        const texts = Array.from({ length: 6 }, (_, i) => `sentence number ${i}`);
        const posts = texts.flatMap((text, i) => [
          say(app, session, text).then(({ status }) => ({ text, status })),
          request('POST', '/api/jobs', {
            token: session,
            body: { text: `Nurse ${i}\nCompany: Clinic ${i}\n\nRequirements\n- 2 years as a nurse` },
          }).then(({ status }) => ({ text: `Clinic ${i}`, status })),
        ]);
        await sleep(15);
        const [claimed, ...results] = await Promise.all([
          claim(app, token, { session_token: session }),
          ...posts,
        ]);
        expect(claimed.status, claimed.text).toBe(200);
        const kept = results.filter(({ status }) => status === 201).map(({ text }) => text);
        for (const { status } of results) expect([201, 401]).toContain(status);
        // The rest of what the visitor's requests wrote follows within moments of their answers.
        await expect.poll(async () => await ownerless(user_id), { timeout: 30_000 }).toBe(0);
        const list = await request('GET', '/api/memory/messages?limit=100', { token });
        const jobs = await request('GET', '/api/jobs?limit=100', { token });
        for (const text of kept) expect(list.text + jobs.text).toContain(text);

        async function ownerless(who: string): Promise<number> {
          const rows = await context.store.db
            .selectFrom('job_postings')
            .select('id')
            .where('owner_id', '=', who)
            .execute();
          const said = await context.memory.list(who, {});
          return rows.length + said.messages.length;
        }
      },
    );
  },
  { standIn: false },
);

describe('a claim', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ env: clerkEnv() });
  });
  afterAll(() => app.close());

  test('takes the session from the cookie, and takes the cookie away', async () => {
    const { token: session } = await visitor(app);
    await say(app, session, 'hello');
    const response = await claim(app, tokenOf('user_1'), undefined, {
      cookie: `interviewly_session=${session}`,
    });
    expect(response.body).toMatchObject({ user_id: 'user_1', moved: { messages: 1 } });
    expect(response.headers.get('set-cookie')).toContain('interviewly_session=;');
  });

  test('is for people who signed in, and of sessions of visitors that are open', async () => {
    const { token: session } = await visitor(app);
    expectProblem(await claim(app, session, { session_token: app.token }), 403, 'account_required');
    const token = tokenOf('user_2');
    expect(expectProblem(await claim(app, token), 400, 'invalid_input')).toHaveProperty('session_token');
    for (const body of [{ session_token: 7 }, { session_token: '' }, { token: session }, []])
      expectProblem(await claim(app, token, body), 400, 'invalid_input');
    expectProblem(await claim(app, token, { session_token: 'ivs_made-up' }), 404, 'not_found');
    expectProblem(await claim(app, token, { session_token: token.slice(0, 150) }), 404, 'not_found');
    await app.request('DELETE', '/api/session', { token: session });
    expectProblem(await claim(app, token, { session_token: session }), 403, 'session_not_claimable');
    const { token: owned } = await visitor(app);
    await app.context.store.db
      .updateTable('interviewly.sessions')
      .set({ user_id: 'user_9' })
      .where('revoked_at', 'is', null)
      .where('user_id', '!=', app.userId)
      .execute();
    expectProblem(await claim(app, token, { session_token: owned }), 403, 'session_not_claimable');
  });

  test('by two people at once is one’s alone', async () => {
    const { token: session } = await visitor(app);
    await say(app, session, 'whose am I');
    const people = ['user_3', 'user_4', 'user_5'];
    const results = await Promise.all(
      people.map((sub) => claim(app, tokenOf(sub), { session_token: session })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const lists = await Promise.all(people.map((sub) => app.context.memory.list(sub, {})));
    expect(lists.flatMap(({ messages }) => messages)).toHaveLength(1);
  });

  test('does not hand over keys: whoever made one before is not let into the account', async () => {
    const { token: session } = await visitor(app);
    const made = await app.request('POST', '/api/account/keys', {
      token: session,
      body: { name: 'k', scopes: ['read'] },
    });
    const { key } = made.body as { key: string };
    expect((await app.request('GET', '/api/account', { token: key })).status).toBe(200);
    await claim(app, tokenOf('user_6'), { session_token: session });
    expectProblem(await app.request('GET', '/api/account', { token: key }), 401, 'key_invalid');
  });

  test('is followed by what a background job still wrote for the visitor', async () => {
    const { user_id, token: session } = await visitor(app);
    await claim(app, tokenOf('user_7'), { session_token: session });
    const { store } = app.context;
    await store.db
      .insertInto('interviewly.calendar_feeds')
      .values({ token_hash: 'late', owner_id: user_id, created_at: new Date() })
      .execute();
    expect(await sweepClaims(app.context)).toBeGreaterThan(0);
    const feed = await store.db
      .selectFrom('interviewly.calendar_feeds')
      .select('owner_id')
      .executeTakeFirst();
    expect(feed).toEqual({ owner_id: 'user_7' });
  });

  test('keeps the settings of the account', async () => {
    const { token: session } = await visitor(app);
    const token = tokenOf('user_8');
    const share = (who: string, share_profile: boolean) =>
      app.request('PATCH', '/api/account', { token: who, body: { settings: { share_profile } } });
    expect((await app.request('GET', '/api/account', { token })).body).toMatchObject({
      settings: { share_profile: false },
      email: 'user_8@example.com',
      sign_in: null,
      engines: { chat: null, embedding: 'test/words', voice: { listen: null, speak: null } },
    });
    expect((await share(session, true)).body).toMatchObject({ settings: { share_profile: true } });
    await share(token, false);
    await claim(app, token, { session_token: session });
    expect((await app.request('GET', '/api/account', { token })).body).toMatchObject({
      settings: { share_profile: false },
    });
    for (const body of [
      {},
      { settings: { share_profile: 'yes' } },
      { settings: { is_admin: true } },
      { email: 'x' },
    ])
      expectProblem(await app.request('PATCH', '/api/account', { token, body }), 400, 'invalid_input');
  });
});
