import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../src/store/schema/migrations/index.ts';
import { WordEngine } from '../contract/fake-embedding.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { memoryOf } from './memory.ts';
import { countRows, Stores, startScript } from './support.ts';

const postgres = requireOrSkip('PostgreSQL', postgresAvailable());
const folder = mkdtempSync(join(tmpdir(), 'interviewly-together-'));
let server: PostgresServer | undefined;
let files = 0;
beforeAll(async () => {
  if (postgres) server = await startPostgres();
});
afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  { kind: 'SQLite', newUrl: async () => `sqlite:///${folder}/${files++}/new/together.db` },
  ...(postgres ? [{ kind: 'Postgres', newUrl: async () => server!.createDatabase() }] : []),
])('several at once on $kind', ({ newUrl }) => {
  const stores = new Stores();
  afterEach(() => stores.closeAll());

  test('processes that start on an empty database all come up', async () => {
    const url = await newUrl();
    const children = Array.from({ length: 4 }, () => startScript('prepare-process.ts', [url]));
    for (const child of children) {
      expect(await child.ended).toEqual({ status: 0, stderr: expect.stringContaining('') });
      expect(child.lines).toEqual(['tables 11']);
    }
    const store = await stores.prepared(url);
    expect(await countRows(store, 'interviewly.migrations')).toBe(migrations.length);
  });

  test('stores of one process that prepare and write at the same time do not block each other', async () => {
    const url = await newUrl();
    const opened = Array.from({ length: 3 }, () => stores.open(url));
    await Promise.all(opened.map((store) => store.prepare()));
    const memories = opened.map((store) => memoryOf(store));
    await Promise.all(
      memories.flatMap((memory, m) =>
        Array.from({ length: 6 }, (_, i) =>
          memory.remember(`user ${i % 3}`, [
            { message_id: `${m}-${i}`, role: 'user', text: `number ${i} of ${m}` },
          ]),
        ),
      ),
    );
    expect(await countRows(opened[0]!, 'interviewly.documents')).toBe(18);
    // One holds the write lock for longer than a statement waits inside the database.
    const order: string[] = [];
    await Promise.all([
      opened[0]!.transaction(async (trx) => {
        await trx.deleteFrom('interviewly.sessions').execute();
        await new Promise((resolve) => setTimeout(resolve, 600));
        order.push('first');
      }),
      new Promise((resolve) => setTimeout(resolve, 50))
        .then(() => opened[1]!.transaction((trx) => trx.deleteFrom('interviewly.sessions').execute()))
        .then(() => order.push('second')),
    ]);
    expect(order).toHaveLength(2);
  });

  test('workers share the queue: nothing is embedded twice, nothing left out', async () => {
    const url = await newUrl();
    const first = await stores.prepared(url);
    const second = await stores.prepared(url);
    const texts = Array.from({ length: 300 }, (_, i) => `what person ${i % 4} said as number ${i}`);
    await Promise.all(
      [0, 1, 2, 3].map((user) =>
        memoryOf(first).remember(
          `user ${user}`,
          texts.filter((_, i) => i % 4 === user).map((text) => ({ role: 'user', text })),
        ),
      ),
    );
    const engines = [new WordEngine(), new WordEngine()];
    const slowed = engines.map((engine) => {
      const embed = engine.embed.bind(engine);
      engine.embed = async (...given) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return embed(...given);
      };
      return engine;
    });
    await Promise.all(
      [first, second].map((store, i) => memoryOf(store, { engine: slowed[i] }).queue.drain()),
    );
    const embedded = engines.flatMap((engine) => engine.embedded);
    expect(embedded.toSorted()).toEqual(texts.toSorted());
    for (const engine of engines) expect(engine.batches.length).toBeGreaterThan(0);
    for (const table of ['vectors', 'vector_bits', 'documents']) {
      expect([table, await countRows(first, `interviewly.${table}`)]).toEqual([table, 300]);
    }
    expect(await countRows(first, 'interviewly.embedding_jobs')).toBe(0);
  });
});
