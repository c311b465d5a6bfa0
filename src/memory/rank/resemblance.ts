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
export function resemblance(readings: readonly Reading[], scores: readonly number[]): number[] {
  const frequency = new Map<string, number>();
  const bags = readings.map((reading) => {
    const bag = new Map<string, number>();
    for (const sentence of reading.sentences)
      for (const term of sentence) bag.set(term, (bag.get(term) ?? 0) + 1);
    for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    return bag;
  });
  const most = Math.max(2, TOO_COMMON * readings.length);
  const vectors = bags.map((bag) => {
    let norm = 0;
    for (const [term, count] of bag) {
      const found = frequency.get(term)!;
      if (found > most || found < 2) {
        bag.delete(term);
        continue;
      }
      const value = (1 + Math.log(count)) * Math.log(readings.length / found);
      bag.set(term, value);
      norm += value * value;
    }
    return { bag, norm: Math.sqrt(norm) || 1 };
  });
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || b - a);
  const leaders = order.slice(0, LEADERS + 1);
  return vectors.map(({ bag, norm }, i) => {
    let sum = 0;
    for (const leader of leaders.filter((l) => l !== i).slice(0, LEADERS)) {
      const other = vectors[leader]!;
      const [small, large] = bag.size < other.bag.size ? [bag, other.bag] : [other.bag, bag];
      let product = 0;
      for (const [term, value] of small) product += value * (large.get(term) ?? 0);
      sum += product / norm / other.norm;
    }
    return sum / LEADERS;
  });
}
