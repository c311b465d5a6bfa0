import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Piece } from './piece.ts';

describe('Piece', () => {
  test('knows where each of its parts stands, across lines', () => {
    const source = 'Led a team\n  of six';
    const joined = Piece.join([Piece.at('Led a team', 0), Piece.at('of six', 13)]);
    expect(joined.value).toBe('Led a team of six');
    expect(joined.spans.map(({ start, end }) => source.slice(start, end))).toEqual(['Led a team', 'of six']);
    expect(joined.slice(4).spans).toEqual([
      { start: 4, end: 10 },
      { start: 13, end: 19 },
    ]);
  });

  test.each([
    [' | Acme, ', 'Acme'],
    ['(Remote)', 'Remote'],
    ['AWS (EKS)', 'AWS (EKS)'],
    ['– Acme)', 'Acme'],
    ['Acme Inc.', 'Acme Inc.'],
  ])('%j is tidied to %j', (text, tidy) => {
    expect(Piece.at(text, 0).tidy().text).toBe(tidy);
  });

  test('spans always cover exactly the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, from, length) => {
        const piece = Piece.at(text, 0).slice(from, from + length);
        const told = piece.spans.map(({ start, end }) => text.slice(start, end)).join('');
        expect(told.replace(/\s+/g, '')).toBe(piece.text.replace(/\s+/g, ''));
      }),
    );
  });
});
