import type { Scored } from './repeats.ts';

/** What a message loses at the most that holds all of the question, as each before it does. Like the next two chosen, not fitted (docs/decisions/0027). */
const LOSS = 2;
/** What is left of a term's news with each message that holds it. */
const FADES = 0.7;
/** How many of the best are chosen one by one; those behind them lose by what these hold. */
const CHOSEN = 10;

/**
 * What each of a ranking's messages, best first, loses for holding of the question only what better ones hold. Five
 * messages in which the same two words of the question stand are five times the same find: where the first is not the
 * answer, one that means the same in other words, or holds the question's other half, is the better second. The best are
 * chosen one after another, each by its score less what its terms are worth no longer (after xQuAD, Santos, Macdonald and
 * Ounis 2010, with the question's terms for its aspects). What has none of the terms loses nothing.
 *
 * `weights`: what each of the question's terms weighs, by its hash. `asymmetry`: of the sides. Where one side writes at
 * length a message holds most of a question's words by its length alone, which tells little: there nothing is lost.
 */
export function coverageLosses(
  found: readonly Scored[],
  weights: ReadonlyMap<number, number>,
  asymmetry: number,
): Float64Array {
  const losses = new Float64Array(found.length);
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const most = LOSS * (1 - asymmetry);
  if (all === 0 || most === 0) return losses;
  const holders = holdersOf(found);
  /** What holding the term costs with the next message that does. */
  const costs = new Map([...weights].map(([hash, weight]) => [hash, (most * (1 - FADES) * weight) / all]));
  const left = new Set(found.keys());
  while (left.size > 0 && found.length - left.size < CHOSEN) {
    let best: number | undefined;
    for (const i of left)
      if (best === undefined || found[i]!.score - losses[i]! > found[best]!.score - losses[best]!) best = i;
    left.delete(best!);
    for (const hash of found[best!]!.candidate.termFrequencies.keys()) {
      const cost = costs.get(hash) ?? 0;
      for (const i of holders.get(hash)!) if (left.has(i)) losses[i]! += cost;
      costs.set(hash, cost * FADES);
    }
  }
  return losses;
}

/** Which messages hold each term. */
function holdersOf(found: readonly Scored[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  found.forEach(({ candidate }, i) => {
    for (const hash of candidate.termFrequencies.keys()) {
      const known = holders.get(hash);
      if (known) known.push(i);
      else holders.set(hash, [i]);
    }
  });
  return holders;
}
