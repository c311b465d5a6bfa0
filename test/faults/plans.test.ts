import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { messagesBefore } from '../../src/memory/before.ts';
import type { Store } from '../../src/store/index.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { Stores } from './support.ts';

const stores = new Stores();
afterEach(() => stores.closeAll());

/** Of each six rows one is of the user that is searched for, whose rows thus lie all over the table. */
const rows = 30_000;
const vector = Float32Array.from({ length: 1536 }, (_, i) => Math.sin(i) / 28);

/** Put in by the database itself, as it takes seconds otherwise; the values do not matter. */
async function fill({ db, kind }: Store, filler: { vector: string; bits: string }): Promise<void> {
  const numbers =
    kind === 'postgres'
      ? sql`generate_series(1, ${sql.lit(rows)}) as n(i)`
      : sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(rows)}) select i from n) as n`;
  const owner = sql`case when i % 6 = 0 then 1 else 2 + i % 200 end`;
  const t = (name: string) => sql.table(`interviewly.${name}`);
  await sql`insert into ${t('documents')} (seq, id, owner, role, created_at, length)
    select i, 'd' || i, ${owner}, 'user', ${new Date()}, 3 from ${numbers}`.execute(db);
  await sql`insert into ${t('vectors')} (seq, model, vector)
    select i, 1, ${sql.raw(filler.vector)} from ${numbers} where i % 6 = 0`.execute(db);
  await sql`insert into ${t('vector_bits')} (owner, seq, model, bits)
    select ${owner}, i, 1, ${sql.raw(filler.bits)} from ${numbers}`.execute(db);
}

/** What the database means to do for a search: the very statement, with `explain` before it. */
async function planOfNearest(store: Store, explain: string): Promise<string> {
  const explained = store.db.withPlugin({
    transformQuery({ node }) {
      if (node.kind !== 'RawNode') return node;
      const [first, ...rest] = node.sqlFragments;
      return { ...node, sqlFragments: [`${explain} ${first}`, ...rest] };
    },
    transformResult: async ({ result }) => result,
  });
  const query = { owner: 1, model: 1, query: vector, candidates: 200, limit: 10 };
  expect(await store.dialect.nearest(store.db, query)).toHaveLength(10);
  const rows: unknown[] = await store.dialect.nearest(explained, query);
  // Without the vectors that it was given.
  return rows
    .map((row) =>
      Object.values(row as object)
        .join(' ')
        .replace(/'[^']{50,}'/g, '…'),
    )
    .join('\n');
}

const { available, pgvector } = postgresAvailable();
describe.runIf(requireOrSkip('pgvector', available && pgvector))('the plan of a search on Postgres', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  test('reads the bits of one user from the index alone', async () => {
    const store = await stores.prepared(server.url);
    await fill(store, {
      vector: 'array_fill(0.1::real, array[1536])::halfvec',
      bits: `('x' || repeat(md5(i::text), 12))::bit(1536)`,
    });
    await server.query('vacuum analyze interviewly_engine.vector_bits, interviewly_engine.vectors');
    const plan = await planOfNearest(store, 'explain (analyze, buffers)');
    expect(plan).toMatch(/Index Only Scan using vector_bits_pkey/);
    expect(plan).toMatch(/Heap Fetches: 0/);
    expect(plan).toMatch(/Index Scan using vectors_key on vectors/);
    expect(plan).not.toMatch(/Seq Scan/);
    const [row] = await server.query(`select reloptions::text as options, (select attstorage from pg_attribute
      where attrelid = 'interviewly_engine.vectors'::regclass and attname = 'vector') as storage
      from pg_class where oid = 'interviewly_engine.vector_bits'::regclass`);
    // The server itself vacuums after inserts, and vectors are read without a detour.
    expect(row!.options).toMatch(/autovacuum_vacuum_insert_threshold=500/);
    expect(row!.storage).toBe('p');
  });
});

describe('the plan of a search on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'interviewly-plans-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('reads the bits of one user by the key of their table', async () => {
    const store = await stores.prepared(`sqlite:///${folder}/plans.db`);
    await fill(store, { vector: 'zeroblob(6144)', bits: 'randomblob(192)' });
    const plan = await planOfNearest(store, 'explain query plan');
    expect(plan).toMatch(/SEARCH interviewly_vector_bits USING PRIMARY KEY \(owner=\?\)/);
    expect(plan).toMatch(/SEARCH v USING (INDEX|PRIMARY KEY)/);
    expect(plan).not.toMatch(/SCAN (v|interviewly_)/);
  });

  test('reads what was said before a few messages by their ids, and by the time in the conversation', async () => {
    const store = await stores.prepared(`sqlite:///${folder}/before.db`);
    let sent: CompiledQuery | undefined;
    const db = store.db.withPlugin({
      transformQuery({ node, queryId }) {
        sent = store.db.getExecutor().compileQuery(node, queryId);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const ids = Array.from({ length: 20 }, (_, i) => `m${i}`);
    await messagesBefore({ ...store, read: (work) => work(db) }, 'u', ids);
    const explained = CompiledQuery.raw(`explain query plan ${sent!.sql}`, [...sent!.parameters]);
    const plan = (await store.db.executeQuery<{ detail: string }>(explained)).rows.map((row) => row.detail);
    const searches = plan.filter((detail) => detail.startsWith('S'));
    expect(searches).toEqual([
      expect.stringMatching(/^SEARCH m USING INDEX \S+ \(id=\?\)$/),
      expect.stringMatching(/^SEARCH user_message_embeddings USING INDEX \S+ \(id=\?\)$/),
      expect.stringMatching(/talk \(user_id=\? AND conversation_id=\? AND created_at<\?\)$/),
    ]);
  });
});
