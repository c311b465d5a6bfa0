import type { ConfidenceWeights } from './types.ts';

/*
 * Fitted, not written: `node evals/fit.ts` makes this file after `weights.ts`, on the rankings those weights give.
 * Fitted on: evals/conversations.
 */

export const CONFIDENCE: ConfidenceWeights = {
  bias: -2.584,
  weights: {
    margin: 0.4446,
    share: 0.4523,
    bm25Absolute: 0.5913,
    cosineToward: 0.3731,
    lacksNames: -0.653,
    user: 0.4283,
    unknown: -0.4104,
    terms: 0.8826,
    size: -0.4977,
    broad: 1.014,
    advice: -0.5383,
    whether: 0.4798,
  },
};

/** The limits below which nothing is told: where the best result is, none is; each by itself. */
export const RELEVANCE = { best: 0.0266, each: 0.0052 } as const;
