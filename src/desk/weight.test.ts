import { expect, test } from 'vitest';
import { isHeavy } from './weight.ts';

test.each([
  ['characters', 'x'.repeat(70), 100],
  ['lines', 'x\n'.repeat(10), 350],
  ['fields', { a: ['', { b: '' }], c: '' }, 90],
  ['what is deep inside', [[[{ text: 'x'.repeat(70) }]]], 100],
])('%s count, up to the limit', (_what, value, weight) => {
  expect(isHeavy(value, weight)).toBe(false);
  expect(isHeavy(value, weight - 1)).toBe(true);
});

test('what is no text weighs nothing', () => {
  expect(isHeavy([null, undefined, 12, true, new Date(), { spans: [{ start: 1, end: 2 }] }], 0)).toBe(false);
});
