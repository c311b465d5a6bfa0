import { afterEach, expect, test } from 'vitest';
import { createFacts, type Facts } from '../../src/features/facts/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine } from './fake-embedding.ts';
import { onEveryDatabase, silent } from './stores.ts';

onEveryDatabase('facts', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  async function open(how = kind.open): Promise<{ store: Store; memory: Memory; facts: Facts }> {
    const store = await how();
    opened.push(store);
    await store.prepare();
    const parts = { store, logger: silent, clock: systemClock };
    return {
      store,
      memory: createMemory({ ...parts, embedding: new WordEngine() }),
      facts: createFacts({ ...parts, chat: null }),
    };
  }

  const say = (memory: Memory, text: string, day: string, user = 'ann') =>
    memory
      .remember(user, [{ text, role: 'user', created_at: new Date(`${day}T10:00:00Z`) }])
      .then(([message]) => message!);
  const told = async (facts: Facts, user = 'ann') =>
    (await facts.list(user, {})).facts.map(({ value, ended, valid_to }) => ({
      value,
      ended,
      until: valid_to?.slice(0, 10) ?? null,
    }));

  test('supersedes and never overwrites, in whatever order messages arrive; forgets for good; follows deletions', async () => {
    const { store, memory, facts } = await open();
    const lyon = await say(memory, 'I moved to Lyon.', '2026-03-01');
    await facts.worker.drain();
    await say(memory, 'I live in Berlin.', '2025-06-01');
    expect(await told(facts)).toEqual([
      { value: 'Lyon', ended: null, until: null },
      { value: 'Berlin', ended: 'change', until: '2026-03-01' },
    ]);
    await say(memory, 'I moved to Rome.', '2026-04-01');
    await memory.forgetMessage('ann', lyon.id);
    expect(await told(facts)).toEqual([
      { value: 'Rome', ended: null, until: null },
      { value: 'Berlin', ended: 'change', until: '2026-04-01' },
    ]);
    const [rome] = (await facts.list('ann', { current: true })).facts;
    await facts.forget('ann', rome!.id);
    // Another program touches the message, or a process dies in the middle: it is read again.
    await store.transaction((trx) =>
      trx.insertInto('interviewly.fact_jobs').values({ id: rome!.message_row!, owner_id: 'ann' }).execute(),
    );
    await facts.worker.drain();
    expect(await told(facts)).toEqual([{ value: 'Berlin', ended: null, until: null }]);
    expect((await facts.status('ann')).pending).toBe(0);
  });

  test('a message that changes hands takes its facts along, and both histories become one', async () => {
    const { store, memory, facts } = await open();
    await say(memory, 'I live in Berlin.', '2026-01-01', 'visitor_1');
    await say(memory, 'I moved to Lyon.', '2026-02-01');
    await facts.worker.drain();
    await store.transaction(async (trx) => {
      await trx
        .updateTable('user_message_embeddings')
        .set({ user_id: 'ann' })
        .where('user_id', '=', 'visitor_1')
        .execute();
    });
    expect(await told(facts, 'visitor_1')).toEqual([]);
    expect(await told(facts)).toEqual([
      { value: 'Lyon', ended: null, until: null },
      { value: 'Berlin', ended: 'change', until: '2026-02-01' },
    ]);
  });

  test('a message whose text is changed by another program is read again', async () => {
    const { store, memory, facts } = await open();
    const message = await say(memory, 'I live in Berlin.', '2026-01-01');
    await facts.worker.drain();
    await store.transaction(async (trx) => {
      await trx
        .updateTable('user_message_embeddings')
        .set({ message_text: 'I live in Bern.' })
        .where('id', '=', message.id)
        .execute();
    });
    expect((await told(facts)).map(({ value }) => value)).toEqual(['Bern']);
  });

  test('what was there before facts were kept is read too', async () => {
    const { store, memory, facts } = await open();
    await say(memory, 'I live in Berlin.', '2026-01-01');
    await store.transaction((trx) =>
      trx.updateTable('interviewly.fact_jobs').set({ patterns_only: true }).execute(),
    );
    expect(await facts.worker.workOnce()).toBe(1);
    expect((await told(facts)).map(({ value }) => value)).toEqual(['Berlin']);
  });

  test.skipIf(!kind.reopen)('several processes read no message twice', async () => {
    const one = await open();
    const two = await open(kind.reopen!);
    await one.memory.remember(
      'ann',
      Array.from({ length: 210 }, (_, i) => ({
        text: `I speak French. Message ${i}.`,
        role: 'user' as const,
      })),
    );
    const done = await Promise.all(
      [one, two].flatMap(({ facts }) => [facts.worker.workOnce(), facts.worker.workOnce()]),
    );
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(210);
    expect((await one.facts.list('ann', { current: true })).facts).toHaveLength(1);
    expect((await one.facts.status(null)).pending).toBe(0);
  });
});
