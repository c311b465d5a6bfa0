import type { Reading } from './reading.ts';

/** A pool's terms under numbers from 0 on, so that what is kept of each is a plain array. */
export interface PoolTerms {
  /** For each message, the numbers of its distinct terms, in the order of its reading. */
  of: readonly Int32Array[];
  /** For each term, how many messages hold it. */
  frequency: readonly number[];
}

export function poolTerms(readings: readonly Reading[]): PoolTerms {
  const numbers = new Map<number, number>();
  const frequency: number[] = [];
  const of = readings.map((reading) => {
    const own = new Int32Array(reading.terms.length);
    for (let i = 0; i < own.length; i++) {
      const term = reading.terms[i]!;
      let number = numbers.get(term);
      if (number === undefined) {
        number = frequency.length;
        numbers.set(term, number);
        frequency.push(0);
      }
      frequency[number]!++;
      own[i] = number;
    }
    return own;
  });
  return { of, frequency };
}

/** For each term what its frequency says: worked out once for each that there can be, which are far fewer than terms. */
export function byFrequency({ of, frequency }: PoolTerms, value: (found: number) => number): Float64Array {
  const values = Float64Array.from({ length: of.length + 1 }, (_, found) => value(found));
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
    for (const term of terms) sum += common[term]!;
    return sum / Math.max(1, terms.length);
  });
  const spoken = mean.filter((_, i) => of[i]!.length > 0);
  const usual = spoken.reduce((a, b) => a + b, 0) / Math.max(1, spoken.length);
  return Float64Array.from(mean, (value, i) => (of[i]!.length > 0 ? value - usual : 0));
}
