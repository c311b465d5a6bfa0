import { afterEach, expect, test } from 'vitest';
import { createMemory, type Memory, type NewMessage } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine } from './fake-embedding.ts';
import { onEveryDatabase, silent } from './stores.ts';

const now = new Date('2026-11-23T18:00:00Z');
const DAY = 86_400_000;
const topics = [
  'I asked for help with my cover letter for the nurse position',
  'We discussed how to answer the weakness question',
  'I practised the STAR method for what I say',
  'I looked at job postings in Leeds',
  'My references are ready',
  'I updated my LinkedIn headline',
  'I worry about the gap in my CV',
];
/** A message a day for two years up to now. */
const diary = Array.from(
  { length: 730 },
  (_, i): NewMessage => ({
    message_id: `d${i}`,
    role: i % 2 ? 'assistant' : 'user',
    created_at: new Date(now.getTime() - (730 - i) * DAY),
    conversation_id: `s${Math.floor(i / 3)}`,
    text: `${topics[i % topics.length]}, part ${i}.`,
  }),
);

onEveryDatabase('times that a question names', (kind) => {
  const opened: Store[] = [];
  let memory: Memory;
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  async function open(messages: NewMessage[] = diary): Promise<void> {
    const store = await kind.open();
    opened.push(store);
    await store.prepare();
    memory = createMemory({ store, embedding: new WordEngine(), logger: silent, clock: { now: () => now } });
    await memory.remember('ada', messages);
    await memory.queue.drain();
  }
  const days = async (query: string, filters = {}) =>
    (await memory.recall('ada', { query, filters })).results.map(({ created_at }) => created_at.slice(0, 10));

  test('what was said then is found by the time alone, and by nothing outside of it', async () => {
    await open();
    // Asked for the first time of a cold process, and again of one that holds what it needs.
    for (let round = 0; round < 2; round++) {
      const found = await days('What did we talk about last week?');
      expect(found.toSorted()).toEqual(
        ['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`),
      );
      expect(await days('What did I tell you yesterday?')).toEqual(['2026-11-22']);
      const march = await days('What happened in March?');
      expect(march).toHaveLength(10);
      for (const day of march) expect(day).toMatch(/^2026-03/);
    }
    expect(await days('What did I say in March?', { role: 'assistant' })).toHaveLength(10);
    // Nothing was said then: the search goes on as if no time were named.
    expect(await days('What did we talk about in March 2019?')).toHaveLength(10);
  });

  test('where something else is asked for too, what was said of it then comes first', async () => {
    await open();
    for (const [question, text] of [
      ['What did I say about my references last week?', /^My references/],
      ['Did I look at job postings in Leeds in August?', /^I looked at job/],
    ] as const) {
      const { results } = await memory.recall('ada', { query: question });
      expect(results[0]!.text).toMatch(text);
      expect(results[0]!.created_at).toMatch(/^2026-(11-(1[6-9]|2[0-2])|08)/);
    }
  });

  test('days begin where the asker is', async () => {
    await open(
      [21, 22, 23].flatMap((day) =>
        [0, 1].map((hour): NewMessage => {
          const created_at = new Date(Date.UTC(2026, 10, day, hour, 30));
          return { message_id: `${day}-${hour}`, role: 'user', text: `Note ${day} ${hour}.`, created_at };
        }),
      ),
    );
    const query = 'What did I tell you yesterday?';
    const ids = async (utc_offset?: number) =>
      (await memory.recall('ada', { query, utc_offset })).results.map(({ message_id }) => message_id).sort();
    expect(await ids()).toEqual(['22-0', '22-1']);
    expect(await ids(-60)).toEqual(['22-1', '23-0']);
    const { context } = await memory.context('ada', { query, utc_offset: -480 });
    expect(context).toContain('2026-11-22, They said:\n> Note 23 1.');
  });

  test('what was said then is told to the agent', async () => {
    await open();
    const { sources } = await memory.context('ada', { query: 'What did we talk about last week?' });
    expect(sources.length).toBeGreaterThan(4);
  });

  test('replies of nothing but what was recalled take no places of what was said then', async () => {
    const talks = Array.from({ length: 70 }, (_, i): NewMessage[] => {
      const at = Date.UTC(2026, 10, 16 + Math.floor(i / 10), 8, i % 10);
      const said = { conversation_id: `c${Math.floor(i / 10)}`, message_id: `u${i}` };
      const metadata = { engine: 'offline', reply_to: said.message_id };
      return [
        { ...said, role: 'user', text: `Thing number${i}, topic${i}.`, created_at: new Date(at) },
        {
          ...said,
          role: 'assistant',
          message_id: `a${i}`,
          text: 'So.',
          created_at: new Date(at + 1),
          metadata,
        },
      ];
    }).flat();
    await open(talks);
    for (let round = 0; round < 2; round++) {
      const { results } = await memory.recall('ada', { query: 'What did we talk about last week?', k: 100 });
      expect(results.map(({ role }) => role)).toEqual(Array.from({ length: 70 }, () => 'user'));
    }
  });

  test('what was said then once is found beside what was said hundreds of times', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 17, 8, minute));
    const said = Array.from({ length: 400 }, (_, i) =>
      i % 150 === 77 ? `Thing number${i}, topic${i}.` : 'Ok, thanks.',
    );
    await open(said.map((text, i) => ({ role: 'user', text, created_at: at(i) })));
    for (let round = 0; round < 2; round++) {
      const { results } = await memory.recall('ada', { query: 'What did we talk about last week?' });
      expect(results.map(({ text }) => text).toSorted()).toEqual([
        ...Array.from({ length: 3 }, () => 'Ok, thanks.'),
        ...[227, 377, 77].map((i) => `Thing number${i}, topic${i}.`),
      ]);
    }
  });

  test('as much of a time is found as is asked for', async () => {
    await open();
    const { results } = await memory.recall('ada', { query: 'What happened in 2026?', k: 90 });
    expect(results).toHaveLength(90);
  });

  test('what was said then in the same words as later is found', async () => {
    const run = 'Went for a run in the park.';
    await open(diary.map((one, i) => (i % 10 ? one : { ...one, role: 'user', text: run })));
    const { results } = await memory.recall('ada', { query: 'Did I go for a run in the park in March?' });
    expect(results[0]).toMatchObject({ text: run, created_at: expect.stringMatching(/^2026-03/) });
  });
});
