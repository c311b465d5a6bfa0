import { features, inOrder, weigh } from './features.ts';
import { groupOf } from './groups.ts';
import { readMessage } from './reading.ts';
import type { AnalyzedQuery, Candidate, CorpusStats, Ranked, RankWeights } from './types.ts';
import { WEIGHTS } from './weights.ts';

/** What an echo of the question loses: more than any feature gives, so that it stands below every real find. */
const ECHO = 12;
/** What a message loses that says word for word what a better one says: enough to let some twenty others pass. */
const REPEAT = 3;

export interface RankOptions {
  weights?: RankWeights;
  /** How many of the pool, the best by themselves, are ranked with their context; the others are not returned. */
  depth?: number;
}

/** Order for equal scores: the newer message first, then the higher seq. Total, so never dependent on the pool's order. */
function newerFirst(a: Candidate, b: Candidate): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || b.seq - a.seq;
}

/**
 * Orders a pool by how well each message answers the query: a linear model over what the two legs say of it, its words,
 * its speaker, its neighbours and its conversation (`features.ts`), with weights fitted by `evals/fit.ts`.
 *
 * The question itself, asked before, answers nothing: an earlier message in the same words sinks to the end (its answer,
 * the message after it, does not). Of several messages in the same words only the best keeps its place.
 *
 * Pure: the same pool in any order gives the same ranking; every score is finite.
 */
export function rank(
  query: AnalyzedQuery,
  pool: readonly Candidate[],
  corpus: CorpusStats,
  { weights = WEIGHTS, depth }: RankOptions = {},
): Ranked[] {
  if (pool.length === 0) return [];
  const table = features(query, pool, corpus, weights.local, depth);
  const layers = table.layers.map((layer) => ({ ...layer, weights: inOrder(layer.names, weights.final) }));
  const asked = readMessage(query.text);
  const found = table.pool.flatMap((candidate, i) => {
    if (candidate.neighbourOnly) return [];
    const { speaker, fingerprint, characters } = candidate.reading;
    const isEcho =
      fingerprint !== '' && fingerprint === asked.fingerprint && characters < 2 * asked.characters + 40;
    const words = speaker && fingerprint ? `${speaker}: ${fingerprint}` : fingerprint;
    const lost: Record<string, number> = isEcho ? { echo: -ECHO } : {};
    const score = layers.reduce((sum, layer) => sum + weigh(layer.rows[i]!, layer.weights), 0);
    return [{ candidate, words, row: i, lost, score: score - (isEcho ? ECHO : 0) }];
  });
  found.sort((a, b) => b.score - a.score || newerFirst(a.candidate, b.candidate));
  const said = new Set<string>();
  for (const one of found) {
    if (one.words === '') continue;
    if (said.has(one.words)) {
      one.lost.repeat = -REPEAT;
      one.score -= REPEAT;
    }
    said.add(one.words);
  }
  found.sort((a, b) => b.score - a.score || newerFirst(a.candidate, b.candidate));
  return found.map(({ candidate, score, row, lost }) => ({
    seq: candidate.seq,
    score,
    explain: () => ({ ...shares(layers, row), ...lost }),
  }));
}

/** What each group of features gives to a score. */
function shares(
  layers: readonly { names: readonly string[]; rows: readonly Float64Array[]; weights: Float64Array }[],
  row: number,
): Record<string, number> {
  const explained: Record<string, number> = {};
  for (const { names, rows, weights } of layers) {
    names.forEach((name, column) => {
      const share = weights[column]! * rows[row]![column]!;
      if (share === 0) return;
      const group = groupOf(name);
      explained[group] = (explained[group] ?? 0) + share;
    });
  }
  return explained;
}
