import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Conversation, checkDistinct, readConversation } from './conversations.ts';

const folder = mkdtempSync(join(tmpdir(), 'interviewly-conversations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const message = (id: string) => ({ id, role: 'user', text: `I am ${id}.` });
const question = (evidence: string[], more = {}) => ({ id: 'q1', question: 'Who?', evidence, ...more });

function read(content: { messages: object[]; questions: object[] }, before = ''): Promise<Conversation> {
  const file = join(folder, 'one.json');
  writeFileSync(file, `${before}${JSON.stringify({ id: 'one', ...content })}`);
  return readConversation(file);
}

test('a file is read with what it may leave out, and with the mark of its encoding', async () => {
  const content = {
    messages: [message('a')],
    questions: [question(['a']), question([], { category: 3 }), question([], { category: null })],
  };
  const { source, questions } = await read(content, '\uFEFF');
  expect(source).toBe('unknown');
  expect(questions.map(({ category }) => category)).toEqual(['', '3', '']);
});

test('evidence that is no message, and two messages of one id, are told rather than counted', async () => {
  await expect(read({ messages: [message('a')], questions: [question(['a', 'b'])] })).rejects.toMatchObject({
    detail: expect.stringContaining('"b", which is no message here'),
  });
  await expect(read({ messages: [message('a'), message('a')], questions: [] })).rejects.toMatchObject({
    detail: expect.stringContaining('two messages have the id "a"'),
  });
});

test('two files of one id are no two memories', () => {
  const one = { id: 'x', user: 'u', source: '', messages: [], questions: [] };
  expect(() =>
    checkDistinct([
      { ...one, file: 'a.json' },
      { ...one, file: 'b.json' },
    ]),
  ).toThrow(expect.objectContaining({ detail: expect.stringContaining('is the id of a.json too') }));
});
