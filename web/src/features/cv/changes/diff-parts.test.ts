import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffParts } from './diff-parts.ts';

const shown = (before: string, after: string) =>
  diffParts(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind])
    .join('');

describe('diffParts', () => {
  test('words that go together go as one', () => {
    expect(shown('Was responsible for the planner', 'Built the planner')).toBe(
      '[-Was responsible for ][+Built ]the planner',
    );
  });
  test('what stays stays', () => {
    expect(shown('Ran it.', 'Ran it')).toBe('Ran it[-.]');
    expect(shown('', 'New')).toBe('[+New]');
    expect(shown('Same', 'Same')).toBe('Same');
  });
  test('both texts are whole in it, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', 'ß'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffParts(before, after);
        const without = (kind: string) =>
          parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
