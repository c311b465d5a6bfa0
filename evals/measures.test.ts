import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interval, mean, measure, measureNames, percentile, seeded, summarise } from './measures.ts';

const others = (count: number) => Array.from({ length: count }, (_, i) => `other-${i}`);

describe('measure', () => {
  test('counts by hand: one of two at rank 2, the other at rank 7', () => {
    const found = ['x', 'a', ...others(4), 'b', ...others(43)];
    expect(measure({ found, evidence: ['a', 'b'] })).toEqual({
      'any@5': 1,
      'any@10': 1,
      'any@25': 1,
      'any@50': 1,
      'recall@5': 0.5,
      'recall@10': 1,
      'recall@25': 1,
      'recall@50': 1,
      'all@5': 0,
      'all@10': 1,
      'all@25': 1,
      'all@50': 1,
      MRR: 0.5,
    });
  });

  test('a first hit after the fiftieth is none', () => {
    const { MRR, 'any@50': any } = measure({ found: [...others(50), 'a'], evidence: ['a'] });
    expect([MRR, any]).toEqual([0, 0]);
  });

  test('evidence named twice is one message', () => {
    expect(measure({ found: ['a'], evidence: ['a', 'a'] })).toMatchObject({ 'recall@5': 1, 'all@5': 1 });
  });

  test('stays between 0 and 1, and never falls as k grows', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'));
    fc.assert(
      fc.property(ids, ids, (found, evidence) => {
        const measures = measure({ found, evidence });
        for (const name of measureNames) expect(measures[name]).toSatisfy((v: number) => v >= 0 && v <= 1);
        for (const kind of ['any', 'recall', 'all']) {
          expect(measures[`${kind}@10`]).toBeGreaterThanOrEqual(measures[`${kind}@5`]!);
          expect(measures[`${kind}@50`]).toBeGreaterThanOrEqual(measures[`${kind}@25`]!);
        }
      }),
    );
  });
});

describe('statistics', () => {
  test('percentile by nearest rank', () => {
    expect([0.5, 0.95, 1].map((share) => percentile([4, 1, 3, 2], share))).toEqual([2, 4, 4]);
    expect(percentile([], 0.5)).toBe(0);
  });

  test('the generator is the same for a seed and spreads evenly', () => {
    const numbers = (seed: number) => Array.from({ length: 1000 }, seeded(seed));
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    expect(mean(numbers(7))).toBeCloseTo(0.5, 1);
  });

  test('the interval holds the mean, narrows with more questions, and repeats itself', () => {
    const coins = (count: number) => Array.from({ length: count }, (_, i) => i % 2);
    const [low, high] = interval(coins(100));
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    // The textbook: 0.5 plus and minus 1.96 * 0.05.
    expect(high - low).toBeCloseTo(0.196, 1);
    const [low4, high4] = interval(coins(1600));
    expect(high4 - low4).toBeLessThan((high - low) / 2);
    expect(interval(coins(100))).toEqual([low, high]);
  });

  test('a summary averages over questions', () => {
    const summary = summarise([
      { found: ['a'], evidence: ['a'] },
      { found: ['b'], evidence: ['a'] },
    ]);
    expect(summary.questions).toBe(2);
    expect(summary.measures['any@5']!.mean).toBe(0.5);
  });
});
