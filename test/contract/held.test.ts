import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory, type RecallRequest } from '../../src/memory/index.ts';
import { loadDocuments } from '../../src/memory/messages.ts';
import { findCorpus } from '../../src/memory/recall/corpus.ts';
import { createDocumentCache } from '../../src/memory/recall/documents/document-cache.ts';
import { keepUp } from '../../src/memory/recall/keep-up.ts';
import {
  createVectorCache,
  type VectorCacheOptions,
} from '../../src/memory/recall/quantized/vector-cache.ts';
import { recall } from '../../src/memory/recall/recall.ts';
import { Seen } from '../../src/memory/recall/seen.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine, wordVector } from './fake-embedding.ts';
import { onEveryDatabase, silent } from './stores.ts';

const words = 'raise salary offer letter bakery Lyon cats degree nurse shift bonus visa train coach'.split(
  ' ',
);
const sentence = (n: number) =>
  [3, 5, 7, 11].map((step) => words[(n * step + (n >> 3)) % words.length]).join(' ');

interface Found {
  text: string;
  score: number;
}

/** The same in the same order. What is held are vectors in steps: a score may differ as little as between two databases. */
function expectSame(found: Found[], expected: Found[]): void {
  expect(found.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
  expectAsGood(found, expected);
}

/**
 * The same with as good scores at each place, best first: what is as good as equal may stand in another order, and the
 * first of them then loses nothing for what the other says again.
 */
function expectAsGood(found: Found[], expected: Found[]): void {
  const texts = (of: Found[]) => of.map(({ text }) => text).sort();
  expect(texts(found)).toEqual(texts(expected));
  for (const [i, { score }] of found.entries()) expect(score).toBeCloseTo(expected[i]!.score, 2);
  expect(found).toEqual(found.toSorted((a, b) => b.score - a.score));
}

onEveryDatabase('what is held in the process', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  async function open(options: VectorCacheOptions = {}) {
    const store = await kind.open();
    opened.push(store);
    await store.prepare();
    const memory = createMemory({ store, embedding: new WordEngine(), logger: silent, clock: systemClock });
    const documents = createDocumentCache({ store, logger: silent });
    const asked = { nearest: 0, storedVectors: 0 };
    const counted = {
      ...store,
      dialect: new Proxy(store.dialect, {
        get(target, name, receiver) {
          if (name === 'nearest' || name === 'storedVectors') asked[name]++;
          return Reflect.get(target, name, receiver);
        },
      }),
    };
    const vectors = createVectorCache({ store: counted, logger: silent }, { minDocuments: 1, ...options });
    const held = {
      forget: () => [vectors, documents].map((cache) => cache.forget(1)),
      settled: () => Promise.all([vectors, documents].map((cache) => cache.settled())),
    };
    const parts = {
      store: counted,
      vectors,
      documents,
      seen: new Seen(),
      activeModel: async () => 1,
      queryVector: async (query: string) => wordVector(query),
      logger: silent,
    };
    async function find(query: string, request: Partial<RecallRequest> = {}): Promise<Found[]> {
      const { results, degraded } = await recall(parts, 'ann', { query, k: 5, mode: 'semantic', ...request });
      expect(degraded).toBeUndefined();
      return results.map(({ text, score }) => ({ text, score }));
    }
    const keptUp = async () => keepUp(parts, new Set([(await findCorpus(store.db, 'ann'))!.owner]), 1);
    return {
      store,
      memory,
      documents,
      held,
      find,
      keptUp,
      searchedInDatabase: () => asked.nearest,
      fetched: () => asked.storedVectors,
    };
  }

  /** In talks of seven messages, so that each has neighbours. */
  async function say(memory: Memory, texts: string[]) {
    await memory.remember(
      'ann',
      texts.map((text, i) => ({
        text,
        role: 'user' as const,
        message_id: text,
        conversation_id: `talk ${Math.floor(i / 7)}`,
      })),
    );
    await memory.queue.drain();
  }

  const many = [...new Set(Array.from({ length: 90 }, (_, n) => `${sentence(n)} ${n}`))];
  const queries = words.map((word, i) => `${word} ${words[(i + 3) % words.length]}`);

  test.each(['semantic', 'hybrid'] as const)(
    'find what the database finds, and leave it in peace (%s)',
    async (mode) => {
      const { memory, held, find, searchedInDatabase } = await open();
      await say(memory, many);
      const cold = [];
      for (const query of queries) {
        cold.push(await find(query, { mode }));
        held.forget();
        await held.settled();
        held.forget();
      }
      await find(queries[0]!, { mode });
      await held.settled();
      const before = searchedInDatabase();
      // A ranking of fourteen words in ninety messages has near ties; cosines alone have none.
      const expectLike = mode === 'semantic' ? expectSame : expectAsGood;
      for (const [i, query] of queries.entries()) expectLike(await find(query, { mode }), cold[i]!);
      expect(searchedInDatabase()).toBe(before);
    },
  );

  test.each(['semantic', 'keyword', 'hybrid'] as const)(
    'who asks for more finds the same ones first (%s)',
    async (mode) => {
      const { memory, find } = await open();
      await say(memory, many);
      for (const query of queries.slice(0, 5)) {
        const texts = async (k: number) => (await find(query, { mode, k })).map(({ text }) => text);
        const most = await texts(70);
        for (const k of [1, 5, 10]) expect(await texts(k)).toEqual(most.slice(0, k));
      }
    },
  );

  test('a number alone brings nobody what is another person’s', async () => {
    const { store, memory } = await open();
    await say(memory, ['the bakery made an offer']);
    await memory.remember('bob', [{ text: 'my cats like the train', role: 'user' }]);
    const [ann, bob] = [(await findCorpus(store.db, 'ann'))!, (await findCorpus(store.db, 'bob'))!];
    const { seq } = await store.db
      .selectFrom('interviewly.documents')
      .select('seq')
      .where('owner', '=', bob.owner)
      .executeTakeFirstOrThrow();
    expect(await loadDocuments(store, store.db, bob.owner, [seq])).toHaveLength(1);
    expect(await loadDocuments(store, store.db, ann.owner, [seq])).toEqual([]);
  });

  test('are not asked for what must not be found', async () => {
    const { memory, held, find } = await open();
    await say(memory, many);
    await find('raise');
    await held.settled();
    const [first] = await find(queries[0]!);
    const { messages } = await memory.list('ann', { limit: 200 });
    const { id } = messages.find(({ text }) => text === first!.text)!;
    const rest = await find(queries[0]!, { exclude: [id] });
    expect(rest).toHaveLength(5);
    expect(rest.map(({ text }) => text)).not.toContain(first!.text);
  });

  test('follow what another process stores, deletes and forgets', async () => {
    const { memory, held, find, searchedInDatabase } = await open();
    await say(memory, ['I moved to Lyon', 'my cats like the train']);
    await find('Lyon');
    await held.settled();
    await say(memory, ['the bakery made an offer']);
    const before = searchedInDatabase();
    const [offer] = await find('an offer of the bakery', { k: 1 });
    expect(offer).toMatchObject({ text: 'the bakery made an offer' });
    expect(searchedInDatabase()).toBe(before);

    await memory.forgetMessage('ann', 'the bakery made an offer');
    expect((await find('an offer of the bakery')).map(({ text }) => text)).not.toContain(offer!.text);

    await memory.forgetEverything('ann');
    await say(memory, ['a nurse on the night shift']);
    expect(await find('nurse')).toHaveLength(1);
  });

  test.each(['semantic', 'hybrid'] as const)(
    'are brought up to date before the next question asks (%s)',
    async (mode) => {
      const { memory, held, find, keptUp, searchedInDatabase, fetched } = await open();
      await say(memory, many);
      await find('Lyon', { mode });
      await held.settled();
      await say(memory, ['the lighthouse in Brest']);
      await keptUp();
      const before = [searchedInDatabase(), fetched()];
      const found = await find('what was there with a lighthouse', { mode });
      expect(found.map(({ text }) => text)).toContain('the lighthouse in Brest');
      expect([searchedInDatabase(), fetched()]).toEqual(before);
    },
  );

  test('no more is held than there is room for, however it came', async () => {
    // Room for a hundred vectors of 256 dimensions, or for six times as many of their bits.
    const { memory, held, find, keptUp, fetched } = await open({ maxBytes: 100 * 604 });
    await say(memory, many);
    await find('Lyon');
    await held.settled();
    await say(
      memory,
      Array.from({ length: 40 }, (_, n) => `a lighthouse ${n}`),
    );
    const before = fetched();
    await keptUp();
    await find('Lyon');
    await held.settled();
    expect((await find('lighthouse 7', { k: 1 }))[0]!.text).toBe('a lighthouse 7');
    expect(fetched()).toBe(before);
  });

  test('nothing is loaded for somebody who did not ask', async () => {
    const { memory, keptUp, fetched } = await open();
    await say(memory, many);
    await keptUp();
    expect(fetched()).toBe(0);
  });

  test.each(['semantic', 'hybrid'] as const)(
    'lose no result to messages that were forgotten elsewhere (%s)',
    async (mode) => {
      const { memory, held, find, searchedInDatabase } = await open();
      await say(memory, many);
      await find('raise');
      await held.settled();
      const gone = (await find('raise salary', { k: 40, mode })).map(({ text }) => text);
      for (const text of gone) await memory.forgetMessage('ann', text);
      // What is held is of an earlier generation: the database answers, and all is loaded anew.
      const cold = await find('raise salary', { mode });
      expect(cold).toHaveLength(5);
      await held.settled();
      const before = searchedInDatabase();
      expectSame(await find('raise salary', { mode }), cold);
      expect(searchedInDatabase()).toBe(before);
    },
  );

  test('documents follow what is stored, deleted, and both at once', async () => {
    const { memory, held, documents, store, find } = await open();
    const isHeld = async () => {
      const corpus = (await store.read((db) => findCorpus(db, 'ann')))!;
      return store.read((db) => documents.of(db, corpus));
    };
    const both = async (query: string) => {
      const warm = await find(query, { mode: 'hybrid' });
      held.forget();
      // Near ties of so few words may change places.
      expectAsGood(await find(query, { mode: 'hybrid' }), warm);
      await held.settled();
      return warm;
    };
    await say(memory, many);
    await both('raise salary');
    expect((await isHeld())?.size).toBe(many.length);

    await say(memory, ['the bakery made an offer', 'and a bonus']);
    expect((await isHeld())?.size).toBe(many.length + 2);
    const [offer] = await both('an offer of the bakery');
    expect(offer!.text).toBe('the bakery made an offer');

    // Deleted: what is held is of an earlier generation.
    await memory.forgetMessage('ann', 'and a bonus');
    expect(await isHeld()).toBeNull();
    await held.settled();
    expect((await isHeld())?.size).toBe(many.length + 1);

    // As many stored as deleted, and in SQLite under the same number: what is held is still of an earlier generation.
    await memory.forgetMessage('ann', 'the bakery made an offer');
    await say(memory, ['the bakery pays a bonus']);
    const offers = await find('an offer of the bakery', { mode: 'hybrid' });
    expect(offers).toHaveLength(5);
    expect(offers.map(({ text }) => text)).not.toContain('the bakery made an offer');
    await held.settled();
    const [bonus] = await both('does the bakery pay a bonus');
    expect(bonus!.text).toBe('the bakery pays a bonus');
    const found = await both('an offer of the bakery');
    expect(found.map(({ text }) => text)).not.toContain('the bakery made an offer');
  });

  test('are never those of somebody else, whose number was given again', async () => {
    const { memory, held, find } = await open();
    await say(memory, many);
    await find('raise');
    await held.settled();
    await memory.forgetEverything('ann');
    await memory.remember('bob', [{ text: 'a secret bakery', role: 'user', message_id: 'b1' }]);
    await say(memory, ['a nurse on the night shift']);
    for (const mode of ['semantic', 'hybrid'] as const) {
      const found = await find('a secret bakery', { mode });
      expect(found.map(({ text }) => text)).toEqual(['a nurse on the night shift']);
    }
  });

  test('are loaded anew by a process that is far behind', async () => {
    const { memory, store, held, find } = await open();
    await say(memory, ['I moved to Lyon']);
    await find('Lyon');
    await held.settled();
    await say(memory, ['my cats like the train']);
    await store.transaction((trx) => trx.deleteFrom('interviewly.vector_changes').execute());
    expect(await find('cats on a train')).toHaveLength(2);
    await held.settled();
    expect(await find('cats on a train')).toHaveLength(2);
  });

  test('are bits alone where there is no room for vectors, and nothing where there is none for bits', async () => {
    for (const [maxBytes, inDatabase] of [
      [many.length * 150, 1],
      [50, 2],
    ] as const) {
      const { memory, held, find, searchedInDatabase } = await open({ maxBytes });
      await say(memory, many);
      const cold = await find('raise salary');
      await held.settled();
      expect(await find('raise salary')).toEqual(cold);
      expect(searchedInDatabase()).toBe(inDatabase);
    }
  });
});
