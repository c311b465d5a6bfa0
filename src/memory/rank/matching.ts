import type { WeighedTerm } from './lexical.ts';
import type { Reading } from './reading.ts';

export interface Match {
  /** The best sentence's share of the question's weight. */
  sentence: number;
  /** The share of the question's adjacent pairs that stand near each other in a sentence. */
  pairs: number;
}

export const NO_MATCH: Match = { sentence: 0, pairs: 0 };

/** How a message's sentences hold the question's terms. `weights`: what each of them weighs, `total` of them all. */
export function matchSentences(
  reading: Reading,
  weights: ReadonlyMap<string, number>,
  total: number,
  pairs: readonly (readonly [string, string])[],
): Match {
  const near = new Set<number>();
  let sentence = 0;
  for (const words of reading.sentences) {
    const found = new Map<string, number[]>();
    words.forEach((word, at) => {
      if (weights.has(word)) {
        const places = found.get(word);
        if (places) places.push(at);
        else found.set(word, [at]);
      }
    });
    if (found.size === 0) continue;
    let sum = 0;
    for (const word of found.keys()) sum += weights.get(word)!;
    sentence = Math.max(sentence, sum);
    if (found.size > 1) {
      pairs.forEach(([a, b], i) => {
        if (near.has(i)) return;
        const [left, right] = [found.get(a), found.get(b)];
        if (left && right && comeNear(left, right)) near.add(i);
      });
    }
  }
  return {
    sentence: total ? sentence / total : 0,
    pairs: pairs.length ? near.size / pairs.length : 0,
  };
}

/** How many words apart a pair may stand. */
const NEAR = 3;

/** Whether two ascending lists of places have a pair near each other; one walk along both, however long they are. */
function comeNear(left: readonly number[], right: readonly number[]): boolean {
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const gap = left[i]! - right[j]!;
    if (Math.abs(gap) <= NEAR) return true;
    if (gap < 0) i++;
    else j++;
  }
  return false;
}

/** What each term of the question weighs. */
export function weightsOf(terms: readonly WeighedTerm[]): Map<string, number> {
  return new Map(terms.map((t) => [t.term, t.weight]));
}
