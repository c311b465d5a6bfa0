/** How fast a place loses worth; the value of the paper, not fitted. */
const K = 60;

/**
 * Several rankings made one (reciprocal rank fusion; Cormack, Clarke and Büttcher 2009): what stands high in any of
 * them stands high, what stands in several higher. They may each score as they like: only places count. Equals: the
 * higher number first.
 */
export function fuse(rankings: readonly Iterable<number>[]): number[] {
  const worth = new Map<number, number>();
  for (const ranking of rankings) {
    let place = 0;
    for (const seq of ranking) worth.set(seq, (worth.get(seq) ?? 0) + 1 / (K + ++place));
  }
  return [...worth.keys()].sort((a, b) => worth.get(b)! - worth.get(a)! || b - a);
}

/** How many documents each leg may bring. */
export const legCandidates = 100;
/**
 * How many of both are ranked with care, and how many of these with the messages beside them. More cost time and win
 * nothing: with all that the legs bring, and all of their neighbours, the same questions are answered
 * (docs/decisions/0022).
 */
const pooled = 70;
const withNeighbours = 35;

/**
 * Of what the legs bring, best first, the documents to be ranked for `k` results. The same for every `k` up to 70, so that
 * whoever asks for more finds the same ones first.
 */
export function choosePool(
  legs: readonly Iterable<number>[],
  k: number,
): { documents: number[]; withNeighbours: number } {
  return {
    documents: fuse(legs).slice(0, Math.max(pooled, k)),
    withNeighbours,
  };
}
