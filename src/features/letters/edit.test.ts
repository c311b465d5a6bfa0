import { expect, test } from 'vitest';
import { reanchored } from './edit.ts';

const sources = [
  { kind: 'cv' as const, quote: 'Kept electronic health records in Epic', pointer: '/work/0/highlights/0' },
];
const claim = 'You ask for “Epic”. My CV has it: “Kept electronic health records in Epic”.';
const evidence = [
  { claim, span: { start: 0, end: claim.length }, sources },
  { claim: 'Maria', span: { start: 90, end: 95 }, sources: [{ kind: 'cv' as const, quote: 'Maria' }] },
];

test('what still stands is found again, white space and marks aside', () => {
  const text = `Hello,\n\nyou ask for "Epic". My CV has it:\n"Kept electronic health records in Epic".`;
  const [one, ...more] = reanchored(evidence, text);
  expect(more).toEqual([]);
  expect(one!.span.start).toBe(8);
  expect(text.slice(one!.span.start, one!.span.end)).toBe(one!.claim);
});

test('of a reworded claim the quotation is kept, and nothing where that is gone too', () => {
  const text = 'At work I kept electronic health records in Epic every day.';
  expect(reanchored(evidence, text)).toEqual([
    { claim: 'kept electronic health records in Epic', span: { start: 10, end: 48 }, sources },
  ]);
  expect(reanchored(evidence, 'I like bread.')).toEqual([]);
});
