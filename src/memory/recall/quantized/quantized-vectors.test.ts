import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import wabt from 'wabt';
import { signBits } from '../../../store/index.ts';
import { kernelsModule } from './kernels.ts';
import { type Kept, QuantizedVectors } from './quantized-vectors.ts';

test('the bytes are what the source assembles to', async () => {
  const source = readFileSync(new URL('kernels.wat', import.meta.url), 'utf8');
  const { buffer } = (await wabt()).parseWat('kernels.wat', source).toBinary({});
  expect(Buffer.from(buffer).toString('base64')).toBe(kernelsModule);
});

const hamming = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, byte, i) => sum + (byte ^ b[i]!).toString(2).replaceAll('0', '').length, 0);

const dimensions = 128;
const vector = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: dimensions, maxLength: dimensions })
  .map((values) => Float32Array.from(values, (value) => value / (Math.hypot(...values) || 1)));
const everySecond = ({ seq }: { seq: number }) => seq % 3 !== 0;

function filled(vectors: Float32Array[], kept: Kept): QuantizedVectors {
  // Room for one was asked for: more are made as they come.
  const rows = new QuantizedVectors(dimensions, 1, kept);
  vectors.forEach((one, i) => {
    if (kept === 'steps') rows.add(i + 10, one);
    else rows.addBits(i + 10, signBits(one));
  });
  return rows;
}

test('by bits, finds what counting bit by bit finds, the newest of equals', () => {
  fc.assert(
    fc.property(
      fc.array(vector, { maxLength: 60 }),
      vector,
      fc.integer({ min: 1, max: 70 }),
      (vectors, query, candidates) => {
        const expected = vectors
          .map((one, i) => ({ seq: i + 10, distance: hamming(signBits(one), signBits(query)) }))
          .filter(everySecond)
          .sort((a, b) => a.distance - b.distance || b.seq - a.seq)
          .slice(0, candidates)
          .map(({ seq }) => seq);
        const found = filled(vectors, 'bits').nearest(query, { candidates, limit: 1 }, everySecond).seqs;
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 200 },
  );
});

test('by steps, finds those that are nearest by the cosines it tells, and those as near as the last', () => {
  fc.assert(
    fc.property(fc.array(vector, { minLength: 1, maxLength: 60 }), vector, (vectors, query) => {
      const limit = 5;
      const rows = filled(vectors, 'steps');
      const all = rows.cosines(
        query,
        vectors.map((_, i) => i + 10),
      )!;
      const last = [...all.values()].sort((a, b) => b - a)[Math.min(limit, vectors.length) - 1]!;
      const nearest = [...all].filter(([, cosine]) => cosine >= last);
      const { seqs, cosines } = rows.nearest(query, { candidates: 100, limit });
      expect(seqs.toSorted()).toEqual(nearest.map(([seq]) => seq).toSorted());
      expect(cosines).toEqual(new Map(vectors.length > limit ? nearest : []));
    }),
    { numRuns: 200 },
  );
});

test('tells cosines nearly exactly, and none of what is not there', () => {
  fc.assert(
    fc.property(fc.array(vector, { maxLength: 60 }), vector, (vectors, query) => {
      const asked = vectors.map((_, i) => i + 5);
      const cosines = filled(vectors, 'steps').cosines(query, asked)!;
      expect([...cosines.keys()]).toEqual(asked.filter((seq) => seq >= 10));
      for (const [seq, cosine] of cosines)
        expect(cosine).toBeCloseTo(
          vectors[seq - 10]!.reduce((sum, x, j) => sum + x * query[j]!, 0),
          4,
        );
    }),
  );
  expect(filled([], 'bits').cosines(new Float32Array(dimensions), [10])).toBeNull();
});

test('holds thousands, in as many pieces of memory as it needs', () => {
  const rows = new QuantizedVectors(64, 5_000, 'steps');
  const vectors = Array.from({ length: 5_000 }, (_, n) => {
    const hash = createHash('sha512').update(String(n)).digest();
    return Float32Array.from(hash, (byte) => (byte - 127.5) / 600);
  });
  vectors.forEach((one, n) => {
    rows.add(n + 1, one);
  });
  expect(rows.size).toBe(5_000);
  for (const n of [0, 1_023, 1_024, 4_999])
    expect(rows.nearest(vectors[n]!, { candidates: 50, limit: 1 }).seqs).toEqual([n + 1]);
});

test('a document that is there already is not there twice', () => {
  const rows = new QuantizedVectors(64, 4, 'steps');
  const one = new Float32Array(64).fill(1 / 8);
  for (let i = 0; i < 3; i++) rows.add(7, one);
  expect(rows.size).toBe(1);
  expect(rows.nearest(one, { candidates: 5, limit: 5 }).seqs).toEqual([7]);
});
