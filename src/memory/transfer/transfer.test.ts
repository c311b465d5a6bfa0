import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../kernel/clock.ts';
import { derivedUuid } from '../../kernel/ids.ts';
import { createLogger } from '../../kernel/logger.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createMemory, type Memory, type MemoryMessage } from '../index.ts';
import { checkFile, exportLines, importFile } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'interviewly-transfer-'));
const logger = createLogger({ level: 'silent' });
const opened: Store[] = [];
let count = 0;
let parts: { store: Store; memory: Memory };

afterAll(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

async function database(): Promise<typeof parts> {
  const store = openStore({ kind: 'sqlite', path: path.join(folder, `${count++}.db`) }, { logger });
  opened.push(store);
  await store.prepare();
  const embedding = {
    name: 'none',
    dimensions: 8,
    maxBatch: 8,
    embed: async () => [],
    close: async () => {},
  };
  return { store, memory: createMemory({ store, embedding, logger, clock: systemClock }) };
}

beforeEach(async () => {
  parts = await database();
});

type Said = [id: string, conversation: string, text: string, created_at?: string];

function conversationFile(id: string, messages: Said[]): string {
  const file = path.join(folder, `${id}-${count++}.json`);
  const list = messages.map(([id, conversation, text, created_at = '2024-03-15T00:01:00']) => ({
    id,
    conversation,
    role: 'user',
    text,
    created_at,
  }));
  writeFileSync(file, JSON.stringify({ id, messages: list }));
  return file;
}

async function take(file: string, user: string, into = parts) {
  const checked = await checkFile(file);
  expect(checked.problems).toEqual([]);
  const { created, known } = await importFile(into, checked, { user });
  return { created, known };
}

async function all(user: string, { memory } = parts): Promise<MemoryMessage[]> {
  return Array.fromAsync(memory.exportMessages(user));
}

async function exported(user: string, from = parts): Promise<string> {
  const file = path.join(folder, `export-${count++}.ndjson`);
  writeFileSync(file, (await Array.fromAsync(exportLines(from.memory, user))).join(''));
  return file;
}

describe('files that count from zero', () => {
  const one = () =>
    conversationFile('one', [
      ['0', 's1', 'I work at Acme.'],
      ['1', 's1', 'I like it.'],
    ]);
  const two = () =>
    conversationFile('two', [
      ['0', 's1', 'I left Acme.'],
      ['1', 's1', 'I like it.'],
    ]);

  test('of one user are neither lost nor merged, whatever ids and texts they share', async () => {
    expect(await take(one(), 'ada')).toEqual({ created: 2, known: 0 });
    expect(await take(two(), 'ada')).toEqual({ created: 2, known: 0 });
    const messages = await all('ada');
    expect(messages.map(({ text }) => text).sort()).toEqual([
      'I left Acme.',
      'I like it.',
      'I like it.',
      'I work at Acme.',
    ]);
    const bySource = Object.groupBy(messages, ({ metadata }) => String(metadata?.source));
    expect(bySource.one!.map(({ conversation_id }) => conversation_id)).toEqual(['s1', 's1']);
    expect(new Set(bySource.two!.map(({ conversation_id }) => conversation_id))).toEqual(
      new Set([derivedUuid('two', 's1')]),
    );
    expect(bySource.one!.map(({ message_id }) => message_id).sort()).toEqual(['0', '1']);
    expect(bySource.two!.map(({ message_id }) => message_id).sort()).toEqual(
      [derivedUuid('two', '0'), derivedUuid('two', '1')].sort(),
    );
  });

  test('come again in any order and change nothing', async () => {
    await take(one(), 'ada');
    await take(two(), 'ada');
    const before = await all('ada');
    expect(await take(two(), 'ada')).toEqual({ created: 0, known: 2 });
    expect(await take(one(), 'ada')).toEqual({ created: 0, known: 2 });
    expect(await all('ada')).toEqual(before);
  });

  test('go on where an import was stopped', async () => {
    await take(one(), 'ada');
    await take(conversationFile('two', [['0', 's1', 'I left Acme.']]), 'ada');
    expect(await take(two(), 'ada')).toEqual({ created: 1, known: 1 });
    const ofTwo = (await all('ada')).filter(({ metadata }) => metadata?.source === 'two');
    expect(new Set(ofTwo.map(({ conversation_id }) => conversation_id)).size).toBe(1);
  });

  test('of two users keep their ids', async () => {
    await take(one(), 'ada');
    await take(two(), 'bob');
    expect(
      (await all('bob')).map(({ message_id, conversation_id }) => [message_id, conversation_id]),
    ).toEqual(
      expect.arrayContaining([
        ['0', 's1'],
        ['1', 's1'],
      ]),
    );
  });
});

describe('one file', () => {
  test('that uses an id twice loses nothing', async () => {
    const said: Said[] = [
      ['0', 's1', 'first'],
      ['0', 's1', 'second'],
      ['0', 's1', 'third'],
      ['0', 's1', 'third', '2024-05-05'],
    ];
    const file = conversationFile('one', said);
    expect(await take(file, 'ada')).toEqual({ created: 4, known: 0 });
    expect(await take(file, 'ada')).toEqual({ created: 0, known: 4 });
  });

  test('with ids too long for the column, and none at all', async () => {
    const long = 'x'.repeat(40);
    const file = conversationFile('one', [
      [long, long, 'long'],
      ['', '', 'none'],
    ]);
    await take(file, 'ada');
    expect(await take(file, 'ada')).toEqual({ created: 0, known: 2 });
    const messages = await all('ada');
    expect(messages.find(({ text }) => text === 'long')).toMatchObject({
      message_id: derivedUuid('one', long),
      conversation_id: derivedUuid('one', long),
    });
    expect(messages.find(({ text }) => text === 'none')?.conversation_id).toBeNull();
  });

  test('of thousands of messages, in several batches', async () => {
    const said = Array.from({ length: 2_500 }, (_, i): Said => [String(i), `s${i % 7}`, `message ${i}`]);
    const file = conversationFile('many', said);
    expect(await take(file, 'ada')).toEqual({ created: 2_500, known: 0 });
    expect(await take(file, 'ada')).toEqual({ created: 0, known: 2_500 });
    expect(new Set((await all('ada')).map(({ conversation_id }) => conversation_id)).size).toBe(7);
  });
});

describe('an export', () => {
  const strange = 'line\u2028separator\n"quoted" \\ 👩‍💻 tab\t end';

  beforeEach(async () => {
    await parts.memory.remember('ada', [
      {
        text: strange,
        role: 'user',
        message_id: 'm1',
        conversation_id: 'c1',
        context_type: 'interview',
        metadata: { a: [1, { b: null }] },
        created_at: new Date('2024-01-02T03:04:05.678Z'),
      },
      {
        text: 'answer',
        role: 'assistant',
        message_id: 'm2',
        conversation_id: 'c1',
        created_at: new Date('2024-01-02T03:04:06Z'),
      },
      { text: 'alone', role: 'user', message_id: 'm3' },
    ]);
  });

  test('comes back whole elsewhere: texts, times, types, metadata and ids', async () => {
    const elsewhere = await database();
    const file = await exported('ada');
    expect(await take(file, 'ada', elsewhere)).toEqual({ created: 3, known: 0 });
    expect(await all('ada', elsewhere)).toEqual(await all('ada'));
    expect(await take(file, 'ada', elsewhere)).toEqual({ created: 0, known: 3 });
  });

  test('goes back to its user without a trace', async () => {
    const before = await all('ada');
    expect(await take(await exported('ada'), 'ada')).toEqual({ created: 0, known: 3 });
    await parts.memory.forgetMessage('ada', 'm2');
    expect(await take(await exported('ada'), 'ada')).toEqual({ created: 0, known: 2 });
    expect(before).toHaveLength(3);
  });

  test('restores what was forgotten, into the same conversation', async () => {
    const file = await exported('ada');
    const before = await all('ada');
    await parts.memory.forgetMessage('ada', 'm2');
    expect(await take(file, 'ada')).toEqual({ created: 1, known: 2 });
    expect(await all('ada')).toEqual(before);
  });

  test('given to another user stays apart from what they said under the same ids', async () => {
    await parts.memory.remember('bob', [
      { text: 'mine', role: 'user', message_id: 'm1', conversation_id: 'c1' },
    ]);
    const file = await exported('ada');
    expect(await take(file, 'bob')).toEqual({ created: 3, known: 0 });
    expect(await take(file, 'bob')).toEqual({ created: 0, known: 3 });
    const mine = (await all('bob')).filter(({ conversation_id }) => conversation_id === 'c1');
    expect(mine.map(({ text }) => text)).toEqual(['mine']);
  });
});
