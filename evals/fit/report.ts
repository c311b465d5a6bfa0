import type { Relevance } from '../../src/memory/context.ts';
import type { ConfidenceWeights, RankWeights } from '../../src/memory/rank/types.ts';
import { type Confident, summariseConfidence } from '../confidence-measures.ts';

/** How one question came out. */
export interface Outcome {
  source: string;
  ranking: readonly number[];
  evidence: ReadonlySet<number>;
  /** The loss of its list: how surprised the model was by the evidence; null where the pool held none. */
  surprise: number | null;
}

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** The measures of evals/README.md in per cent, and the mean surprise. */
export function measure(outcomes: readonly Outcome[]) {
  const mean = (value: (o: Outcome) => number) => meanOf(outcomes.map(value));
  const hits = (o: Outcome, k: number) => o.ranking.slice(0, k).filter((seq) => o.evidence.has(seq)).length;
  const first = (o: Outcome) => o.ranking.slice(0, 50).findIndex((seq) => o.evidence.has(seq)) + 1;
  return {
    questions: outcomes.length,
    any5: 100 * mean((o) => (hits(o, 5) ? 1 : 0)),
    any10: 100 * mean((o) => (hits(o, 10) ? 1 : 0)),
    mrr: 100 * mean((o) => (first(o) ? 1 / first(o) : 0)),
    recall5: 100 * mean((o) => hits(o, 5) / o.evidence.size),
    recall10: 100 * mean((o) => hits(o, 10) / o.evidence.size),
    surprise: meanOf(outcomes.flatMap(({ surprise }) => surprise ?? [])),
  };
}

/** One line a source. */
export function table(outcomes: readonly Outcome[]): string {
  const head = 'source                       questions  any@5 any@10    MRR  rec@5 rec@10  surprise';
  const groups = Object.entries(Object.groupBy(outcomes, ({ source }) => source));
  const lines = groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, of]) => {
      const m = measure(of!);
      const figures = [m.any5, m.any10, m.mrr, m.recall5, m.recall10].map((v) => v.toFixed(1).padStart(6));
      return `${source.padEnd(30)}${String(m.questions).padStart(8)} ${figures.join(' ')} ${m.surprise.toFixed(3).padStart(9)}`;
    });
  return [head, ...lines].join('\n');
}

/** Below this a weight says nothing and is left out. */
const NOTHING = 5e-4;

function layer(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .filter(([, value]) => Math.abs(value) >= NOTHING)
    .map(([name, value]) => `    ${name}: ${Number(value.toPrecision(4))},`)
    .join('\n');
}

/** The source of src/memory/rank/weights.ts. */
export function weightsModule(weights: RankWeights, fittedOn: string): string {
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted, and near a constant by chance
import type { RankWeights } from './types.ts';

/**
 * Fitted, not written: \`node evals/fit.ts\` makes this file. Change the features or the data, then fit again.
 * Fitted on: ${fittedOn}.
 */
export const WEIGHTS: RankWeights = {
  local: {
${layer(weights.local)}
  },
  final: {
${layer(weights.final)}
  },
};
`;
}

/** The source of src/memory/rank/confidence-weights.ts. */
export function confidenceModule(
  { bias, weights }: ConfidenceWeights,
  { best, each }: Relevance,
  fittedOn: string,
): string {
  return `import type { ConfidenceWeights } from './types.ts';

/*
 * Fitted, not written: \`node evals/fit.ts\` makes this file after \`weights.ts\`, on the rankings those weights give.
 * Fitted on: ${fittedOn}.
 */

export const CONFIDENCE: ConfidenceWeights = {
  bias: ${Number(bias.toPrecision(4))},
  weights: {
${layer(weights)}
  },
};

/** The limits below which nothing is told: where the best result is, none is; each by itself. */
export const RELEVANCE = { best: ${best}, each: ${each} } as const;
`;
}

/** How one question came out that a memory could answer, or could not. */
export interface ConfidenceOutcome extends Confident {
  source: string;
}

/** One line a source, with the measures of evals/README.md. */
export function confidenceTable(outcomes: readonly ConfidenceOutcome[]): string {
  const head = 'source                         questions  AUROC    ECE  left out  silent  evidence kept';
  const groups = Object.entries(Object.groupBy(outcomes, ({ source }) => source));
  const lines = groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, of]) => {
      const m = summariseConfidence(of!);
      const percent = (value: number, width: number) => (100 * value).toFixed(1).padStart(width);
      const count = String(m.answerable + m.unanswerable).padStart(9);
      const figures = [
        (m.auroc ?? 0.5).toFixed(3).padStart(6),
        m.calibrationError.toFixed(3).padStart(6),
        percent(m.leftOut, 9),
        percent(m.silent, 7),
        percent(m.evidenceKept, 14),
      ];
      return `${source.padEnd(30)} ${count} ${figures.join(' ')}`;
    });
  return [head, ...lines].join('\n');
}
