import type { ConfidenceWeights } from './types.ts';

/*
 * Fitted, not written: `node evals/fit.ts` makes this file after `weights.ts`, on the rankings those weights give.
 * Fitted on: evals/conversations.
 */

export const CONFIDENCE: ConfidenceWeights = {
  bias: -3.076,
  weights: {
    margin: 0.4956,
    share: 0.374,
    bm25Absolute: 0.6289,
    cosineToward: 1.025,
    lacksNames: -0.5985,
    user: 0.5064,
    unknown: -0.6847,
    terms: 1.075,
    size: -0.6053,
    broad: 0.9908,
    advice: -0.4228,
    whether: 0.2359,
  },
};

/** The limits below which nothing is told: where the best result is, none is; each by itself. */
export const RELEVANCE = { best: 0.0222, each: 0.0062 } as const;
