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
 * How a message's sentences hold the question's terms. `held`: the hashes of those that stand in the message; `weights`:
 * what each of the question's weighs, by its hash, `total` of them all; `pairs`: hashes that stand next to each other in
 * the question.
 */
export function matchSentences(
  { terms, words, ends }: Reading,
  held: Iterable<number>,
  weights: ReadonlyMap<number, number>,
  total: number,
  pairs: readonly (readonly [number, number])[],
): Match {
  /** Which of the terms held stands at a place of the reading's terms, counted from 1; 0 where it is another term. */
  const asked = new Uint16Array(terms.length);
  const hashes = [0];
  for (const hash of held) {
    const place = terms.indexOf(hash);
    if (place >= 0) asked[place] = hashes.push(hash) - 1;
  }
  if (hashes.length === 1) return NO_MATCH;
  const lastIn = new Int32Array(hashes.length).fill(-1);
  const near = new Set<number>();
  let sentence = 0;
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i]!;
    let sum = 0;
    let found = 0;
    for (let at = start; at < end; at++) {
      const which = asked[words[at]!]!;
      if (which === 0 || lastIn[which] === i) continue;
      lastIn[which] = i;
      found++;
      sum += weights.get(hashes[which]!) ?? 0;
    }
    if (sum > sentence) sentence = sum;
    if (found > 1 && near.size < pairs.length) {
      const places = placesOf(hashes, asked, words.subarray(start, end));
      pairs.forEach(([a, b], pair) => {
        if (near.has(pair)) return;
        const [left, right] = [places.get(a), places.get(b)];
        if (left && right && comeNear(left, right)) near.add(pair);
      });
    }
    start = end;
  }
  return {
    sentence: total ? sentence / total : 0,
    pairs: pairs.length ? near.size / pairs.length : 0,
  };
}

/** Where in a sentence each of the terms held stands, by its hash. */
function placesOf(
  hashes: readonly number[],
  asked: Uint16Array,
  sentence: Uint16Array,
): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < sentence.length; at++) {
    const which = asked[sentence[at]!]!;
    if (which === 0) continue;
    const hash = hashes[which]!;
    const known = places.get(hash);
    if (known) known.push(at);
    else places.set(hash, [at]);
  }
  return places;
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
