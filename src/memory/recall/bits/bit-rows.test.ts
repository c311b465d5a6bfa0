import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import wabt from 'wabt';
import { BitRows } from './bit-rows.ts';
import { hammingModule } from './hamming.ts';

test('the bytes are what the source assembles to', async () => {
  const source = readFileSync(new URL('hamming.wat', import.meta.url), 'utf8');
  const { buffer } = (await wabt()).parseWat('hamming.wat', source).toBinary({});
  expect(Buffer.from(buffer).toString('base64')).toBe(hammingModule);
});

const hamming = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, byte, i) => sum + (byte ^ b[i]!).toString(2).replaceAll('0', '').length, 0);

test('finds what counting bit by bit finds, the newest of equals', () => {
  const bytes = 16;
  const row = fc.uint8Array({ minLength: bytes, maxLength: bytes });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 60 }),
      row,
      fc.integer({ min: 1, max: 70 }),
      (rows, query, limit) => {
        // Room for one: the memory has to grow.
        const bits = new BitRows(bytes * 8, 1);
        rows.forEach((bytesOf, i) => {
          bits.add(i + 10, bytesOf);
        });
        const permits = ({ seq }: { seq: number }) => seq % 3 !== 0;
        const expected = rows
          .map((bytesOf, i) => ({ seq: i + 10, distance: hamming(bytesOf, query) }))
          .filter(permits)
          .sort((a, b) => a.distance - b.distance || b.seq - a.seq)
          .slice(0, limit)
          .map(({ seq }) => seq);
        expect(bits.nearest(query, limit, permits).sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 300 },
  );
});

test('a row that is there already is not there twice', () => {
  const bits = new BitRows(64, 4);
  const row = new Uint8Array(8).fill(255);
  for (let i = 0; i < 3; i++) bits.add(7, row);
  expect(bits.size).toBe(1);
  expect(bits.nearest(row, 5, () => true)).toEqual([7]);
});
