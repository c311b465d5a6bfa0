import { contextFeatures } from './context-features.ts';
import { localFeatures } from './local-features.ts';
import type { AnalyzedQuery, Candidate, CorpusStats, RankWeights } from './types.ts';

/** All features of a pool: one row a message, `names` heading the columns. The local ones stand first. */
export interface FeatureTable {
  names: readonly string[];
  rows: Float64Array[];
  /** The messages of the rows. */
  pool: readonly Candidate[];
}

/** The weighted sum of a row's features. Unknown names weigh nothing, so that old weights meet new features safely. */
export function weigh(
  names: readonly string[],
  row: ArrayLike<number>,
  weights: Readonly<Record<string, number>>,
): number {
  let sum = 0;
  for (let i = 0; i < names.length; i++) sum += (weights[names[i]!] ?? 0) * row[i]!;
  return sum;
}

/**
 * Features in two layers: first what each message is for this question by itself, then, from the scores that gives,
 * what its neighbours and its conversation are. Independent of the pool's order. `depth`: how many of the best by
 * themselves get to the second layer.
 */
export function features(
  query: AnalyzedQuery,
  unordered: readonly Candidate[],
  corpus: CorpusStats,
  local: RankWeights['local'],
  depth: number = Number.POSITIVE_INFINITY,
): FeatureTable {
  const pool = [...unordered].sort((a, b) => a.seq - b.seq);
  const first = localFeatures(query, pool, corpus);
  const scores = first.rows.map((row) => weigh(first.names, row, local));
  const promising = scores
    .map((_, i) => i)
    .sort((a, b) => scores[b]! - scores[a]! || b - a)
    .slice(0, depth)
    .sort((a, b) => a - b);
  const second = contextFeatures(first, pool, scores, promising);
  return {
    names: [...first.names, ...second.names],
    rows: promising.map((i, k) => {
      const row = first.rows[i]!;
      const both = new Float64Array(row.length + second.names.length);
      both.set(row);
      both.set(second.rows[k]!, row.length);
      return both;
    }),
    pool: promising.map((i) => pool[i]!),
  };
}
