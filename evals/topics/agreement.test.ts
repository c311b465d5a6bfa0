import { expect, test } from 'vitest';
import { agreement } from './agreement.ts';

test('the same partition under other names agrees wholly', () => {
  const { ari, purity, nmi } = agreement([5, 5, 7, 7, 9], [0, 0, 1, 1, 2]);
  expect([ari, purity, nmi]).toEqual([1, 1, expect.closeTo(1, 10)]);
});

test('an example worked by hand', () => {
  // Cells 2 1 / 0 3: pairs 1 + 3 = 4 together in both; 3 + 3 in clusters, 1 + 6 in labels, 15 in all.
  const { ari, purity } = agreement([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1]);
  expect(ari).toBeCloseTo((4 - 42 / 15) / (6.5 - 42 / 15), 10);
  expect(purity).toBeCloseTo(5 / 6, 10);
});

test('one cluster of everything agrees no more than chance', () => {
  const { ari, nmi } = agreement([0, 0, 0, 0], [0, 0, 1, 1]);
  expect([ari, nmi]).toEqual([0, expect.closeTo(0, 10)]);
});
