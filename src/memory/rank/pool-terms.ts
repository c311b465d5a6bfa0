import type { Reading } from './reading.ts';

/** A pool's terms under numbers from 0 on, so that what is kept of each is a plain array. */
export interface PoolTerms {
  /** For each message, the numbers of its distinct terms, in the order of its reading. */
  of: readonly Int32Array[];
  /** For each term, how many messages hold it. */
  frequency: Int32Array;
}

export function poolTerms(readings: readonly Reading[]): PoolTerms {
  const count = readings.reduce((sum, { terms }) => sum + terms.length, 0);
  const numberOf = numbering(count);
  const frequency = new Int32Array(count);
  const numbers = new Int32Array(count);
  let distinct = 0;
  let at = 0;
  const of = readings.map(({ terms }) => {
    const start = at;
    for (let i = 0; i < terms.length; i++) {
      const number = numberOf(terms[i]!);
      frequency[number]!++;
      if (number === distinct) distinct++;
      numbers[at++] = number;
    }
    return numbers.subarray(start, at);
  });
  return { of, frequency: frequency.subarray(0, distinct) };
}

/**
 * Numbers hashes from 0 on, in the order in which they are met, of which there are `most` at the most. A table with open
 * addresses: some twenty thousand terms a question are five times as fast as with a `Map`.
 */
function numbering(most: number): (hash: number) => number {
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 1)) - 1;
  const hashes = new Int32Array(mask + 1);
  const numbers = new Int32Array(mask + 1).fill(-1);
  let next = 0;
  return (hash) => {
    let slot = hash & mask;
    while (numbers[slot]! >= 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    if (numbers[slot]! < 0) {
      hashes[slot] = hash;
      numbers[slot] = next++;
    }
    return numbers[slot]!;
  };
}

/** For each term what its frequency says: worked out once for each that there can be, which are far fewer than terms. */
function byFrequency({ of, frequency }: PoolTerms, value: (found: number) => number): Float64Array {
  const values = new Float64Array(of.length + 1);
  for (let found = 0; found < values.length; found++) values[found] = value(found);
  const result = new Float64Array(frequency.length);
  for (let term = 0; term < result.length; term++) result[term] = values[frequency[term]!]!;
  return result;
}

/** How steeply a term's share of the pool counts; chosen, not fitted: a word in one message of twenty counts log 2. */
const STEEP = 20;

/**
 * How ordinary the words of each message are in this memory: the mean over its terms of how common each is, less the
 * pool's mean of that. What the person says all the time («can you help me with my resume») is high and tells little of
 * its own; what was said once is low. 0 for a message without words.
 */
export function ordinariness({ of, frequency }: PoolTerms): Float64Array {
  const common = byFrequency({ of, frequency }, (found) => Math.log1p((STEEP * found) / of.length));
  const mean = of.map((terms) => {
    let sum = 0;
    for (let i = 0; i < terms.length; i++) sum += common[terms[i]!]!;
    return sum / Math.max(1, terms.length);
  });
  const spoken = mean.filter((_, i) => of[i]!.length > 0);
  const usual = spoken.reduce((a, b) => a + b, 0) / Math.max(1, spoken.length);
  return Float64Array.from(mean, (value, i) => (of[i]!.length > 0 ? value - usual : 0));
}
