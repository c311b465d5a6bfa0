import { afterEach, expect, test } from 'vitest';
import { EmbeddingUnavailable } from '../../src/ai/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory, type NewMessage } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine } from './fake-embedding.ts';
import { onEveryStore, silent } from './stores.ts';

onEveryStore('repeats in a memory', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  async function remembering(messages: NewMessage[], embedding = new WordEngine()): Promise<Memory> {
    const store = await kind.open();
    opened.push(store);
    await store.prepare();
    const memory = createMemory({ store, embedding, logger: silent, clock: systemClock });
    await memory.remember('ada', messages);
    await memory.queue.drain();
    return memory;
  }
  const find = async (memory: Memory, query: string) =>
    (await memory.recall('ada', { query })).results.map(({ text }) => text);

  test('what was said five hundred times leaves room for what was said once', async () => {
    const wish = 'I want to earn more money.';
    const target = 'My target is to earn 70,000 euros in Lyon.';
    const messages = Array.from({ length: 500 }, () => wish);
    const memory = await remembering([...messages, target].map((text) => ({ role: 'user', text })));
    const found = await find(memory, 'How much money do I want to earn?');
    // Three of what is the same word for word, and behind the first of them what is not.
    expect(found).toEqual([wish, target, wish, wish]);
  });

  test('what was told in the words of a question is found, however often that was asked', async () => {
    const asked = Array.from({ length: 5 }, () => 'Do I want to relocate?');
    const told = ['I want to relocate.', 'I do not want to relocate.'];
    const memory = await remembering([...told, ...asked].map((text) => ({ role: 'user', text })));
    const found = await find(memory, asked[0]!);
    expect(found.slice(0, 2).toSorted()).toEqual(told.toSorted());
  });

  test('many short messages of one score are all found, without vectors too', async () => {
    const engine = new WordEngine();
    const applied = Array.from({ length: 40 }, (_, i) => `Applied at place${i}.`);
    const memory = await remembering([], engine);
    await memory.remember(
      'ada',
      applied.map((text) => ({ role: 'user', text })),
    );
    // Not embedded yet at first, then without an engine.
    for (const fail of [null, null, () => new EmbeddingUnavailable('away')]) {
      engine.fail = fail;
      const { results } = await memory.recall('ada', { query: 'Where have I applied?', k: 50 });
      expect(results).toHaveLength(40);
    }
  });

  test('who asks the same again and again still finds the answer', async () => {
    const question = 'What salary do I want to negotiate for?';
    const asked = Array.from({ length: 120 }, (): NewMessage[] => [
      { role: 'user', text: question, conversation_id: 'c2' },
      { role: 'assistant', text: 'You did not say what salary you want.', conversation_id: 'c2' },
    ]).flat();
    const answer = 'I negotiate for 82,000 as my salary.';
    const memory = await remembering([{ role: 'user', text: answer, conversation_id: 'c1' }, ...asked]);
    expect((await find(memory, question)).slice(0, 3)).toContain(answer);
  });
});
