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
