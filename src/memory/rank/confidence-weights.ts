import type { ConfidenceWeights } from './types.ts';

/*
 * Fitted, not written: `node evals/fit.ts` makes this file after `weights.ts`, on the rankings those weights give.
 * Fitted on: evals/conversations.
 */

export const CONFIDENCE: ConfidenceWeights = {
  bias: -2.581,
  weights: {
    margin: 0.4173,
    share: 0.4435,
    bm25Absolute: 0.6869,
    cosineToward: 1.509,
    lacksNames: -0.5854,
    user: 0.4432,
    unknown: -0.7555,
    terms: 0.9205,
    size: -0.5837,
    broad: 0.9459,
    advice: -0.4695,
    whether: 0.2124,
  },
};

/** The limits below which nothing is told: where the best result is, none is; each by itself. */
export const RELEVANCE = { best: 0.0266, each: 0.0062 } as const;
