import type { Reading } from './reading.ts';

/** How many of the best so far tell what the answer's surroundings talk about. */
const LEADERS = 5;
/** A word in more than this share of the pool tells nothing of what a message is about. */
const TOO_COMMON = 0.2;

/**
 * Pseudo-relevance feedback (Rocchio 1971, on words): how alike each message is to the five best so far, itself left out.
 * Evidence comes in clusters; what the leaders share and the question doesn't say is thus asked for too.
 * The cosine of tf-idf vectors, with document frequencies of the pool.
 */
export function resemblance(
  readings: readonly Reading[],
  scores: readonly number[],
  wanted: readonly number[],
): Map<number, number> {
  const frequency = new Map<number, number>();
  for (const { terms } of readings) {
    for (let i = 0; i < terms.length; i++) frequency.set(terms[i]!, (frequency.get(terms[i]!) ?? 0) + 1);
  }
  const most = Math.max(2, TOO_COMMON * readings.length);
  const idf = new Map<number, number>();
  for (const [term, found] of frequency) {
    if (found > 1 && found <= most) idf.set(term, Math.log(readings.length / found));
  }

  /** Calls back with the terms that tell and what they weigh; returns the vector's length. */
  const eachWeight = ({ terms, counts }: Reading, take: (term: number, value: number) => void): number => {
    let norm = 0;
    for (let i = 0; i < terms.length; i++) {
      const rare = idf.get(terms[i]!);
      if (rare === undefined) continue;
      const value = counts[i] === 1 ? rare : (1 + Math.log(counts[i]!)) * rare;
      take(terms[i]!, value);
      norm += value * value;
    }
    return Math.sqrt(norm) || 1;
  };
  const unit = (i: number) => {
    const vector = new Map<number, number>();
    const norm = eachWeight(readings[i]!, (term, value) => vector.set(term, value));
    for (const [term, value] of vector) vector.set(term, value / norm);
    return vector;
  };
  const product = (i: number, other: ReadonlyMap<number, number>) => {
    let sum = 0;
    const norm = eachWeight(readings[i]!, (term, value) => {
      sum += value * (other.get(term) ?? 0);
    });
    return sum / norm;
  };

  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || b - a);
  const leaders = order.slice(0, LEADERS);
  const vectors = leaders.map(unit);
  const sum = new Map<number, number>();
  for (const vector of vectors) {
    for (const [term, value] of vector) sum.set(term, (sum.get(term) ?? 0) + value);
  }
  const next = order[LEADERS] === undefined ? undefined : unit(order[LEADERS]);
  const alike = (i: number) => {
    const leader = leaders.indexOf(i);
    if (leader < 0) return product(i, sum) / LEADERS;
    // A leader is measured against the four others and the next in line.
    return (product(i, sum) - product(i, vectors[leader]!) + (next ? product(i, next) : 0)) / LEADERS;
  };
  return new Map(wanted.map((i) => [i, alike(i)]));
}
