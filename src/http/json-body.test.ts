import { describe, expect, test } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { maxDepth, parseJsonBody } from './json-body.ts';

function refusal(bytes: Uint8Array | string): AppError {
  try {
    parseJsonBody(Buffer.from(bytes));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const fieldsOf = (bytes: Uint8Array | string) => refusal(bytes).fields?.map(({ field }) => field);

describe('parseJsonBody', () => {
  test('parses JSON, a byte order mark before it and nothing at all', () => {
    expect(parseJsonBody(Buffer.from('{"a":["ü😀",1,null,true]}'))).toEqual({ a: ['ü😀', 1, null, true] });
    expect(parseJsonBody(Buffer.from('\uFEFF[1]'))).toEqual([1]);
    expect(parseJsonBody(Buffer.alloc(0))).toBeUndefined();
  });

  test('names the field whose bytes are not UTF-8', () => {
    expect(fieldsOf(Buffer.from('{"messages":[{"text":"fine"},{"text":"caf\xe9"}]}', 'latin1'))).toEqual([
      'messages[1].text',
    ]);
    expect(fieldsOf(Buffer.from('{"caf\xe9":1}', 'latin1'))).toEqual(['["caf�"]']);
    expect(fieldsOf(Buffer.from([0xff, 0xfe, 0x7b, 0x00]))).toEqual(['body']);
  });

  test('names fields with NUL characters, lone surrogates and __proto__', () => {
    expect(fieldsOf('{"a":{"b c":["x\\u0000"]}}')).toEqual(['a["b c"][0]']);
    expect(fieldsOf('{"a":"\\ud83d"}')).toEqual(['a']);
    expect(fieldsOf('{"k\\u0000":1}')).toEqual(['["k\\u0000"]']);
    expect(fieldsOf('{"a":{"__proto__":{"admin":true}}}')).toEqual(['a.__proto__']);
    expect(parseJsonBody(Buffer.from('{"a":"\\ud83d\\ude00 \\\\u0000"}'))).toEqual({ a: '😀 \\u0000' });
  });

  test('refuses what is no JSON without quoting it', () => {
    const error = refusal('{"text": "my secret words", oops}');
    expect(error).toMatchObject({ code: 'invalid_json', status: 400, fields: [{ field: 'body' }] });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  test('takes honest depth and refuses millions of levels at once', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(() => parseJsonBody(Buffer.from(nested(maxDepth)))).not.toThrow();
    expect(fieldsOf(nested(maxDepth + 1))).toEqual(['body']);
    const start = performance.now();
    expect(fieldsOf('[{"a":'.repeat(2_000_000))).toEqual(['body']);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(parseJsonBody(Buffer.from(`["${'[{\\"'.repeat(1_000)}"]`))).toHaveLength(1);
  });

  test('lists some of many problems', () => {
    expect(refusal(JSON.stringify(Array(1_000).fill('\0'))).fields).toHaveLength(20);
  });
});
