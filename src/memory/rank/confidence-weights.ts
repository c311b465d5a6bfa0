import type { ConfidenceWeights } from './types.ts';

/*
 * Fitted, not written: `node evals/fit.ts` makes this file after `weights.ts`, on the rankings those weights give.
 * Fitted on: evals/conversations.
 */

export const CONFIDENCE: ConfidenceWeights = {
  bias: -2.628,
  weights: {
    margin: 0.4301,
    share: 0.4076,
    bm25Absolute: 0.7609,
    cosineToward: 1.471,
    lacksNames: -0.5884,
    user: 0.438,
    unknown: -0.7063,
    terms: 0.8872,
    size: -0.5872,
    broad: 0.9401,
    advice: -0.5206,
    whether: 0.216,
  },
};

/** The limits below which nothing is told: where the best result is, none is; each by itself. */
export const RELEVANCE = { best: 0.0319, each: 0.0052 } as const;
