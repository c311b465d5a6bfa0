import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Memory } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { memoryOf } from './memory.ts';
import { recordingLogger } from './open.ts';
import { countRows, Stores } from './support.ts';

const { pgvector } = postgresAvailable();
const stores = new Stores();
afterEach(() => stores.closeAll());

async function rememberAndFind(memory: Memory, reason: RegExp): Promise<void> {
  await memory.remember('u', [
    { role: 'user', text: 'I keep bees behind the lighthouse.' },
    { role: 'user', text: 'My interview is on Friday.' },
  ]);
  for (const mode of ['hybrid', 'keyword'] as const) {
    const found = await memory.recall('u', { query: 'bees at the lighthouse', mode });
    expect(found.results[0]?.text).toContain('bees');
    expect(found.mode).toBe('keyword');
    if (mode === 'hybrid') expect(found.degraded).toMatch(reason);
  }
  expect(await memory.vectors('u')).toMatchObject({
    total: 0,
    vectors: [],
    degraded: expect.stringMatching(reason),
  });
  // Nothing to wait for, and nothing thrown away: the messages stay queued for better times.
  await memory.queue.drain({ signal: AbortSignal.timeout(60_000) });
  expect((await memory.queue.status()).pending).toBe(2);
}

async function embedsNow(store: Store): Promise<void> {
  expect(store.dialect.vectors).toMatchObject({ available: true });
  const memory = memoryOf(store);
  await memory.queue.drain({ signal: AbortSignal.timeout(60_000) });
  expect((await memory.queue.status()).pending).toBe(0);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from user_message_embeddings where embedding is not null`.execute(store.db);
  expect(rows).toEqual([{ n: 2 }]);
  expect(await countRows(store, 'interviewly.vectors')).toBe(2);
  const found = await memory.recall('u', { query: 'bees behind the lighthouse', mode: 'semantic' });
  expect(found.results[0]?.text).toContain('bees');
}

describe.runIf(requireOrSkip('PostgreSQL', postgresAvailable()))('a server without pgvector', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ pgvector: false });
  });
  afterAll(() => server?.remove());

  test('is used with keywords, and the log says why and what to do', async () => {
    const log = recordingLogger();
    const store = await stores.prepared(server.url, { logger: log.logger });
    expect(log.text()).toMatch(
      /no vector search, keywords only: pgvector extension not found.*Install pgvector/,
    );
    expect(store.dialect.vectors).toMatchObject({
      available: false,
      reason: expect.stringContaining('not found'),
      remedy: expect.stringContaining('Install pgvector'),
    });
    expect(await store.productTables(2_000)).toHaveLength(11);
    const memory = memoryOf(store);
    await rememberAndFind(memory, /pgvector extension not found/);
    expect(await memory.forgetConversation('u', 'none')).toBe(0);
    const { messages } = await memory.list('u', {});
    expect(await memory.forgetMessage('u', messages[0]!.id)).toBe(true);
    expect(await memory.forgetEverything('u')).toBe(1);
    expect(await countRows(store, 'interviewly.postings')).toBe(0);
    // Nor is there a vector to take out of a reply: of what it quotes, and of one that is indexed no longer.
    const metadata = { engine: 'offline', reply_to: 'said' };
    const text = 'You said:\n\n> I keep bees.';
    const both = { conversation_id: 'c1', created_at: new Date(0) };
    await memory.remember('u', [
      { ...both, role: 'user', message_id: 'said', text: 'I keep bees.' },
      { ...both, role: 'assistant', message_id: 'reply', text, metadata },
    ]);
    expect(await memory.forgetMessage('u', 'said')).toBe(true);
    expect((await memory.get('u', 'reply'))?.text).toContain('(forgotten)');
    await store.db.deleteFrom('interviewly.migrations').where('name', '=', '0015-offline-replies').execute();
    await stores.prepared(server.url);
    // Another start changes nothing.
    await stores.prepared(server.url);
  });
});

describe.runIf(requireOrSkip('pgvector', pgvector))('a role that may not enable pgvector', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ pgvector: true });
  });
  afterAll(() => server?.remove());

  /** A database whose role may make tables, and for the rest gets what an administrator has prepared. */
  async function guestDatabase(grant: string): Promise<{ url: string; database: string }> {
    const url = await server.createDatabase();
    const database = new URL(url).pathname.slice(1);
    const role = `guest_${database}`;
    await server.query(
      `create role ${role} login password 'g'; grant create on schema public to ${role}`,
      database,
    );
    await server.query(grant.replaceAll('ROLE', role).replaceAll('DATABASE', database), database);
    return { url: url.replace(/\/\/[^@]+@/, `//${role}:g@`), database };
  }

  test('starts with keywords; once it is enabled, the next start catches up', async () => {
    const { url, database } = await guestDatabase('create schema interviewly_engine authorization ROLE');
    const log = recordingLogger();
    const store = await stores.prepared(url, { logger: log.logger });
    const told = /this role may not enable it.*Run CREATE EXTENSION vector as an administrator/;
    expect(log.text()).toMatch(told);
    expect(store.dialect.vectors).toMatchObject({
      available: false,
      remedy: expect.stringContaining('CREATE EXTENSION'),
    });
    await rememberAndFind(memoryOf(store), /may not enable it/);

    await server.query('create extension vector', database);
    // Who is running goes on as before.
    expect((await memoryOf(store).recall('u', { query: 'bees' })).results).toHaveLength(1);
    const later = await stores.prepared(url);
    await embedsNow(later);
    await memoryOf(store).remember('u', [{ role: 'user', text: 'Said to the one that knows no vectors.' }]);
    await memoryOf(later).queue.drain({ signal: AbortSignal.timeout(60_000) });
    expect(await countRows(later, 'interviewly.vectors')).toBe(3);
    expect(await memoryOf(store).forgetEverything('u')).toBe(3);
    for (const table of ['vectors', 'vector_bits', 'documents', 'postings']) {
      expect([table, await countRows(later, `interviewly.${table}`)]).toEqual([table, 0]);
    }
  });

  test('may have it in any schema', async () => {
    const { url } = await guestDatabase(
      `create schema interviewly_engine authorization ROLE; create schema "Odd one"; grant usage on schema "Odd one" to ROLE;
       create extension vector schema "Odd one"`,
    );
    const store = await stores.prepared(url);
    await memoryOf(store).remember('u', [
      { role: 'user', text: 'I keep bees behind the lighthouse.' },
      { role: 'user', text: 'My interview is on Friday.' },
    ]);
    await embedsNow(store);
  });

  test('is told so where it owns the database, too: the extension takes an administrator', async () => {
    const { url } = await guestDatabase('alter database DATABASE owner to ROLE');
    const store = await stores.prepared(url);
    expect(store.dialect.vectors).toMatchObject({ reason: expect.stringContaining('may not enable it') });
    expect(await store.productTables(2_000)).toHaveLength(11);
  });

  test('needs no right to make schemas once everything is there', async () => {
    const { url, database } = await guestDatabase('create schema interviewly_engine authorization ROLE');
    await stores.prepared(url);
    await server.query(`revoke create on schema public from guest_${database}`, database);
    await rememberAndFind(memoryOf(await stores.prepared(url)), /may not enable it/);
  });
});
