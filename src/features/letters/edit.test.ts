import { expect, test } from 'vitest';
import { reanchored, withoutWritten } from './edit.ts';

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

test('what an engine wrote is not questioned again, and what was changed in it is', () => {
  const written = ['Dear Epic hiring team,\n\nI work as a nurse. My CV is enclosed.\nKind regards'];
  const left = (text: string) => withoutWritten(text, written).trim().replaceAll(/\s+/g, ' ');
  expect(left(written[0]!)).toBe('');
  expect(left('Dear Epic hiring team,\n\nI work as an astronaut. My CV is enclosed.')).toBe(
    'I work as an astronaut.',
  );
  const text = 'I flew to Mars.';
  expect(withoutWritten(text, written)).toBe(text);
});
