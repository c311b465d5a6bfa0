import { expect, test } from 'vitest';
import { apart, withoutRepeats } from './crowding.ts';

/** A leg of so many, all alike or none, and what it was asked for. */
function legOf(count: number, { alike }: { alike: boolean }) {
  const asked: number[] = [];
  const leg = (limit: number) => {
    asked.push(limit);
    return Array.from({ length: Math.min(limit, count) }, (_, i) => ({
      seq: i,
      score: alike ? 1 : 1 / (i + 1),
    }));
  };
  return { asked, leg };
}

test.each([
  ['brings enough', 200, false, [10], 10],
  ['has no more to bring', 4, false, [10], 4],
  ['has no more than repeats', 8, true, [10], 3],
  ['brings repeats', 50, true, [10, 100], 3],
] as const)('a leg that %s', async (_, count, alike, asked, found) => {
  const one = legOf(count, { alike });
  expect(await apart(one.leg, { limit: 10, without: (ranked) => withoutRepeats(ranked, 3) })).toHaveLength(
    found,
  );
  expect(one.asked).toEqual(asked);
});
