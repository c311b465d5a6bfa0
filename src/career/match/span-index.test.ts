import { expect, test } from 'vitest';
import { SpanIndex } from './span-index.ts';

test('finds what was added first of all that hold a place, near and far', () => {
  const index = new SpanIndex<string>();
  index.add({ start: 250, end: 900 }, 'long');
  index.add({ start: 255, end: 257 }, 'across a border');
  expect(index.holding({ start: 256, end: 257 })).toBe('long');
  expect(index.holding({ start: 256, end: 257 }, (value) => value !== 'long')).toBe('across a border');
  expect(index.holding({ start: 899, end: 900 })).toBe('long');
  expect(index.holding({ start: 899, end: 901 })).toBeUndefined();
  expect(index.holding({ start: 249, end: 251 })).toBeUndefined();
});

test('tells whether anything overlaps', () => {
  const index = new SpanIndex<null>();
  index.add({ start: 512, end: 520 }, null);
  expect(index.overlaps({ start: 500, end: 513 })).toBe(true);
  expect(index.overlaps({ start: 0, end: 2_000 })).toBe(true);
  expect(index.overlaps({ start: 500, end: 512 })).toBe(false);
  expect(index.overlaps({ start: 520, end: 530 })).toBe(false);
});
