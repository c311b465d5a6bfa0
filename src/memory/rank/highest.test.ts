import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highestOf } from './highest.ts';

const values = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 12 });
const many = fc.integer({ min: 0, max: 14 });

test('the highest, ascending', () => {
  fc.assert(
    fc.property(values, many, (all, n) => {
      const expected = all.toSorted((a, b) => b - a).slice(0, n);
      expect([...highestOf(all, n)]).toEqual(expected.reverse());
    }),
  );
});
