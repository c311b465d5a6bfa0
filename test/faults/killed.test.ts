import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { WordEngine } from '../contract/fake-embedding.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { memoryOf } from './memory.ts';
import { countRows, patient, Stores, startScript } from './support.ts';

const postgres = requireOrSkip('PostgreSQL', postgresAvailable());
const folder = mkdtempSync(join(tmpdir(), 'interviewly-killed-'));
let server: PostgresServer | undefined;
beforeAll(async () => {
  if (postgres) server = await startPostgres();
});
afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows that nothing answers for, by table; every number must be 0. */
async function inconsistencies(store: Store): Promise<Record<string, number>> {
  const t = (name: string) => sql.table(`interviewly.${name}`);
  const checks = {
    'messages without a document': sql`user_message_embeddings m
      where not exists (select 1 from ${t('documents')} d where d.id = m.id)`,
    'documents without a message': sql`${t('documents')} d
      where not exists (select 1 from user_message_embeddings m where m.id = d.id)`,
    'postings without a document': sql`${t('postings')} p
      where not exists (select 1 from ${t('documents')} d where d.seq = p.seq and d.owner = p.owner)`,
    'documents whose postings are not as many as their words': sql`${t('documents')} d
      where d.length <> (select coalesce(sum(tf), 0) from ${t('postings')} p where p.owner = d.owner and p.seq = d.seq)`,
    'owners whose totals are wrong': sql`${t('owners')} o
      where o.documents <> (select count(*) from ${t('documents')} d where d.owner = o.key)
      or o.total_length <> (select coalesce(sum(d.length), 0) from ${t('documents')} d where d.owner = o.key)`,
    'vectors without bits or a document': sql`${t('vectors')} v
      where not exists (select 1 from ${t('vector_bits')} b where b.seq = v.seq and b.model = v.model)
      or not exists (select 1 from ${t('documents')} d where d.seq = v.seq)`,
    'bits without a vector': sql`${t('vector_bits')} b
      where not exists (select 1 from ${t('vectors')} v where v.seq = b.seq and v.model = b.model)`,
    'messages neither embedded nor queued': sql`user_message_embeddings m
      where m.embedding is null and not exists (select 1 from ${t('embedding_jobs')} j where j.id = m.id)`,
    'jobs without a message': sql`${t('embedding_jobs')} j
      where not exists (select 1 from user_message_embeddings m where m.id = j.id)`,
  };
  const found: Record<string, number> = {};
  for (const [name, from] of Object.entries(checks)) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${from}`.execute(store.db);
    if (Number(rows[0]!.n) !== 0) found[name] = Number(rows[0]!.n);
  }
  return found;
}

describe.each([
  { kind: 'SQLite', newUrl: async () => `sqlite:///${folder}/killed.db` },
  ...(postgres ? [{ kind: 'Postgres', newUrl: async () => server!.createDatabase() }] : []),
])('processes killed at work, on $kind', ({ newUrl }) => {
  const stores = new Stores();
  afterEach(() => stores.closeAll());

  test('lose nothing that was acknowledged, and leave no half-done work', { timeout: 240_000 }, async () => {
    const url = await newUrl();
    const store = await stores.prepared(url);
    const acknowledged = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const child = startScript('worker-process.ts', [url]);
      await expect.poll(() => child.lines.length, patient).toBeGreaterThan(20);
      await sleep(Math.random() * 250);
      child.process.kill('SIGKILL');
      expect((await child.ended).status).toBe('SIGKILL');
      for (const line of child.lines) {
        if (line.startsWith('forgetting ')) acknowledged.delete(line.slice(11));
        else if (line !== 'started') acknowledged.add(line);
      }
      // A server finishes what reached it before the kill.
      await store.dialect.exclusively(store.db, async () => {});
      expect(await inconsistencies(store)).toEqual({});
    }
    const rows = await store.db
      .selectFrom('user_message_embeddings')
      .select(['id', 'message_text'])
      .execute();
    expect(acknowledged.size).toBeGreaterThan(20);
    expect([...acknowledged.difference(new Set(rows.map(({ id }) => id)))]).toEqual([]);
    expect(new Set(rows.map((row) => row.message_text)).size).toBe(rows.length);

    // Once the claims of the killed have lapsed, another worker does the rest, each message once.
    const { rows: open } = await sql<{ text: string }>`
      select message_text as text from user_message_embeddings where embedding is null`.execute(store.db);
    const engine = new WordEngine();
    const later = new Date(Date.now() + 10 * 60_000);
    await memoryOf(store, { engine, at: later }).queue.drain({ signal: AbortSignal.timeout(60_000) });
    expect(engine.embedded.toSorted()).toEqual(open.map(({ text }) => text).toSorted());
    expect(await inconsistencies(store)).toEqual({});
    expect(await countRows(store, 'interviewly.vectors')).toBe(rows.length);
    expect(await countRows(store, 'interviewly.embedding_jobs')).toBe(0);
    const found = await memoryOf(store).recall('ann', {
      query: 'roses, ships and candles',
      mode: 'keyword',
      k: 5,
    });
    expect(found.results).toHaveLength(5);
  });
});
