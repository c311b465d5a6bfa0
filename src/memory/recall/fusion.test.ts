import { expect, test } from 'vitest';
import { fuse } from './fusion.ts';

test('what several rankings hold stands above what one of them holds higher', () => {
  expect(
    fuse([
      [1, 2, 3],
      [4, 3],
    ]),
  ).toEqual([3, 4, 1, 2]);
});

test('of equals the newer', () => {
  expect(fuse([[1], [2]])).toEqual([2, 1]);
  expect(fuse([[], []])).toEqual([]);
});
