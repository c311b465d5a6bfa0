import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDatabaseUrl } from '../../src/config/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory } from '../../src/memory/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { WordEngine } from '../contract/fake-embedding.ts';
import { silent } from '../contract/stores.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { oldRows, oldSchema, oldTableNames } from './old-backend.ts';

/** The old backend's own connection: it goes on beside ours. */
interface OldBackend {
  run(statement: string): Promise<void>;
  rows(query: string): Promise<Record<string, unknown>[]>;
  open(): Promise<Store>;
  close(): Promise<void>;
}

function adoption(connect: () => Promise<OldBackend>): void {
  let old: OldBackend;
  let store: Store;
  const engine = new WordEngine('openai/text-embedding-3-small');
  const theirs = Array.from({ length: 1536 }, (_, i) => (i === 3 ? 1 : 0));
  const read = (table: string) => old.rows(`select * from ${table} order by 1`);

  beforeAll(async () => {
    old = await connect();
    for (const statement of [...oldRows('1', theirs), ...oldRows('2', null)]) await old.run(statement);
    // Made before there were accounts.
    await old.run(`insert into cv_analyses (id, filename, status, created_at, updated_at)
      values ('orphan', 'x.pdf', 'PENDING', '2023-01-01 00:00:00', '2023-01-01 00:00:00')`);
  });
  afterAll(async () => {
    await store?.close();
    await old?.close();
  });

  test('a start keeps every table and every row as it is', async () => {
    const before = new Map<string, Record<string, unknown>[]>();
    for (const table of oldTableNames) before.set(table, await read(table));
    store = await old.open();
    await store.prepare();
    expect(await store.productTables(5_000)).toEqual(oldTableNames);
    for (const table of oldTableNames) {
      const rows = await read(table);
      expect(rows).toHaveLength(before.get(table)!.length);
      for (const [i, row] of rows.entries()) expect(row).toMatchObject(before.get(table)![i]!);
    }
  });

  test('its memory is embedded and found, and its own vectors stay what they were', async () => {
    const memory = createMemory({ store, embedding: engine, logger: silent, clock: systemClock });
    await memory.queue.drain();
    expect((await memory.queue.status()).pending).toBe(0);
    for (const mode of ['keyword', 'semantic', 'hybrid'] as const) {
      const { results } = await memory.recall('clerk2', { query: 'night shift allowance', mode });
      expect(results[0]).toMatchObject({
        id: 'me2',
        message_id: 'ms2',
        metadata: { source: 'old' },
        created_at: '2023-11-05T08:30:00.123456Z',
      });
    }
    const embedding = await store.dialect.readEmbedding(store.db, 'me1');
    expect([...embedding!]).toEqual(theirs);
    expect((await store.dialect.readEmbedding(store.db, 'me2'))!.length).toBe(1536);
  });

  test("the original's inserts and reads still work, and what it writes is found", async () => {
    for (const statement of oldRows('3', theirs)) await old.run(statement);
    const memory = createMemory({ store, embedding: engine, logger: silent, clock: systemClock });
    await memory.queue.drain();
    const { results } = await memory.recall('clerk3', { query: 'allowance' });
    expect(results[0]!.id).toBe('me3');
    await memory.remember('clerk3', [{ text: 'And ours beside it.', role: 'user' }]);
    const rows = await old.rows(
      `select id, message_text, created_at from user_message_embeddings where user_id = 'clerk3'`,
    );
    expect(rows.map((row) => row.message_text).sort()).toEqual([
      'And ours beside it.',
      'The night shift allowance is 340 euros.',
    ]);
    await old.run(`delete from user_message_embeddings where user_id = 'clerk3'`);
    expect((await memory.recall('clerk3', { query: 'allowance' })).results).toEqual([]);
    await old.run(`delete from interview_sessions where id = 'is3'`);
    expect(await old.rows(`select * from interview_answers where session_id = 'is3'`)).toEqual([]);
  });

  test('a second start finds nothing to do', async () => {
    const before = await store.dialect.introspect(store.db);
    await store.prepare();
    expect(await store.dialect.introspect(store.db)).toEqual(before);
  });
}

describe('adopting a SQLite file of the original backend', () => {
  const folder = mkdtempSync(join(tmpdir(), 'interviewly-adoption-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  adoption(async () => {
    const path = join(folder, 'old.db');
    const database = new DatabaseSync(path);
    database.exec('pragma busy_timeout = 2000; pragma foreign_keys = on');
    for (const statement of oldSchema('sqlite')) database.exec(statement);
    return {
      run: async (statement) => database.exec(statement),
      rows: async (query) => database.prepare(query).all(),
      open: async () => openStore({ kind: 'sqlite', path }, { logger: silent }),
      close: async () => database.close(),
    };
  });
});

const { available, pgvector } = postgresAvailable();
describe.skipIf(!requireOrSkip('adoption on Postgres', available && pgvector))(
  'adopting a Postgres database of the original backend',
  () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.remove());
    adoption(async () => {
      const url = await server.createDatabase();
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const statement of oldSchema('postgres')) await client.query(statement);
      return {
        run: async (statement) => void (await client.query(statement)),
        rows: async (query) => (await client.query(query)).rows,
        open: async () => openStore(parseDatabaseUrl(url, { cwd: '/', env: {} }), { logger: silent }),
        close: () => client.end(),
      };
    });

    test('the memory table alone, made by the documented SQL, is adopted too', async () => {
      const url = await server.createDatabase();
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('create extension vector');
      await client.query(`CREATE TABLE user_message_embeddings (
      id VARCHAR(36) PRIMARY KEY, user_id VARCHAR(255) NOT NULL, message_id VARCHAR(36) NOT NULL,
      message_text TEXT NOT NULL, message_role VARCHAR(20) NOT NULL, embedding VECTOR(1536),
      conversation_id VARCHAR(36), context_type VARCHAR(50), metadata_json JSON,
      created_at TIMESTAMP NOT NULL DEFAULT NOW())`);
      for (const column of ['user_id', 'message_id', 'conversation_id', 'created_at']) {
        await client.query(
          `CREATE INDEX idx_user_message_embeddings_${column} ON user_message_embeddings(${column})`,
        );
      }
      const insert = `insert into user_message_embeddings (id, user_id, message_id, message_text, message_role) values ($1, 'u', $1, $2, 'user')`;
      await client.query(insert, ['r1', 'I sail on Sundays.']);
      const store = openStore(parseDatabaseUrl(url, { cwd: '/', env: {} }), { logger: silent });
      await store.prepare();
      await client.query(insert, ['r2', 'I sing in a choir.']);
      const memory = createMemory({ store, embedding: new WordEngine(), logger: silent, clock: systemClock });
      await memory.queue.drain();
      expect((await memory.recall('u', { query: 'sail' })).results[0]!.id).toBe('r1');
      expect((await memory.recall('u', { query: 'choir' })).results[0]!.id).toBe('r2');
      const { indexes } = await store.dialect.introspect(store.db);
      expect([...indexes].filter((name) => name.startsWith('ix_user_message_embeddings'))).toEqual([]);
      await store.close();
      await client.end();
    });
  },
);
