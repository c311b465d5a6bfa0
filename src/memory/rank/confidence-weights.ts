import type { ConfidenceWeights } from './types.ts';

/*
 * Fitted, not written: `node evals/fit.ts` makes this file after `weights.ts`, on the rankings those weights give.
 * Fitted on: evals/conversations.
 */

export const CONFIDENCE: ConfidenceWeights = {
  bias: -2.702,
  weights: {
    margin: 0.424,
    share: 0.4255,
    bm25Absolute: 0.76,
    cosineToward: 1.519,
    lacksNames: -0.5853,
    user: 0.4763,
    unknown: -0.7095,
    terms: 0.9374,
    size: -0.5889,
    broad: 0.943,
    advice: -0.4999,
    whether: 0.2185,
  },
};

/** The limits below which nothing is told: where the best result is, none is; each by itself. */
export const RELEVANCE = { best: 0.0319, each: 0.0052 } as const;
