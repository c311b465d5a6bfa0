import { termsOf } from '../text/analyze.ts';
import { termHash } from '../text/hash.ts';
import { tableOf } from './columns.ts';
import { CONFIDENCE } from './confidence-weights.ts';
import { type FeatureTable, inOrder, weigh } from './features.ts';
import type { ConfidenceWeights, CorpusStats } from './types.ts';

/** What the model is given of each message of a ranking, best first; one row a message. */
export interface ConfidenceInputs {
  names: readonly string[];
  rows: readonly Float64Array[];
}

/** How many of the best tell what a usual score is; a larger memory than that looks like one of this size. */
const TYPICAL = 100;
/** A message this far behind is no likelier to be evidence than one further behind. */
const FARTHEST = -8;
/** The databases' arithmetic differs in the last digits; what is told ends before that. */
const GRID = 1e4;

const inputTable = tableOf();

/**
 * What says whether a message is evidence at all, not only that it is better than others: how far its score stands out
 * of its pool, and how much of the question it holds. Scores are taken relative to the pool, and the features' scales
 * are those of `local-features.ts`, so that neither the embedding model nor the size of a large memory matters much.
 */
export function confidenceInputs(
  { pool, layers: [{ names, rows }], about }: FeatureTable,
  found: readonly { row: number; score: number }[],
  corpus: CorpusStats,
): ConfidenceInputs {
  if (found.length === 0) return { names: [], rows: [] };
  const scores = found.map(({ score }) => score);
  const best = scores.slice(0, TYPICAL);
  const usual = best[best.length >> 1]!;
  const all = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - scores[0]!), 0)) + scores[0]!;

  const { question, terms, sides } = about;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const unknown = terms
    .filter(({ hash }) => !corpus.documentFrequency.get(hash))
    .reduce((sum, { weight }) => sum + weight, 0);
  const named = [...question.names]
    .filter((name) => !sides.speakers.has(name))
    .flatMap(termsOf)
    .map(termHash);
  const absolute = names.indexOf('bm25Absolute');
  const toward = names.indexOf('cosineToward');

  const { put, end, finish } = inputTable(found.length);
  for (const { row, score } of found) {
    const { role, termFrequencies } = pool[row]!;
    const features = rows[row]!;
    put('margin', score - usual);
    put('share', Math.max(FARTHEST, score - all));
    put('bm25Absolute', features[absolute]!);
    put('cosineToward', features[toward]!);
    put(
      'lacksNames',
      named.length ? named.filter((hash) => !termFrequencies.has(hash)).length / named.length : 0,
    );
    put('user', role === 'user' ? 1 : 0);
    // The same for all messages of one question: what it asks for, how much of it was never spoken of, how many messages there are.
    put('unknown', unknown / total);
    put('terms', Math.log(1 + terms.length));
    put('size', Math.log(Math.min(found.length, TYPICAL)));
    put('broad', question.broad ? 1 : 0);
    put('advice', question.advice ? 1 : 0);
    put('whether', question.whether ? 1 : 0);
    end();
  }
  return finish();
}

/**
 * The probability that each message of a ranking is evidence. It never rises on the way down, whatever the message holds:
 * a reader takes the order for the more certain of the two.
 */
export function confidencesOf(
  { names, rows }: ConfidenceInputs,
  { bias, weights }: ConfidenceWeights = CONFIDENCE,
): number[] {
  const ordered = inOrder(names, weights);
  let least = 1;
  return rows.map((row) => {
    const odds = bias + weigh(row, ordered);
    least = Math.min(least, 1 / (1 + Math.exp(-odds)));
    return Math.round(least * GRID) / GRID;
  });
}
