import { byFrequency, type PoolTerms } from './pool-terms.ts';
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
  poolTerms: PoolTerms,
  scores: readonly number[],
): number[] {
  const most = Math.max(2, TOO_COMMON * readings.length);
  const { of: terms } = poolTerms;
  const idf = byFrequency(poolTerms, (found) =>
    found > 1 && found <= most ? Math.log(readings.length / found) : 0,
  );
  const weight = (i: number, k: number) => {
    const count = readings[i]!.counts[k]!;
    return count === 1 ? idf[terms[i]![k]!]! : (1 + Math.log(count)) * idf[terms[i]![k]!]!;
  };
  const norms = new Map<number, number>();
  const normOf = (i: number) => {
    let norm = norms.get(i);
    if (norm === undefined) {
      let sum = 0;
      for (let k = 0; k < terms[i]!.length; k++) sum += weight(i, k) ** 2;
      norm = Math.sqrt(sum) || 1;
      norms.set(i, norm);
    }
    return norm;
  };
  /** Adds the message's unit vector. */
  const addTo = (vector: Float64Array, i: number) => {
    for (let k = 0; k < terms[i]!.length; k++) vector[terms[i]![k]!]! += weight(i, k) / normOf(i);
    return vector;
  };
  const unit = (i: number) => addTo(new Float64Array(idf.length), i);
  const product = (i: number, other: Float64Array) => {
    let sum = 0;
    for (let k = 0; k < terms[i]!.length; k++) sum += weight(i, k) * other[terms[i]![k]!]!;
    return sum / normOf(i);
  };

  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || b - a);
  const leaders = order.slice(0, LEADERS);
  const vectors = leaders.map(unit);
  const sum = new Float64Array(idf.length);
  for (const leader of leaders) addTo(sum, leader);
  const next = order[LEADERS] === undefined ? undefined : unit(order[LEADERS]);
  const alike = (i: number) => {
    const leader = leaders.indexOf(i);
    if (leader < 0) return product(i, sum) / LEADERS;
    // A leader is measured against the four others and the next in line.
    return (product(i, sum) - product(i, vectors[leader]!) + (next ? product(i, next) : 0)) / LEADERS;
  };
  return scores.map((_, i) => alike(i));
}
