import { describe, expect, test } from 'vitest';
import { excerpt, markedPieces, wordStarts } from './words.ts';

const marked = (text: string, query: string) =>
  markedPieces(text, wordStarts(query))
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('what is marked', () => {
  test.each([
    ['How do I negotiate salary?', 'Negotiating a salary takes nerve.', ['Negotiating', 'salary']],
    ['the offers', 'The offer was 52,000; an offering.', ['offer', 'offering']],
    ['52,000', 'They said 52,000 a year.', ['52,000']],
    ['C++ jobs', 'I write C++ and C.', ['C++']],
    ['what did I do', 'I did it.', []],
    ['Zürich', 'zürich is far', ['zürich']],
  ])('%s', (query, text, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });

  test('the pieces put together are the text', () => {
    const text = 'An offer, and an offering (again).';
    const pieces = markedPieces(text, wordStarts('offer'));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

test('an excerpt shows the first mark of a long text', () => {
  const text = `${'word '.repeat(300)}the raise of ten per cent ${'word '.repeat(300)}`;
  const shown = excerpt(text, wordStarts('raise'));
  expect(shown).toContain('raise of ten per cent');
  expect(shown.length).toBeLessThan(440);
  expect(excerpt('short', [])).toBe('short');
});
