import { expect, test } from 'vitest';
import { applyQueryMap, decodeQueryMap, encodeQueryMap } from './query-map.ts';

const difference = Float32Array.from([0.5, -0.25, 0, 0.125]);

test('moves a vector, and keeps it of unit length', () => {
  const moved = applyQueryMap(
    { dimensions: 2, bias: Float32Array.of(0, 1), difference },
    Float32Array.of(1, 0),
  );
  expect([...moved]).toEqual([
    expect.closeTo(1.5 / Math.hypot(1.5, 1)),
    expect.closeTo(1 / Math.hypot(1.5, 1)),
  ]);
});

test('a vector that would be moved to nothing stays where it is', () => {
  const against = { dimensions: 2, bias: Float32Array.of(-1, 0), difference: new Float32Array(4) };
  expect([...applyQueryMap(against, Float32Array.of(1, 0))]).toEqual([1, 0]);
});

test('comes back from its file to a step of a byte', () => {
  const map = { dimensions: 2, bias: Float32Array.of(0.1, -0.2), difference };
  const bytes = encodeQueryMap(map);
  const back = decodeQueryMap(bytes, 2);
  expect([...back.bias]).toEqual([...map.bias]);
  for (const [i, value] of back.difference.entries())
    expect(Math.abs(value - difference[i]!)).toBeLessThan(0.5 / 254 + 1e-6);
  expect(() => decodeQueryMap(bytes, 3)).toThrow('3 dimensions');
});
