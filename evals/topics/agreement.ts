/** How well clusters agree with known labels: pure, so that they can be checked by hand. */

export interface Agreement {
  /** Adjusted Rand index (Hubert and Arabie): 0 by chance, 1 the same. */
  ari: number;
  /** The share of items whose cluster's most frequent label is theirs. */
  purity: number;
  /** Mutual information over the mean of both entropies: 0 to 1. */
  nmi: number;
}

export function agreement(clusters: ArrayLike<number>, labels: ArrayLike<number>): Agreement {
  const count = clusters.length;
  const cells = new Map<string, number>();
  const ofCluster = new Map<number, number>();
  const ofLabel = new Map<number, number>();
  const largest = new Map<number, number>();
  const add = <Key>(map: Map<Key, number>, key: Key): number => {
    const next = (map.get(key) ?? 0) + 1;
    map.set(key, next);
    return next;
  };
  for (let i = 0; i < count; i++) {
    const cell = add(cells, `${clusters[i]} ${labels[i]}`);
    add(ofCluster, clusters[i]!);
    add(ofLabel, labels[i]!);
    largest.set(clusters[i]!, Math.max(largest.get(clusters[i]!) ?? 0, cell));
  }
  const pairs = (map: Map<unknown, number>) => sum([...map.values()].map((n) => (n * (n - 1)) / 2));
  const entropy = (map: Map<unknown, number>) =>
    sum([...map.values()].map((n) => -(n / count) * Math.log(n / count)));
  const both = pairs(cells);
  const [left, right] = [pairs(ofCluster), pairs(ofLabel)];
  const expected = (left * right) / Math.max(1, (count * (count - 1)) / 2);
  const most = (left + right) / 2;
  const [a, b] = [entropy(ofCluster), entropy(ofLabel)];
  return {
    ari: most === expected ? 1 : (both - expected) / (most - expected),
    purity: sum([...largest.values()]) / Math.max(1, count),
    nmi: a + b === 0 ? 1 : (2 * (a + b - entropy(cells))) / (a + b),
  };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
