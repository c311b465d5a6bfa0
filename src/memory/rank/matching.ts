import type { WeighedTerm } from './lexical.ts';
import type { Reading } from './reading.ts';

export interface Match {
  /** The best sentence's share of the question's weight. */
  sentence: number;
  /** The share of the question's adjacent pairs that stand near each other in a sentence. */
  pairs: number;
}

export const NO_MATCH: Match = { sentence: 0, pairs: 0 };

/**
 * How a message's sentences hold the question's terms. `weights`: what each of them weighs, by its hash, `total` of them
 * all; `pairs`: hashes that stand next to each other in the question.
 */
export function matchSentences(
  reading: Reading,
  weights: ReadonlyMap<number, number>,
  total: number,
  pairs: readonly (readonly [number, number])[],
): Match {
  const { terms, words, ends } = reading;
  /** The question's weights at the places of the message's terms; undefined where none of them is asked for. */
  let asked: Float64Array | undefined;
  for (let i = 0; i < terms.length; i++) {
    const weight = weights.get(terms[i]!);
    if (weight === undefined) continue;
    asked ??= new Float64Array(terms.length).fill(-1);
    asked[i] = weight;
  }
  if (!asked) return NO_MATCH;
  const near = new Set<number>();
  let sentence = 0;
  let at = 0;
  for (const end of ends) {
    let found: Map<number, number[]> | undefined;
    let sum = 0;
    for (; at < end; at++) {
      const place = words[at]!;
      if (asked[place]! < 0) continue;
      found ??= new Map();
      const places = found.get(terms[place]!);
      if (places) places.push(at);
      else {
        found.set(terms[place]!, [at]);
        sum += asked[place]!;
      }
    }
    if (!found) continue;
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

/** What each term of the question weighs, by its hash. */
export function weightsOf(terms: readonly WeighedTerm[]): Map<number, number> {
  return new Map(terms.map((t) => [t.hash, t.weight]));
}
