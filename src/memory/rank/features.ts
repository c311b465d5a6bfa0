import type { Asking } from './calendar.ts';
import { contextFeatures } from './context-features.ts';
import { type LocalFeatures, localFeatures } from './local-features.ts';
import type { AnalyzedQuery, Candidate, CorpusStats, RankWeights } from './types.ts';

/** The features of one layer: one row a message, `names` heading the columns. */
interface Layer {
  names: readonly string[];
  rows: readonly Float64Array[];
}

/** The messages of a pool with both layers of their features, row by row. */
export interface FeatureTable {
  pool: readonly Candidate[];
  layers: readonly [local: Layer, context: Layer];
  /** What was read off the question, off the sides of the talk, and off the messages together. */
  about: Pick<LocalFeatures, 'question' | 'terms' | 'weights' | 'sides' | 'poolTerms'>;
}

type Weights = Readonly<Record<string, number>>;
const ordered = new WeakMap<readonly string[], WeakMap<Weights, Float64Array>>();

/** The weights in the order of the columns. Unknown names weigh nothing, so that old weights meet new features safely. */
export function inOrder(names: readonly string[], weights: Weights): Float64Array {
  const known = ordered.get(names)?.get(weights);
  if (known) return known;
  const made = Float64Array.from(names, (name) => weights[name] ?? 0);
  if (!ordered.has(names)) ordered.set(names, new WeakMap());
  ordered.get(names)!.set(weights, made);
  return made;
}

/** The weighted sum of a row. */
export function weigh(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += weights[i]! * row[i]!;
  return sum;
}

/**
 * Features in two layers: first what each message is for this question by itself, then, from the scores that gives,
 * what its neighbours and its conversation are. Independent of the pool's order.
 */
export function features(
  query: AnalyzedQuery,
  unordered: readonly Candidate[],
  corpus: CorpusStats,
  weights: RankWeights['local'],
  asking: Asking = {},
): FeatureTable {
  const pool = [...unordered].sort((a, b) => a.seq - b.seq);
  const local = localFeatures(query, pool, corpus, asking);
  const inRow = inOrder(local.names, weights);
  const scores = local.rows.map((row) => weigh(row, inRow));
  return {
    pool,
    layers: [{ names: local.names, rows: local.rows }, contextFeatures(local, pool, scores)],
    about: local,
  };
}
