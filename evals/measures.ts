/** The measures of evals/README: pure, so that they can be checked by hand. */

export const cutoffs = [5, 10, 25, 50] as const;

/** What was found for one question, best first, and what should have been. */
export interface Answered {
  found: string[];
  evidence: string[];
}

/** Each between 0 and 1. */
export type Measures = Record<string, number>;

/** In the order of a report. */
export const measureNames: string[] = [
  ...cutoffs.map((k) => `any@${k}`),
  ...cutoffs.map((k) => `recall@${k}`),
  ...cutoffs.map((k) => `all@${k}`),
  'MRR',
];

/** MRR looks no further than this. */
const deepest = Math.max(...cutoffs);

export function measure({ found, evidence }: Answered): Measures {
  const wanted = new Set(evidence);
  const measures: Measures = {};
  for (const k of cutoffs) {
    const hits = new Set(found.slice(0, k).filter((id) => wanted.has(id))).size;
    measures[`any@${k}`] = hits > 0 ? 1 : 0;
    measures[`recall@${k}`] = wanted.size === 0 ? 0 : hits / wanted.size;
    measures[`all@${k}`] = wanted.size > 0 && hits === wanted.size ? 1 : 0;
  }
  const first = found.slice(0, deepest).findIndex((id) => wanted.has(id));
  measures.MRR = first < 0 ? 0 : 1 / (first + 1);
  return measures;
}

export function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values: number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The bootstrap interval that holds the mean with 95% confidence: the same questions drawn again with replacement.
 * Seeded, so that two runs on the same answers print the same.
 */
export function interval(values: number[], { rounds = 1000, seed = 1 } = {}): [low: number, high: number] {
  if (values.length === 0) return [0, 0];
  const random = seeded(seed);
  const means: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)]!;
    means.push(sum / values.length);
  }
  return [percentile(means, 0.025), percentile(means, 0.975)];
}

export interface Summary {
  questions: number;
  measures: Record<string, { mean: number; low: number; high: number }>;
}

export function summarise(answers: Answered[]): Summary {
  const each = answers.map(measure);
  const measures = Object.fromEntries(
    measureNames.map((name) => {
      const values = each.map((one) => one[name]!);
      const [low, high] = interval(values);
      return [name, { mean: mean(values), low, high }];
    }),
  );
  return { questions: answers.length, measures };
}
