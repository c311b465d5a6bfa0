import { expect, test } from 'vitest';
import { coverageLosses } from './coverage.ts';
import { readMessage } from './reading.ts';
import type { Candidate } from './types.ts';

const RACE = 1;
const ADVICE = 2;
const weights = new Map([
  [RACE, 3],
  [ADVICE, 1],
]);

/** Best first, each with the score given and the terms it holds. */
function losses(found: [score: number, ...terms: number[]][], asymmetry = 0): number[] {
  const scored = found.map(([score, ...terms], row) => {
    const candidate: Candidate = {
      seq: row,
      reading: readMessage(''),
      role: 'user',
      conversation: 'c',
      createdAt: new Date(0),
      cosine: null,
      termFrequencies: new Map(terms.map((term) => [term, 1])),
      length: 1,
    };
    return { candidate, row, score };
  });
  return [...coverageLosses(scored, weights, asymmetry)];
}

test('each further message with the same words loses more, up to a limit, and the first nothing', () => {
  const lost = losses([
    [9, RACE],
    [8, RACE],
    [7, RACE],
    [6, RACE],
  ]);
  expect(lost[0]).toBe(0);
  expect(lost[1]).toBeCloseTo(2 * 0.3 * 0.75, 10);
  expect(lost[2]).toBeCloseTo(2 * (0.3 + 0.21) * 0.75, 10);
  expect(Math.max(...losses(Array.from({ length: 60 }, (_, i) => [60 - i, RACE, ADVICE])))).toBeLessThan(2);
});

test('what holds the other word, or none, keeps its score and passes those that say the same again', () => {
  const lost = losses([[5, RACE], [4.9, RACE], [4.8, RACE], [4.7, ADVICE], [4.6]]);
  expect(lost[3]).toBe(0);
  expect(lost[4]).toBe(0);
  expect(4.9 - lost[1]!).toBeLessThan(4.6);
});

test('the loss is of what was chosen before, not of what stood before', () => {
  // The second falls behind the third, which then is the one that the fourth repeats.
  const lost = losses([
    [5, RACE],
    [4.9, RACE],
    [4.8, ADVICE],
    [4.7, ADVICE],
  ]);
  expect(lost[2]).toBe(0);
  expect(lost[3]).toBeCloseTo(2 * 0.3 * 0.25, 10);
});

test('only the best ten are chosen so; no later one makes the others lose', () => {
  const lost = losses(Array.from({ length: 14 }, (_, i) => [20 - i / 1000, RACE]));
  expect(new Set(lost.slice(10)).size).toBe(1);
});

test('nothing is lost where one side writes at length, or where the question has no words', () => {
  expect(
    losses(
      [
        [2, RACE],
        [1, RACE],
      ],
      1,
    ),
  ).toEqual([0, 0]);
  expect(losses([[2], [1]])).toEqual([0, 0]);
  expect(losses([])).toEqual([]);
});
