import { afterEach, expect, test } from 'vitest';
import { EmbeddingUnavailable } from '../../src/ai/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory, type NewMessage } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine, wordVector } from './fake-embedding.ts';
import { onEveryStore, silent } from './stores.ts';

const said = (i: number, role: 'user' | 'assistant' = 'user'): NewMessage => ({
  message_id: `m${i}`,
  role,
  conversation_id: 'c1',
  text: `Message number${i} about salary and interviews.`,
  created_at: new Date(Date.UTC(2024, 0, 1 + i)),
});

onEveryStore('vectors of memory', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  async function open(engine = new WordEngine(), how = kind.open): Promise<Memory> {
    const store = await how();
    opened.push(store);
    await store.prepare();
    return createMemory({ store, embedding: engine, logger: silent, clock: systemClock });
  }

  test('an owner has the vectors of their own messages, with the messages, oldest first', async () => {
    const memory = await open();
    await memory.remember('ada', [said(2), said(0), said(1, 'assistant')]);
    await memory.remember('bob', [said(5)]);
    expect((await memory.vectors('ada')).total).toBe(0);
    await memory.queue.drain();
    const { engine, total, vectors, degraded } = await memory.vectors('ada');
    expect([engine, total, degraded]).toEqual(['test/words', 3, undefined]);
    expect(vectors.map(({ message }) => message.message_id)).toEqual(['m0', 'm1', 'm2']);
    for (const { message, vector } of vectors) {
      const exact = wordVector(message.text);
      expect(vector.length).toBe(exact.length);
      expect(vector.reduce((sum, value, i) => sum + value * exact[i]!, 0)).toBeCloseTo(1, 2);
    }
    expect((await memory.vectors('nobody')).vectors).toEqual([]);
    const own = await memory.vectors('ada', { role: 'user', since: new Date(Date.UTC(2024, 0, 2)) });
    expect(own.vectors.map(({ message }) => message.message_id)).toEqual(['m2']);
  });

  test('more than the limit are sampled evenly over time, the same ones each time', async () => {
    const memory = await open();
    await memory.remember(
      'ada',
      Array.from({ length: 20 }, (_, i) => said(i)),
    );
    await memory.queue.drain();
    const ids = async () =>
      (await memory.vectors('ada', { limit: 5 })).vectors.map(({ message }) => message.message_id);
    expect(await ids()).toEqual(['m0', 'm4', 'm8', 'm12', 'm16']);
    expect(await ids()).toEqual(await ids());
    expect((await memory.vectors('ada', { limit: 5 })).total).toBe(20);
  });

  test('what is forgotten has no vector any more, and another model starts empty', async () => {
    const memory = await open();
    await memory.remember('ada', [said(0), said(1)]);
    await memory.queue.drain();
    await memory.forgetMessage('ada', 'm0');
    expect((await memory.vectors('ada')).vectors.map(({ message }) => message.message_id)).toEqual(['m1']);
    const store = opened.at(-1)!;
    const other = createMemory({
      store,
      embedding: new WordEngine('test/other'),
      logger: silent,
      clock: systemClock,
    });
    expect(await other.vectors('ada')).toMatchObject({ engine: 'test/other', total: 0, vectors: [] });
    await other.queue.drain();
    expect((await other.vectors('ada')).total).toBe(1);
  });

  test('working off the queue begins with what a model that was just chosen lacks', async () => {
    const memory = await open();
    await memory.remember('ada', [said(0), said(1)]);
    await memory.queue.drain();
    const store = opened.at(-1)!;
    const embedding = new WordEngine('test/other');
    const other = createMemory({ store, embedding, logger: silent, clock: systemClock });
    await other.queue.drain();
    expect(await other.progress('ada')).toMatchObject({ embedded: 2, pending: 0 });
  });

  test('what a process with another model worked off is embedded by the next that begins', async () => {
    const old = await open();
    await old.remember('ada', [said(0), said(1)]);
    await old.queue.drain();
    const store = opened.at(-1)!;
    const begin = () => {
      const embedding = new WordEngine('test/other');
      return createMemory({ store, embedding, logger: silent, clock: systemClock });
    };
    // A question is enough to make its model the active one; what it queues, the old process takes for its own.
    await begin().recall('ada', { query: 'salary' });
    while ((await old.queue.workOnce()) > 0);
    const next = begin();
    expect(await next.progress('ada')).toMatchObject({ embedded: 0, pending: 0 });
    await next.queue.drain();
    expect(await next.progress('ada')).toMatchObject({ embedded: 2, pending: 0 });
  });

  test('a name with other dimensions than before is another model', async () => {
    /** As an engine behind an API: how many dimensions its model gives, its first answer tells. */
    class Served extends WordEngine {
      #given = 0;
      readonly #gives: number;
      constructor(gives: number) {
        super('test/served');
        this.#gives = gives;
        Object.defineProperty(this, 'dimensions', { get: () => this.#given });
      }
      override async embed(texts: string[], signal?: AbortSignal): Promise<Float32Array[]> {
        const vectors = await super.embed(texts, signal);
        this.#given = this.#gives;
        return vectors.map((vector) => vector.slice(0, this.#gives));
      }
    }
    const memory = await open(new Served(256));
    await memory.remember('ada', [said(0), said(1)]);
    await memory.queue.drain();
    const store = opened.at(-1)!;
    const restarted = (engine: WordEngine) =>
      createMemory({ store, embedding: engine, logger: silent, clock: systemClock });
    const search = async (of: Memory, mode: 'semantic' | 'hybrid') =>
      (await of.recall('ada', { query: 'salary', mode })).results.length;

    const other = restarted(new Served(128));
    expect(await search(other, 'hybrid')).toBe(2);
    expect(await search(other, 'semantic')).toBe(0);
    expect(await other.progress('ada')).toMatchObject({ embedded: 0, pending: 2 });
    await other.queue.drain();
    expect(await search(other, 'semantic')).toBe(2);

    // Back again, nothing has to be embedded anew; and where the server is away, what is known of it stays.
    const back = restarted(new Served(256));
    expect(await search(back, 'semantic')).toBe(2);
    expect(await back.progress('ada')).toMatchObject({ embedded: 2, pending: 0 });
    const away = new Served(256);
    away.fail = () => new EmbeddingUnavailable('away');
    expect((await restarted(away).vectors('ada')).total).toBe(2);
  });

  test('everybody is read page by page, to the end', async () => {
    const memory = await open();
    await memory.remember('ada', [said(0), said(1, 'assistant'), said(2)]);
    await memory.remember('bob', [said(3), said(4)]);
    await memory.queue.drain();
    const read: string[] = [];
    let after: number | undefined;
    do {
      const page = await memory.allVectors({ after, limit: 2, role: 'user' });
      read.push(...page.vectors.map(({ user_id, message }) => `${user_id} ${message.message_id}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(read.toSorted()).toEqual(['ada m0', 'ada m2', 'bob m3', 'bob m4']);
  });
});
