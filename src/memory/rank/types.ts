import type { AnalyzedQuery } from '../text/analyze.ts';
import type { Reading } from './reading.ts';

export type { AnalyzedQuery };

/** One message of the pool: what recall loaded of it, and how the two legs saw it. */
export interface Candidate {
  /** The user's own running number of the message: its identity here, and the order of time among equals. */
  seq: number;
  /** What was read off its text when it was indexed. */
  reading: Reading;
  role: 'user' | 'assistant';
  conversation: string | null;
  createdAt: Date;
  /** With the query's vector; null where the message has none yet (or the query has none). */
  cosine: number | null;
  /** How often each of the query's terms stands in it; other terms may be there too and are not looked at. */
  termFrequencies: ReadonlyMap<number, number>;
  /** In terms, as `analyzeText` counts. */
  length: number;
  /** The message right before it in its conversation; looked at where the pool holds it. */
  previous?: number | undefined;
  next?: number | undefined;
  /** True where a filter leaves it out: it sheds light on its neighbours, but is never returned. */
  neighbourOnly?: boolean;
}

/** Exact statistics of all of one user's messages. */
export interface CorpusStats {
  /** Messages in all. */
  count: number;
  /** Their mean length in terms. */
  averageLength: number;
  /** In how many of them each of the query's terms stands. */
  documentFrequency: ReadonlyMap<number, number>;
}

/** A fitted linear model: a weight for each feature by its name; features it doesn't name count nothing. */
export interface RankWeights {
  /** Of the features of one message alone; their sum is what the context features are made of. */
  local: Readonly<Record<string, number>>;
  /** Of the same features and those of the context, for the final score. */
  final: Readonly<Record<string, number>>;
}

/** A fitted logistic model over what `confidence.ts` reads off a ranking. */
export interface ConfidenceWeights {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

export interface Ranked {
  seq: number;
  /** Comparable within one answer; higher is better. */
  score: number;
  /** 0 to 1: how likely the message is evidence for the question. Never higher than that of one ranked above it. */
  confidence: number;
  /** Each group of features' share of the score; they add up to it. Made when asked for. */
  explain(): Record<string, number>;
}
