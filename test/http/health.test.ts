import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { version } from '../../src/http/version.ts';
import { databaseUnavailable, StartupError } from '../../src/kernel/errors.ts';
import type { Store } from '../../src/store/index.ts';
import { type TestApp, testApp, testContext } from '../context.ts';

let app: TestApp;
afterEach(() => app?.close());

const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** An app over a store of which some parts are replaced. */
async function withStore(
  change: Partial<Store> | ((store: Store) => Partial<Store>),
  prepare = true,
): Promise<TestApp> {
  const context = await testContext({ prepare });
  const { store } = context;
  const changed = typeof change === 'function' ? change(store) : change;
  context.store = new Proxy(store, {
    get: (target, name) => Reflect.get(Object.hasOwn(changed, name) ? changed : target, name),
  });
  return testApp({ context, prepare: false });
}

async function timed(path: string) {
  const start = performance.now();
  const response = await app.request('GET', path);
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(response.headers.get('content-type')).toContain('application/json');
  return response;
}

describe.each(['', '/'])('with a path that ends in %j', (slash) => {
  test('/health', async () => {
    app = await testApp();
    const { status, body } = await app.request('GET', `/health${slash}`, { token: null });
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', service: 'Interviewly API', timestamp, version });
  });

  test('/health/db', async () => {
    app = await testApp();
    const { status, body } = await app.request('GET', `/health/db${slash}`, { token: null });
    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'ok',
      database: 'sqlite',
      pgvector_enabled: false,
      vector_search: true,
      embedding_queue: { pending: 0, set_aside_count: 0 },
      timestamp,
    });
  });

  test('/health/db/tables', async () => {
    app = await testApp();
    const { status, body } = await app.request('GET', `/health/db/tables${slash}`, { token: null });
    expect(status).toBe(200);
    const { tables } = body as { tables: string[] };
    expect(body).toEqual({ status: 'ok', tables: tables.toSorted(), table_count: 11, timestamp });
    expect(tables).toContain('user_message_embeddings');
    expect(tables).toHaveLength(11);
  });
});

test('the name of the service follows APP_NAME', async () => {
  app = await testApp({ env: { APP_NAME: 'Mentor' } });
  expect((await app.request('GET', '/health')).body).toMatchObject({ service: 'Mentor API' });
});

test('without vector search /health/db says why and what to do', async () => {
  const vectors = {
    available: false,
    reason: 'pgvector extension not found',
    remedy: 'Install pgvector',
  } as const;
  app = await withStore((store) => ({ dialect: { ...store.dialect, vectors } }));
  const { status, body } = await timed('/health/db');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'ok',
    pgvector_enabled: false,
    vector_search: false,
    reason: 'pgvector extension not found',
    remedy: 'Install pgvector',
  });
});

test('a database that is away is an error with its reason', async () => {
  const away = async () => {
    throw databaseUnavailable('nothing listens at the address that DATABASE_URL names', {
      remedy: 'Start it',
    });
  };
  app = await withStore({ ping: away, productTables: away });
  for (const path of ['/health/db', '/health/db/tables']) {
    const { status, body } = await timed(path);
    expect(status).toBe(503);
    expect(body).toEqual({
      status: 'error',
      database: 'sqlite',
      reason: 'nothing listens at the address that DATABASE_URL names',
      remedy: 'Start it',
      timestamp,
    });
  }
  expect((await timed('/health')).status).toBe(200);
});

test('an error nobody foresaw is not told to strangers', async () => {
  app = await withStore({
    ping: async () => {
      throw new Error('password=hunter2');
    },
  });
  const { status, text } = await timed('/health/db');
  expect(status).toBe(503);
  expect(text).not.toContain('hunter2');
});

test('a queue that does not answer in time is left out', async () => {
  const context = await testContext();
  context.memory.queue.status = async () => {
    await sleep(5_000, undefined, { ref: false });
    throw new Error('too late anyway');
  };
  app = await testApp({ context });
  const { status, body } = await timed('/health/db');
  expect(status).toBe(200);
  expect(body).not.toHaveProperty('embedding_queue');
});

test('missing tables are an error', async () => {
  app = await withStore({ productTables: async () => ['users'] });
  const { status, body } = await timed('/health/db/tables');
  expect(status).toBe(503);
  expect(body).toMatchObject({ status: 'error', reason: 'only 1 of 11 tables are there' });
});

test.each<[Store['state'], string]>([
  [{ phase: 'opening' }, 'the database is being prepared'],
  [{ phase: 'opening', reason: 'the server is starting up' }, 'the server is starting up'],
  [
    { phase: 'failed', reason: 'the server refuses the password', remedy: 'Correct it' },
    'the server refuses the password',
  ],
  [{ phase: 'closed' }, 'the server is shutting down'],
])('in the state %j it answers without asking the database', async (state, reason) => {
  const asked = () => Promise.reject(new StartupError('was asked', ''));
  app = await withStore({ state, ping: asked, productTables: asked }, false);
  for (const path of ['/health/db', '/health/db/tables']) {
    expect(await timed(path)).toMatchObject({ status: 503, body: { status: 'error', reason } });
  }
});
