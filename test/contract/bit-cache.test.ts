import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory } from '../../src/memory/index.ts';
import { type BitCacheOptions, createBitCache } from '../../src/memory/recall/bits/bit-cache.ts';
import { findCorpus } from '../../src/memory/recall/legs.ts';
import { vectorLeg } from '../../src/memory/recall/vector-leg.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine, wordVector } from './fake-embedding.ts';
import { onEveryStore, silent } from './stores.ts';

const words = 'raise salary offer letter bakery Lyon cats degree nurse shift bonus visa train coach'.split(
  ' ',
);
const sentence = (n: number) =>
  [3, 5, 7, 11].map((step) => words[(n * step + (n >> 3)) % words.length]).join(' ');

onEveryStore('the bits in the process', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  async function open(options: BitCacheOptions = {}) {
    const store = await kind.open();
    opened.push(store);
    await store.prepare();
    const memory = createMemory({ store, embedding: new WordEngine(), logger: silent, clock: systemClock });
    const bits = createBitCache({ store, logger: silent }, { minDocuments: 1, ...options });
    let asked = 0;
    const counted = {
      ...store,
      dialect: new Proxy(store.dialect, {
        get(target, name, receiver) {
          if (name === 'nearest') asked++;
          return Reflect.get(target, name, receiver);
        },
      }),
    };
    async function nearest(query: string, { excluded = [] as number[], limit = 5 } = {}) {
      return store.read(async (db) => {
        const corpus = (await findCorpus(db, 'ann'))!;
        const hidden = new Set(excluded);
        const permitted = {
          allowed: null,
          excluded: hidden,
          permits: ({ seq }: { seq: number }) => !hidden.has(seq),
        };
        const vector = { model: 1, query: wordVector(query) };
        return vectorLeg({ store: counted, bits }, db, corpus, vector, permitted, limit);
      });
    }
    return { store, memory, bits, nearest, searchedInDatabase: () => asked };
  }

  async function say(memory: Memory, texts: string[]) {
    await memory.remember(
      'ann',
      texts.map((text) => ({ text, role: 'user' as const, message_id: text })),
    );
    await memory.queue.drain();
  }

  test('find what the database finds, and leave it in peace', async () => {
    const { memory, bits, nearest, searchedInDatabase } = await open();
    await say(memory, [...new Set(Array.from({ length: 90 }, (_, n) => `${sentence(n)} ${n}`))]);
    const queries = words.map((word, i) => `${word} ${words[(i + 3) % words.length]}`);
    const cold = [];
    for (const query of queries) {
      cold.push(await nearest(query));
      bits.forget(1);
    }
    const before = searchedInDatabase();
    await bits.settled();
    await nearest(queries[0]!);
    await bits.settled();
    const warm = [];
    for (const query of queries) warm.push(await nearest(query));
    expect(warm).toEqual(cold);
    expect(searchedInDatabase() - before).toBeLessThanOrEqual(1);
    const [first] = warm[0]!;
    expect((await nearest(queries[0]!, { excluded: [first!.seq] })).map(({ seq }) => seq)).not.toContain(
      first!.seq,
    );
  });

  test('follow what another process stores, deletes and forgets', async () => {
    const { memory, bits, nearest, searchedInDatabase } = await open();
    await say(memory, ['I moved to Lyon', 'my cats like the train']);
    await nearest('Lyon');
    await bits.settled();
    await say(memory, ['the bakery made an offer']);
    const before = searchedInDatabase();
    const [offer] = await nearest('an offer of the bakery', { limit: 1 });
    expect(offer!.cosine).toBeGreaterThan(0.5);
    expect(searchedInDatabase()).toBe(before);

    await memory.forgetMessage('ann', 'the bakery made an offer');
    const seqs = (await nearest('an offer of the bakery')).map(({ seq }) => seq);
    expect(seqs).not.toContain(offer!.seq);

    await memory.forgetEverything('ann');
    await say(memory, ['a nurse on the night shift']);
    expect(await nearest('nurse')).toHaveLength(1);
  });

  test('are loaded anew by a process that is far behind', async () => {
    const { memory, store, bits, nearest } = await open();
    await say(memory, ['I moved to Lyon']);
    await nearest('Lyon');
    await bits.settled();
    await say(memory, ['my cats like the train']);
    await store.transaction((trx) => trx.deleteFrom('interviewly.vector_changes').execute());
    expect(await nearest('cats on a train')).toHaveLength(2);
    await bits.settled();
    expect(await nearest('cats on a train')).toHaveLength(2);
  });

  test('are not held where there is no room', async () => {
    const { memory, bits, nearest, searchedInDatabase } = await open({ maxBytes: 50 });
    await say(memory, ['I moved to Lyon']);
    await nearest('Lyon');
    await bits.settled();
    await nearest('Lyon');
    expect(searchedInDatabase()).toBe(2);
  });
});
