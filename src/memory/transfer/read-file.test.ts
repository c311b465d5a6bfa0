import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parseInstant } from './parse-message.ts';
import { checkFile } from './read-file.ts';
import { linesOf } from './text-lines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'interviewly-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function check(name: string, content: string | Uint8Array) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const checked = await checkFile(file);
  return { ...checked, problems: checked.problems.map(({ line, problem }) => `${line ?? '-'}: ${problem}`) };
}

const message = { id: '1', role: 'user', text: 'hello' };

describe('what a file is', () => {
  test('a conversation on many lines or on one', async () => {
    const whole = { id: 'ada', messages: [message] };
    for (const content of [
      JSON.stringify(whole, null, 2),
      JSON.stringify(whole),
      `\ufeff${JSON.stringify(whole)}`,
    ]) {
      expect(await check('a.json', content)).toMatchObject({
        user: 'ada',
        fileId: 'ada',
        messages: 1,
        problems: [],
      });
    }
  });

  test('JSON lines without a header belong to nobody yet, whatever their line ends', async () => {
    const content = `${JSON.stringify(message)}\r\n\r\n${JSON.stringify({ ...message, id: '2' })}`;
    expect(await check('chat.jsonl', content)).toMatchObject({
      user: undefined,
      fileId: 'chat',
      messages: 2,
      problems: [],
    });
  });

  test('an export of another version is refused', async () => {
    const { problems } = await check(
      'v9.ndjson',
      '{"type":"interviewly_export","version":9,"user_id":"a"}\n',
    );
    expect(problems).toEqual(['1: is an export of version 9, and this program reads version 1']);
  });

  test('an export keeps roles and empty texts that older programs wrote; a file made by hand may not have them', async () => {
    const odd = '{"type":"message","message_id":"a","role":"system","text":""}\n';
    const header = '{"type":"interviewly_export","version":1,"user_id":"a"}\n';
    expect((await check('odd.ndjson', header + odd)).problems).toEqual([]);
    expect((await check('odd.jsonl', odd)).problems).toEqual(['1: role has to be user or assistant']);
  });
});

describe('problems name their line', () => {
  test.each([
    ['no JSON', '[1,\n2,\n', '2: is not valid JSON (it ends too early)'],
    ['another shape', '{\n"a": 1}', '-: has to be an object with a list of messages, or JSON lines'],
    [
      'a message that is none',
      '{"messages":[\n1]}',
      '2: messages[0]: is not a message: an object was expected',
    ],
  ])('%s', async (_, content, problem) => {
    expect((await check('wrong.json', content)).problems).toEqual([problem]);
  });

  test('bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${JSON.stringify(message)}\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]);
    expect((await check('latin.jsonl', bytes)).problems).toEqual(['2: is not UTF-8 text']);
    const whole = Buffer.from(
      JSON.stringify({ messages: [{ role: 'user', text: 'café' }] }, null, 1),
      'latin1',
    );
    expect((await check('latin.json', whole)).problems).toEqual(['-: is not UTF-8 text']);
  });

  test('what the API would not take, or could not be read back', async () => {
    const lines = [
      { ...message, text: 'a'.repeat(100_001) },
      { ...message, created_at: '9999-12-31T23:59:59-12:00' },
      { ...message, created_at: '0000-01-01' },
    ].map((record) => JSON.stringify(record));
    const deep = `{"role":"user","text":"a","metadata":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
    const wrongTime = 'created_at has to be a time as ISO 8601, such as 2024-05-01T09:30:00Z';
    expect((await check('far.jsonl', [...lines, deep].join('\n'))).problems).toEqual([
      '1: text is longer than 100,000 characters',
      `2: ${wrongTime}`,
      `3: ${wrongTime}`,
      '4: metadata is nested too deeply',
    ]);
  });
});

describe('times', () => {
  test.each([
    ['2024-03-15T00:01:00', '2024-03-15T00:01:00.000Z'],
    ['2024-03-15 00:01:00.123456', '2024-03-15T00:01:00.123Z'],
    ['2024-03-15T00:01:00+02:00', '2024-03-14T22:01:00.000Z'],
    ['2024-03-15T00:01:00Z', '2024-03-15T00:01:00.000Z'],
    ['2024-03-15', '2024-03-15T00:00:00.000Z'],
  ])('%s is %s, whatever the zone of this machine', (text, iso) => {
    expect(parseInstant(text)?.toISOString()).toBe(iso);
  });

  test.each(['2024-02-31', 'yesterday', '15.03.2024', '2024-13-01', ''])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

test('lines come out the same however the bytes were cut', async () => {
  const line = fc
    .string({ unit: 'grapheme' })
    .filter((text) => !/[\n\r]/.test(text) && !text.startsWith('\ufeff'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      async (lines, size) => {
        const bytes = Buffer.from(`${lines.join('\n')}\n`);
        async function* chunks() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        }
        const read = await Array.fromAsync(linesOf(chunks()));
        expect(read.map(({ text }) => text)).toEqual(lines);
      },
    ),
  );
});
