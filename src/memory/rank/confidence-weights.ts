import type { ConfidenceWeights } from './types.ts';

/*
 * Fitted, not written: `node evals/fit.ts` makes this file after `weights.ts`, on the rankings those weights give.
 * Fitted on: evals/conversations.
 */

export const CONFIDENCE: ConfidenceWeights = {
  bias: -2.515,
  weights: {
    margin: 0.4408,
    share: 0.4378,
    bm25Absolute: 0.6938,
    cosineToward: 0.5829,
    lacksNames: -0.6705,
    user: 0.5655,
    unknown: -0.4896,
    terms: 0.696,
    size: -0.4731,
    broad: 0.9711,
    advice: -0.4494,
    whether: 0.2274,
  },
};

/** The limits below which nothing is told: where the best result is, none is; each by itself. */
export const RELEVANCE = { best: 0.0222, each: 0.0062 } as const;
