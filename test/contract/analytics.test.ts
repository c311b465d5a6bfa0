import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnalytics } from '../../src/features/analytics/index.ts';
import { type Results, type Task, work } from '../../src/features/analytics/thread.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine } from './fake-embedding.ts';
import { onEveryDatabase, silent } from './stores.ts';

/*
 * The operator's analytics on every database: one process at a time, taken up where a killed one left it, and gone with what
 * was forgotten.
 */

class Hands implements Clock {
  ms = Date.parse('2026-05-01T12:00:00Z');
  now = () => new Date(this.ms);
}

onEveryDatabase('analytics', (kind) => {
  // One database, whose second test goes on where the first ends: opening one costs more than both.
  let parts: { store: Store; memory: Memory; clock: Hands };
  const stops: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const store = await kind.open();
    stops.push(() => store.close());
    await store.prepare();
    const clock = new Hands();
    parts = {
      store,
      clock,
      memory: createMemory({ store, embedding: new WordEngine(), logger: silent, clock }),
    };
  });
  afterAll(async () => {
    for (const stop of stops.toReversed()) await stop();
  });

  function newAnalytics() {
    const analytics = createAnalytics({
      ...parts,
      embedding: new WordEngine(),
      chat: null,
      logger: silent,
      minPeople: 3,
      intervalMs: 60_000,
      limits: {
        pageSize: 4,
        run: async <Name extends Task['name']>(task: Extract<Task, { name: Name }>) =>
          work(task) as Results[Name],
      },
    });
    stops.push(() => analytics.stop());
    return analytics;
  }

  async function ask(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const text = i % 2 ? 'How do I negotiate my salary offer?' : 'Should I move abroad for a visa?';
      await parts.memory.remember(`person-${i}`, [{ text, role: 'user' }]);
    }
    await parts.memory.queue.drain();
  }

  const rowsIn = async (db: Store) => {
    const rows = await db.read((one) =>
      one.selectFrom('interviewly.analytics_messages').select(['seq', 'owner_id', 'run']).execute(),
    );
    return rows;
  };

  test('a run that was interrupted is taken up by another process where it was, once its lease is over', async () => {
    await ask(12);
    const first = newAnalytics();
    const controller = new AbortController();
    // As a kill leaves it: the run half done, and the lease not given back.
    const interrupted = first.work({
      signal: controller.signal,
      onProgress: (phase, done) => {
        if (phase === 'assigning' && done >= 8) controller.abort();
      },
    });
    await expect(interrupted).rejects.toThrow();
    const soon = new Date(parts.clock.ms + 60_000);
    await parts.store.transaction((trx) =>
      trx
        .updateTable('interviewly.analytics_state')
        .set({ holder: 'killed', lease_until: soon })
        .where('id', '=', 1)
        .execute(),
    );
    const half = await rowsIn(parts.store);
    expect(half.length).toBeGreaterThanOrEqual(8);
    expect(half.length).toBeLessThan(12);
    const second = newAnalytics();
    expect(await second.status()).toMatchObject({
      running: true,
      last_run: null,
      progress: { phase: 'assigning', done: half.length, total: 12 },
    });
    expect(await second.work()).toBe('busy');
    expect((await second.clusters()).clusters).toEqual([]);
    parts.clock.ms += 61_000;
    const read: number[] = [];
    expect(await second.work({ onProgress: (_phase, done) => read.push(done) })).toBe('done');
    expect(read[0]).toBeGreaterThan(half.length);
    const rows = await rowsIn(parts.store);
    expect(new Set(rows.map(({ run }) => run))).toEqual(new Set([half[0]!.run]));
    expect(rows).toHaveLength(12);
    const { clusters } = await second.clusters();
    expect(clusters.map(({ people }) => people)).toEqual([6, 6]);
    expect(await second.status()).toMatchObject({ running: false, progress: null, error: null });
  });

  test('what is forgotten goes, what comes is counted, and a new clustering replaces the old one', async () => {
    const analytics = newAnalytics();
    await parts.memory.forgetEverything('person-1');
    await parts.memory.forgetEverything('person-3');
    expect((await analytics.clusters()).clusters.map(({ people }) => people)).toEqual([6, 4]);
    expect((await rowsIn(parts.store)).map(({ owner_id }) => owner_id)).not.toContain('person-1');
    await parts.memory.remember('late', [{ text: 'Should I move abroad for a visa?', role: 'user' }]);
    // It waits for its vector, and is taken when that is there.
    expect(await analytics.work()).toBe('waiting');
    await parts.memory.queue.drain();
    expect(await analytics.work()).toBe('done');
    expect((await analytics.clusters()).clusters.map(({ people }) => people)).toEqual([7, 4]);
    await analytics.request();
    parts.clock.ms += 1_000;
    await analytics.work();
    const runs = new Set((await rowsIn(parts.store)).map(({ run }) => run));
    expect(runs.size).toBe(1);
    const topics = await analytics.topics(4);
    expect(topics.topics.map(({ weeks }) => weeks.map(({ people }) => people))).toEqual([[7], [4]]);
  });
});
