import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory, type NewMessage } from '../../src/memory/index.ts';
import type { Database, Store } from '../../src/store/index.ts';
import { WordEngine } from './fake-embedding.ts';
import { onEveryDatabase, silent } from './stores.ts';

const visitor = 'visitor_1';
const account = 'user_1';

onEveryDatabase('a claim', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const memoryOf = (store: Store, embedding = new WordEngine()) =>
    createMemory({ store, embedding, logger: silent, clock: systemClock, held: { minDocuments: 1 } });

  async function open(): Promise<{ store: Store; memory: Memory; embedding: WordEngine }> {
    const store = await kind.open();
    opened.push(store);
    await store.prepare();
    const embedding = new WordEngine();
    return { store, embedding, memory: memoryOf(store, embedding) };
  }

  const say = (memory: Memory, who: string, ...texts: (string | NewMessage)[]) =>
    memory.remember(
      who,
      texts.map((text) => (typeof text === 'string' ? { text, role: 'user', message_id: text } : text)),
    );

  /** What semantic and keyword search find first. */
  async function found(memory: Memory, who: string, query: string): Promise<(string | undefined)[]> {
    const modes = ['semantic', 'keyword'] as const;
    const results = [];
    for (const mode of modes) results.push(await memory.recall(who, { query, mode }));
    expect(results.map(({ mode }) => mode)).toEqual(modes);
    return results.map((result) => result.results[0]?.text);
  }

  const rows = async (store: Store, table: keyof Database) =>
    (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store.db)).rows;

  /** The totals that ranking needs are those of the documents, and every index is complete. */
  async function assertConsistent(store: Store): Promise<void> {
    const documents = await rows(store, 'interviewly.documents');
    for (const owner of await rows(store, 'interviewly.owners')) {
      const own = documents.filter((document) => document.owner === owner.key);
      expect(owner).toMatchObject({ documents: own.length });
      expect(Number(owner.total_length)).toBe(own.reduce((sum, one) => sum + Number(one.length), 0));
    }
    const ownerOf = new Map(documents.map(({ seq, owner }) => [seq, owner]));
    for (const table of ['interviewly.postings', 'interviewly.vector_bits'] as const)
      for (const row of await rows(store, table))
        expect([table, row.owner]).toEqual([table, ownerOf.get(row.seq)]);
    const messages = await rows(store, 'user_message_embeddings');
    expect(documents.map(({ id }) => id).sort()).toEqual(messages.map(({ id }) => id).sort());
    expect(await rows(store, 'interviewly.claims_running')).toEqual([]);
  }

  test('gives a new account everything, without embedding anything again', async () => {
    const { store, memory, embedding } = await open();
    await say(memory, visitor, 'I moved to Lyon', 'my cats like the train');
    await memory.queue.drain();
    // Its bits are in the process before the claim.
    await found(memory, visitor, 'Lyon');
    const before = embedding.embedded.length;
    expect(await memory.claim(visitor, account)).toEqual({ moved: 2, renamed: 0, duplicates: 0 });
    await memory.queue.drain();
    expect(await found(memory, account, 'moved to Lyon')).toEqual(['I moved to Lyon', 'I moved to Lyon']);
    expect(await found(memory, visitor, 'moved to Lyon').catch(() => 'none')).not.toContain(
      'I moved to Lyon',
    );
    expect((await memory.list(visitor, {})).messages).toEqual([]);
    expect(embedding.embedded.slice(before)).not.toContain('I moved to Lyon');
    await assertConsistent(store);
    expect(await memory.progress(account)).toMatchObject({ messages: 2, embedded: 2, pending: 0 });
  });

  for (const [name, mine, theirs] of [
    [
      'larger',
      ['I moved to Lyon', 'my cats like the train', 'a nurse on the night shift'],
      ['an offer of the bakery'],
    ],
    ['smaller', ['I moved to Lyon'], ['an offer of the bakery', 'my degree is in law', 'the visa came']],
  ] as const) {
    test(`merges a memory that is ${name} than the account's, in this process and others`, async () => {
      const { store, memory } = await open();
      await say(memory, visitor, ...mine);
      await say(memory, account, ...theirs);
      await memory.queue.drain();
      const elsewhere = memoryOf(store);
      for (const one of [memory, elsewhere]) {
        // Twice: the first loads the bits, the second uses them.
        for (let i = 0; i < 2; i++) await found(one, account, 'offer bakery');
        await found(one, visitor, 'Lyon');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await memory.claim(visitor, account);
      for (const one of [memory, elsewhere]) {
        for (let i = 0; i < 2; i++) {
          expect(await found(one, account, 'moved to Lyon')).toEqual(['I moved to Lyon', 'I moved to Lyon']);
          expect(await found(one, account, 'offer of the bakery')).toEqual([
            'an offer of the bakery',
            'an offer of the bakery',
          ]);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
      await say(memory, account, 'salary of a coach');
      await memory.queue.drain();
      expect(await found(elsewhere, account, 'salary coach')).toEqual([
        'salary of a coach',
        'salary of a coach',
      ]);
      await assertConsistent(store);
      // And somebody new is given neither the number nor the bits of another.
      await say(memory, 'user_2', 'I moved to Oslo');
      await memory.queue.drain();
      expect(await found(memory, 'user_2', 'moved to Lyon')).toEqual(['I moved to Oslo', 'I moved to Oslo']);
    });
  }

  test('keeps both messages of one message_id, and the very same one once', async () => {
    const { store, memory } = await open();
    const same: NewMessage = { text: 'said to both', role: 'user', message_id: 'm1', conversation_id: 'c' };
    await say(memory, visitor, same, { text: 'the visitor’s', role: 'user', message_id: 'm2' });
    await say(memory, account, same, { text: 'the account’s', role: 'user', message_id: 'm2' });
    await memory.queue.drain();
    expect(await memory.claim(visitor, account)).toEqual({ moved: 1, renamed: 1, duplicates: 1 });
    const { messages } = await memory.list(account, {});
    expect(messages.map(({ text }) => text).sort()).toEqual([
      'said to both',
      'the account’s',
      'the visitor’s',
    ]);
    expect(new Set(messages.map(({ message_id }) => message_id)).size).toBe(3);
    expect(await memory.get(account, 'm2')).toMatchObject({ text: 'the account’s' });
    await assertConsistent(store);
  });

  test('that fails leaves everything as it was; done twice it moves nothing more; another account gets nothing', async () => {
    const { store, memory } = await open();
    await say(memory, visitor, 'I moved to Lyon');
    await memory.queue.drain();
    const failing = memory.claim(visitor, account, async () => {
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect((await memory.list(account, {})).messages).toEqual([]);
    expect(await found(memory, visitor, 'Lyon')).toEqual(['I moved to Lyon', 'I moved to Lyon']);
    expect(await rows(store, 'interviewly.claims')).toEqual([]);
    await assertConsistent(store);

    expect(await memory.claim(visitor, account)).toMatchObject({ moved: 1 });
    expect(await memory.claim(visitor, account)).toEqual({ moved: 0, renamed: 0, duplicates: 0 });
    await expect(memory.claim(visitor, 'user_2')).rejects.toMatchObject({
      code: 'session_claimed',
      status: 409,
    });
    expect((await memory.list(account, {})).messages).toHaveLength(1);
    await assertConsistent(store);

    // Of a change that is no claim the triggers still take care.
    await store.db.updateTable('user_message_embeddings').set({ user_id: 'user_9' }).execute();
    expect(await rows(store, 'interviewly.documents')).toEqual([]);
    await memory.queue.drain();
    expect(await found(memory, 'user_9', 'Lyon')).toEqual(['I moved to Lyon', 'I moved to Lyon']);
  });

  test('while its messages are being embedded', async () => {
    const { store, memory } = await open();
    class Claiming extends WordEngine {
      override async embed(texts: string[], signal?: AbortSignal): Promise<Float32Array[]> {
        if (texts.includes('I moved to Lyon')) await memory.claim(visitor, account);
        return super.embed(texts, signal);
      }
    }
    await say(memory, account, 'an offer of the bakery', 'my degree is in law');
    await memory.queue.drain();
    await say(memory, visitor, 'I moved to Lyon');
    await memoryOf(store, new Claiming()).queue.drain();
    expect(await found(memory, account, 'moved to Lyon')).toEqual(['I moved to Lyon', 'I moved to Lyon']);
    await assertConsistent(store);
  });

  test('loses nothing that is said, embedded or indexed meanwhile', async () => {
    const { store, memory } = await open();
    await say(memory, account, 'the first of the account');
    const texts = Array.from({ length: 24 }, (_, i) => `sentence number ${i} of the visitor`);
    await say(memory, visitor, ...texts.slice(0, 8));
    const work: Promise<unknown>[] = [memory.queue.workOnce()];
    for (const [i, text] of texts.slice(8).entries()) {
      work.push(say(memory, visitor, text));
      if (i === 6) work.push(memory.claim(visitor, account), memory.queue.workOnce());
    }
    await Promise.all(work);
    await memory.queue.drain();
    expect((await memory.list(visitor, {})).messages).toEqual([]);
    const said = (await memory.list(account, { limit: 100 })).messages.map(({ text }) => text);
    expect(said.sort()).toEqual([...texts, 'the first of the account'].sort());
    await assertConsistent(store);
    expect(await rows(store, 'interviewly.embedding_jobs')).toEqual([]);
    expect(await memory.progress(account)).toMatchObject({ messages: 25, embedded: 25 });
    // Said again, it is known.
    const [again] = await memory.remember(visitor, [
      { text: texts[0]!, role: 'user', message_id: texts[0]! },
    ]);
    expect(again).toMatchObject({ created: false });
  });
});
