import { isWithin, type TimeWindow } from '../rank/asked-times.ts';
import { type Reading, sayingOf } from '../rank/reading.ts';
import type { Candidate } from '../rank/types.ts';

interface Placed {
  seq: number;
  score: number;
}

/** What tells who said what. `reading` is null where it has to be made from the text first. */
interface Said extends Pick<Candidate, 'role' | 'neighbourOnly'> {
  reading: Reading | null;
}

/** How many messages in the same words are looked at. */
const copies = 3;
/**
 * How many equals a leg brings without a look at what they are: of a vector the same cosine tells that it is the same text, of
 * words other texts have the same score.
 */
export const equals = { meaning: copies, keywords: 10 } as const;
/** How much further a leg looks whose places are taken by repeats. */
const further = 10;

/**
 * A leg's ranking, best first, without repeats: who asked the same thing eighty times, or noted the same line each day, would
 * else find nothing but that, and what a usual score is would be theirs. Where most of what a leg brings are repeats, it is
 * asked for more.
 */
export async function apart<T extends Placed>(
  leg: (limit: number) => Promise<readonly T[]> | readonly T[],
  { limit, without }: { limit: number; without(ranked: readonly T[]): Promise<readonly T[]> | readonly T[] },
): Promise<readonly T[]> {
  const first = await leg(limit);
  const found = await without(first);
  // Less than it was asked for is all there is.
  if (first.length < limit || found.length > limit / 2) return found;
  return (await without(await leg(limit * further))).slice(0, limit);
}

/** Messages in the same words have equal scores: of equals, the newest `most`. */
export function withoutRepeats<T extends Placed>(ranked: readonly T[], most: number): T[] {
  let same = 0;
  return ranked.filter(({ score }, i) => {
    same = score === ranked[i - 1]?.score ? same + 1 : 1;
    return same <= most;
  });
}

/**
 * A pool with the newest of what somebody said in the same words, so that what is usual in it is not what was said again.
 * What was said at the times that are asked for stays before all else: it is the answer, however often it was said since.
 */
export function withFewCopies(
  pool: readonly Candidate[],
  windows: readonly TimeWindow[] = [],
): readonly Candidate[] {
  if (!pool.some(isOneTooMany())) return pool;
  const then = new Set(pool.filter(({ createdAt }) => isWithin(windows, createdAt)));
  const inOrder = pool.toSorted((a, b) => Number(then.has(b)) - Number(then.has(a)) || b.seq - a.seq);
  const isOne = isOneTooMany();
  return inOrder.filter((candidate) => !isOne(candidate));
}

/** Whether enough of those that it was asked of before say the same. */
export function isOneTooMany() {
  const said = new Map<string, number>();
  return ({ reading, role, neighbourOnly }: Said): boolean => {
    const saying = reading && sayingOf(reading);
    if (!saying || neighbourOnly) return false;
    const words = `${role} ${saying}`;
    const times = (said.get(words) ?? 0) + 1;
    said.set(words, times);
    return times > copies;
  };
}
