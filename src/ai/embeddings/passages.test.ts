import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitPassages, spread } from './passages.ts';

it('keeps a short text whole', () => {
  expect(splitPassages('  How do I ask for a raise?\n', 360)).toEqual(['How do I ask for a raise?']);
});

it('cuts at lines, then sentences, then words', () => {
  expect(splitPassages(`${'a'.repeat(30)}. b\n${'c'.repeat(30)}`, 50)).toEqual([
    `${'a'.repeat(30)}. b`,
    'c'.repeat(30),
  ]);
  expect(splitPassages(`${'a'.repeat(30)}. b ${'c'.repeat(30)}`, 50)).toEqual([
    `${'a'.repeat(30)}.`,
    `b ${'c'.repeat(30)}`,
  ]);
  expect(splitPassages(`${'a'.repeat(30)} ${'c'.repeat(30)}`, 50)).toEqual(['a'.repeat(30), 'c'.repeat(30)]);
});

it('loses nothing but space, keeps characters whole, and respects the limit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 10, max: 50 }),
      (text, max) => {
        const passages = splitPassages(text, max);
        const bare = (value: string) => value.replaceAll(/\s/g, '');
        expect(bare(passages.join(''))).toBe(bare(text));
        for (const passage of passages) {
          expect(passage.length).toBeLessThanOrEqual(max);
          expect(passage.isWellFormed()).toBe(true);
          expect(passage.trim()).not.toBe('');
        }
      },
    ),
  );
});

it('spreads what is read over the whole', () => {
  expect(spread([1, 2, 3], 5)).toEqual([1, 2, 3]);
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([0, 4, 8]);
  expect(spread([0, 1, 2], 1)).toEqual([0]);
});
