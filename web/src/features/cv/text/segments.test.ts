import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from './segments.ts';

const mark = (key: string, ...places: [number, number][]) => ({
  key,
  tone: 'field',
  spans: places.map(([start, end]) => ({ start, end })),
});
const shown = (text: string, marks: ReturnType<typeof mark>[]) =>
  linesOf(text, marks).map(({ segments }) =>
    segments.map(({ text, marks }) => (marks.length > 0 ? `[${marks.map((m) => m.key)}:${text}]` : text)),
  );

describe('linesOf', () => {
  test('marks what it is told to, line by line', () => {
    expect(shown('Ana Ruiz\nMadrid', [mark('name', [0, 8]), mark('city', [9, 15])])).toEqual([
      ['[name:Ana Ruiz]'],
      ['[city:Madrid]'],
    ]);
  });
  test('a mark over two lines is on both', () => {
    expect(shown('a long\nbullet.', [mark('b', [2, 13])])).toEqual([
      ['a ', '[b:long]'],
      ['[b:bullet]', '.'],
    ]);
  });
  test('of marks that overlap the shortest comes first', () => {
    expect(shown('ran Kafka well', [mark('line', [0, 14]), mark('kafka', [4, 9])])).toEqual([
      ['[line:ran ]', '[kafka,line:Kafka]', '[line: well]'],
    ]);
  });
  test('places outside the text, empty or turned around, are left out', () => {
    expect(shown('abc', [mark('x', [5, 9], [2, 2], [3, 1]), mark('y', [2, 9], [-4, 1])])).toEqual([
      ['[y:a]', 'b', '[y:c]'],
    ]);
  });
  test('no character is lost, whatever is marked', () => {
    const place = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n'), maxLength: 50 }),
        fc.array(place),
        (text, places) => {
          const marks = places.map((one, i) => mark(String(i), one));
          const lines = linesOf(text, marks);
          expect(lines.map(({ segments }) => segments.map((s) => s.text).join('')).join('\n')).toBe(text);
          for (const { start, text: part, marks: under } of lines.flatMap(({ segments }) => segments)) {
            expect(text.startsWith(part, start)).toBe(true);
            const over = marks.filter(
              ({ spans: [span] }) => span!.start < start + part.length && span!.end > start,
            );
            expect(new Set(under)).toEqual(
              new Set(over.filter(({ spans: [span] }) => span!.end > span!.start)),
            );
          }
        },
      ),
    );
  });
});
