import { expect, test } from 'vitest';
import { median, share } from './figures.ts';

test('a share carries its numbers and its interval', () => {
  // Wilson's interval as statistical packages give it.
  expect(share(1, 2)).toEqual({ n: 1, of: 2, rate: 0.5, low: 0.095, high: 0.905 });
  expect(share(0, 10)).toEqual({ n: 0, of: 10, rate: 0, low: 0, high: 0.278 });
  expect(share(10, 10)).toEqual({ n: 10, of: 10, rate: 1, low: 0.722, high: 1 });
  expect(share(50, 100)).toEqual({ n: 50, of: 100, rate: 0.5, low: 0.404, high: 0.596 });
  expect(share(0, 0)).toEqual({ n: 0, of: 0, rate: null, low: null, high: null });
});

test('the median of nothing is nothing', () => {
  expect([median([]), median([3]), median([9, 1, 2]), median([4, 1, 2, 3])]).toEqual([null, 3, 2, 2.5]);
});
