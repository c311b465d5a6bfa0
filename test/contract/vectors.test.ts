import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { EmbeddingRejected, EmbeddingUnavailable } from '../../src/ai/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { probe } from '../../src/memory/embedding-queue/active-model.ts';
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

  test('what never has a vector is not queued anew with each start', async () => {
    const memory = await open();
    await memory.remember('ada', [
      said(0),
      { ...said(1, 'assistant'), metadata: { engine: 'offline', reply_to: 'm0' } },
    ]);
    await memory.queue.drain();
    const pending: number[] = [];
    await beside(new WordEngine()).queue.drain({ onProgress: (remaining) => pending.push(remaining) });
    expect(pending).toEqual([0, 0]);
  });

  test('a reply without index terms is embedded by another model too', async () => {
    const memory = await open();
    const reply = { ...said(1, 'assistant'), text: 'No, you should not.' };
    await memory.remember('ada', [said(0), reply]);
    await memory.queue.drain();
    const next = beside(new WordEngine('test/other'));
    await next.queue.drain();
    const { results } = await next.recall('ada', { query: reply.text, mode: 'semantic' });
    expect(results.map(({ text }) => text)).toContain(reply.text);
    expect(await next.progress('ada')).toMatchObject({ messages: 2, embedded: 2 });
  });

  /** Another process with a model of its own, on the store opened last. */
  function beside(embedding: WordEngine, { store = opened.at(-1)!, logger = silent } = {}): Memory {
    return createMemory({ store, embedding, logger, clock: systemClock });
  }

  /** Makes the model of a process the active one and leaves what it lacks in the queue. */
  async function changeOver(memory: Memory, engine: WordEngine): Promise<void> {
    engine.fail = (texts) => (texts.includes(probe) ? null : new EmbeddingUnavailable('busy'));
    await expect(memory.queue.workOnce()).rejects.toThrow('busy');
    engine.fail = null;
  }

  const attempts = async () =>
    (await opened.at(-1)!.db.selectFrom('interviewly.embedding_jobs').select('attempts').execute()).map(
      (job) => job.attempts,
    );

  test('what a process of an earlier version worked off is embedded by the next that begins', async () => {
    const memory = await open();
    await memory.remember('ada', [said(0), said(1)]);
    await memory.queue.drain();
    const engine = new WordEngine('test/other');
    await changeOver(beside(engine), engine);
    await opened.at(-1)!.db.deleteFrom('interviewly.embedding_jobs').execute();
    const next = beside(new WordEngine('test/other'));
    expect(await next.progress('ada')).toMatchObject({ embedded: 0, pending: 0 });
    await next.queue.drain();
    expect(await next.progress('ada')).toMatchObject({ embedded: 2, pending: 0 });
  });

  test('a process whose model is the active one no more leaves the queue alone and goes on answering', async () => {
    const engines = { old: new WordEngine(), next: new WordEngine('test/other') };
    const old = await open(engines.old);
    await old.remember('ada', [said(0), said(1)]);
    await old.queue.drain();
    const next = beside(engines.next);
    await changeOver(next, engines.next);

    const paid = engines.old.batches.length;
    const why =
      /^another process made test\/other the active model; this one keeps answering with test\/words/;
    await expect(old.queue.workOnce()).rejects.toThrow(why);
    await expect(old.queue.drain()).rejects.toThrow(why);
    expect(engines.old.batches).toHaveLength(paid);
    expect(await attempts()).toEqual([0, 0]);
    expect(await old.recall('ada', { query: 'salary', mode: 'semantic' })).toMatchObject({
      mode: 'semantic',
      results: [{}, {}],
    });
    expect((await old.vectors('ada')).total).toBe(2);
    while ((await next.queue.workOnce()) > 0);
    expect(await next.progress('ada')).toMatchObject({ embedded: 2, pending: 0 });
  });

  test('what was being embedded while another model took over is kept, and stays queued for that one', async () => {
    class Overtaken extends WordEngine {
      meanwhile: (() => Promise<void>) | undefined;
      override async embed(texts: string[], signal?: AbortSignal): Promise<Float32Array[]> {
        const vectors = await super.embed(texts, signal);
        if (!texts.includes(probe)) await this.meanwhile?.();
        return vectors;
      }
    }
    const overtaken = new Overtaken();
    const old = await open(overtaken);
    await old.remember('ada', [said(0), said(1)]);
    await old.queue.drain();
    await old.remember('ada', [said(2), said(3)]);
    const engine = new WordEngine('test/other');
    const next = beside(engine);
    overtaken.meanwhile = () => changeOver(next, engine);
    await expect(old.queue.workOnce()).rejects.toThrow('the active model');
    expect(await attempts()).toEqual([0, 0, 0, 0]);
    expect(await old.progress('ada')).toMatchObject({ embedded: 4 });
    while ((await next.queue.workOnce()) > 0);
    expect(await next.progress('ada')).toMatchObject({ embedded: 4, pending: 0 });
  });

  test('what a model refuses once it is superseded is not set aside for the one that took over', async () => {
    const engines = { old: new WordEngine(), next: new WordEngine('test/other') };
    const old = await open(engines.old);
    await old.remember('ada', [said(0)]);
    await old.queue.drain();
    await old.remember('ada', [said(1)]);
    const next = beside(engines.next);
    const embed = engines.old.embed.bind(engines.old);
    engines.old.embed = async (texts, signal) => {
      if (texts.includes(probe)) return embed(texts, signal);
      await changeOver(next, engines.next);
      throw new EmbeddingRejected('too long');
    };
    await expect(old.queue.workOnce()).rejects.toThrow('the active model');
    expect(await attempts()).toEqual([0, 0]);
    while ((await next.queue.workOnce()) > 0);
    expect(await next.progress('ada')).toMatchObject({ embedded: 2, pending: 0, set_aside: 0 });
  });

  test('what one model failed with is tried with the next', async () => {
    const engine = new WordEngine();
    engine.fail = (texts) => (texts.includes(probe) ? null : new EmbeddingRejected('too long'));
    const memory = await open(engine);
    await memory.remember('ada', [said(0)]);
    await memory.queue.drain();
    expect(await memory.progress('ada')).toMatchObject({ embedded: 0, set_aside: 1 });
    const next = beside(new WordEngine('test/other'));
    await next.queue.drain();
    expect(await next.progress('ada')).toMatchObject({ embedded: 1, set_aside: 0 });
  });

  test('the worker of a superseded process says so once and embeds nothing', async () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } });
    await (await open()).queue.drain();
    const engine = new WordEngine();
    const old = beside(engine, { logger });
    const other = new WordEngine('test/other');
    await old.remember('ada', [said(0)]);
    await old.queue.drain();
    await changeOver(beside(other), other);
    const paid = engine.batches.length;
    old.queue.start();
    for (const i of [1, 2, 3]) await old.remember('ada', [said(i)]);
    await expect.poll(() => lines.join()).toContain('embedding is left to others');
    await old.remember('ada', [said(4)]);
    await old.queue.stop();
    expect(lines).toHaveLength(1);
    expect(engine.batches).toHaveLength(paid);
    expect((await old.queue.status()).pending).toBe(5);
  });

  test('nothing is queued or embedded anew for a question with another model', async () => {
    const old = await open();
    await old.remember('ada', [said(0), said(1)]);
    await old.queue.drain();
    const engine = new WordEngine('test/other');
    const asking = beside(engine);
    const degraded = expect.stringMatching(
      /test\/other has no vectors here, those of test\/words are in use: .*embed/,
    );
    for (const mode of ['semantic', 'hybrid'] as const) {
      const answer = await asking.recall('ada', { query: 'salary', mode });
      expect(answer).toMatchObject({ mode: 'keyword', degraded, results: [{}, {}] });
    }
    expect(await asking.vectors('ada')).toMatchObject({ total: 0, degraded });
    expect(await asking.allVectors({})).toMatchObject({ vectors: [], degraded });
    await asking.remember('ada', [said(2)]);
    await expect(asking.queue.drain({ changeOver: false })).rejects.toThrow('those of test/words are in use');
    expect(await old.queue.workOnce()).toBe(1);
    expect(engine.embedded).toEqual(['salary']);
    // Nor back again: what there is of its vectors answers, where another one is in use by now.
    await asking.queue.drain();
    expect((await beside(new WordEngine()).recall('ada', { query: 'salary', mode: 'semantic' })).mode).toBe(
      'semantic',
    );
    expect(await asking.queue.workOnce()).toBe(0);
  });

  test('what has its vector already is not embedded again after a change and back', async () => {
    const old = await open();
    await old.remember('ada', [said(0), said(1)]);
    await old.queue.drain();
    const other = new WordEngine('test/other');
    await changeOver(beside(other), other);
    const engine = new WordEngine();
    const back = beside(engine);
    await back.remember('ada', [said(2)]);
    await back.queue.drain();
    expect(engine.embedded).toHaveLength(1);
    expect(await back.progress('ada')).toMatchObject({ embedded: 3, pending: 0 });
  });

  test.skipIf(!kind.reopen)('two models at once: whichever is active in the end lacks nothing', async () => {
    const store = await kind.open();
    opened.push(store);
    await store.prepare();
    const again = await kind.reopen!();
    opened.push(again);
    await again.prepare();
    const old = beside(new WordEngine(), { store });
    const all = Array.from({ length: 300 }, (_, i) => said(i));
    await old.remember('ada', all.slice(0, 1));
    await old.queue.drain();
    await old.remember('ada', all);
    const work = async (memory: Memory) => {
      while ((await memory.queue.workOnce().catch(() => 0)) > 0);
    };
    const next = beside(new WordEngine('test/other'), { store: again });
    await Promise.all([work(old), work(old), work(next)]);
    await work(next);
    expect(await next.progress('ada')).toMatchObject({ embedded: 300, pending: 0 });
  });

  test.skipIf(kind.name !== 'postgres')(
    'two first models make their changes one after the other',
    async () => {
      const stores = [await kind.open(), await kind.reopen!()];
      opened.push(...stores);
      for (const store of stores) await store.prepare();
      const [first, second] = stores as [Store, Store];
      const steps: string[] = [];
      let meanwhile: Promise<void> | undefined;
      await first.transaction(async (trx) => {
        await first.dialect.holdModels(trx, 'to change');
        meanwhile = second.transaction(async (other) => {
          await second.dialect.holdModels(other, 'to change');
          steps.push('second');
        });
        await Promise.race([meanwhile, setTimeout(300)]);
        steps.push('first');
      });
      await meanwhile;
      expect(steps).toEqual(['first', 'second']);
    },
  );

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
    expect(await memory.progress('ada')).toMatchObject({ dimensions: null });
    await memory.remember('ada', [said(0), said(1)]);
    await memory.queue.drain();
    expect(await beside(new Served(256)).progress('ada')).toMatchObject({ dimensions: 256, embedded: 2 });
    const search = async (of: Memory, mode: 'semantic' | 'hybrid') =>
      (await of.recall('ada', { query: 'salary', mode })).results.length;

    const other = beside(new Served(128));
    expect(await other.recall('ada', { query: 'salary' })).toMatchObject({
      mode: 'keyword',
      degraded: expect.stringContaining('test/served of 128 dimensions has no vectors here'),
    });
    expect(await other.progress('ada')).toMatchObject({ dimensions: 128, embedded: 0, pending: 0 });
    await other.queue.drain();
    expect(await search(other, 'semantic')).toBe(2);

    // Back again, nothing has to be embedded anew; and where the server is away, what is known of it stays.
    const back = beside(new Served(256));
    expect(await search(back, 'semantic')).toBe(2);
    expect(await back.progress('ada')).toMatchObject({ embedded: 2, pending: 0 });
    const away = new Served(256);
    away.fail = () => new EmbeddingUnavailable('away');
    expect((await beside(away).vectors('ada')).total).toBe(2);
  });

  test('two first models of one name and other dimensions are two models', async () => {
    class Gated extends WordEngine {
      readonly gate = Promise.withResolvers<void>();
      constructor(dimensions: number) {
        super('test/gated');
        Object.defineProperty(this, 'dimensions', { value: dimensions });
      }
      override async embed(texts: string[]): Promise<Float32Array[]> {
        await this.gate.promise;
        return (await super.embed(texts)).map((vector) => vector.slice(0, this.dimensions));
      }
    }
    const [one, two] = [new Gated(256), new Gated(128)];
    const first = await open(one);
    await first.remember('ada', [said(0), said(1)]);
    const second = beside(two);
    const drained = [first.queue.drain(), second.queue.drain()];
    // Both have seen that there is no model before either of them makes one.
    await setTimeout(100);
    one.gate.resolve();
    await drained[0];
    two.gate.resolve();
    await drained[1];
    expect(await second.progress('ada')).toMatchObject({ dimensions: 128, embedded: 2, pending: 0 });
    expect(await first.progress('ada')).toMatchObject({ dimensions: 256, embedded: 2 });
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
