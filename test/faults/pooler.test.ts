import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PgBouncer, pgbouncerAvailable, startPgBouncer } from '../servers/pgbouncer.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { memoryOf } from './memory.ts';
import { countRows, quickRefusal, Stores } from './support.ts';

const available =
  requireOrSkip('PostgreSQL', postgresAvailable()) && requireOrSkip('PgBouncer', pgbouncerAvailable());

describe.runIf(available)('behind a pooler in transaction mode', () => {
  const stores = new Stores();
  let server: PostgresServer;
  let bouncer: PgBouncer;
  beforeAll(async () => {
    server = await startPostgres();
    // None of its own tricks: a statement that was prepared in another transaction is not there.
    bouncer = await startPgBouncer(server, { maxPreparedStatements: 0 });
  });
  afterEach(() => stores.closeAll());
  afterAll(async () => {
    await bouncer?.stop();
    await server?.remove();
  });
  async function newUrl(): Promise<string> {
    const url = new URL(await server.createDatabase());
    url.port = String(bouncer.port);
    return url.href;
  }

  test('everything works, by many at once', async () => {
    const url = await newUrl();
    const [store, other] = [stores.open(url), stores.open(url)];
    await Promise.all([store.prepare(), other.prepare()]);
    expect(store.dialect.vectors.available).toBe(postgresAvailable().pgvector);
    const memories = [memoryOf(store), memoryOf(other)];
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        memories[i % 2]!.remember(`user ${i % 4}`, [
          {
            message_id: `m${i}`,
            conversation_id: `c${i % 8}`,
            role: 'user',
            text: `I keep bees with Person${i} by the lighthouse`,
          },
        ]),
      ),
    );
    await Promise.all(memories.map((memory) => memory.queue.drain({ signal: AbortSignal.timeout(60_000) })));
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        memories[i % 2]!.recall(`user ${i % 4}`, { query: `bees with Person${i}`, mode: 'keyword', k: 3 }),
      ),
    );
    expect(asked.map(({ results }) => results[0]?.message_id)).toEqual(
      Array.from({ length: 20 }, (_, i) => `m${i}`),
    );
    const near = await memories[1]!.recall('user 3', {
      query: 'bees by the lighthouse',
      mode: 'semantic',
      k: 10,
    });
    expect(near.results).toHaveLength(10);
    expect(await memories[0]!.forgetMessage('user 0', 'm0')).toBe(true);
    expect(await memories[1]!.forgetConversation('user 1', 'c1')).toBe(5);
    expect(await memories[0]!.forgetEverything('user 2')).toBe(10);
    expect(await countRows(store, 'user_message_embeddings')).toBe(24);
    expect(await countRows(store, 'interviewly.documents')).toBe(24);
  });

  test('a server that restarts behind it is not noticed', async () => {
    const store = await stores.prepared(await newUrl());
    const memory = memoryOf(store);
    await memory.remember('u', [{ role: 'user', text: 'before' }]);
    await server.restart();
    await memory.remember('u', [{ role: 'user', text: 'after' }]);
    expect((await memory.list('u', {})).messages.map(({ text }) => text)).toEqual(['before', 'after']);
    await store.read((db) => sql`select 1`.execute(db));
  });

  test('its refusals are told at once, too', async () => {
    const url = await newUrl();
    expect(await quickRefusal(url.replace(server.password, 'wrong'), 5_000)).toMatch(
      /refuses the password or the user name/,
    );
    expect(await quickRefusal(url.replace(/[^/]+$/, 'nowhere'), 5_000)).toMatch(
      /database that DATABASE_URL names does not exist/,
    );
  });
});
