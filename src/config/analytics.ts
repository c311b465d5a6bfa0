import type { Variables } from './variables.ts';

/** The operator's analytics over all people. */
export interface AnalyticsConfig {
  /** How many different people have to stand behind whatever is shown (INSIGHTS_MIN_PEOPLE, 5). */
  minPeople: number;
  /** Whether this process works on them in the background (INSIGHTS_WORKER, true). */
  worker: boolean;
  /** How often it looks for new messages, in ms (INSIGHTS_INTERVAL in s, 300). */
  intervalMs: number;
}

export function readAnalytics(variables: Variables): AnalyticsConfig {
  return {
    minPeople: variables.wholeNumber('INSIGHTS_MIN_PEOPLE', { min: 2, max: 1_000, fallback: 5 }),
    worker: variables.boolean('INSIGHTS_WORKER', true),
    intervalMs: variables.seconds('INSIGHTS_INTERVAL', { min: 1, fallback: 300 }),
  };
}
