import { performance } from 'node:perf_hooks';
import { breathe } from '../src/kernel/breathe.ts';
import { median } from './results.ts';

/** One way to answer a question; gives the ids that it found, best first. */
export interface Arm {
  name: string;
  /** Questions by their number, so that all arms are asked the same. */
  ask(question: number): Promise<string[]>;
  /** A slow arm is asked less often, but never less than `fewest`. */
  mayBeSlow?: boolean;
}

export interface Measured {
  name: string;
  times: number[];
  found: Map<number, string[]>;
}

export interface Effort {
  /** Questions that each arm is asked. */
  questions: number;
  /** Questions that a slow arm is asked at least. */
  fewest: number;
  /** How long a slow arm may take in all, in ms. */
  budgetMs: number;
}

/**
 * Asks all arms in turns (A B C A B C …) after a warm-up, so that whatever else the machine does hits all of them alike.
 * A slow arm sits out some of the rounds, spread evenly.
 */
export async function interleave(arms: Arm[], { questions, fewest, budgetMs }: Effort): Promise<Measured[]> {
  const lanes = [];
  for (const arm of arms) {
    await arm.ask(0);
    await breathe();
    const startedAt = performance.now();
    await arm.ask(1 % questions);
    const onceMs = performance.now() - startedAt;
    const affordable = Math.max(fewest, Math.floor(budgetMs / onceMs));
    const count = arm.mayBeSlow ? Math.min(questions, affordable) : questions;
    if (!arm.mayBeSlow) for (let i = 2; i < 5; i++) await arm.ask(i % questions);
    lanes.push({ arm, count, measured: { name: arm.name, times: [], found: new Map() } as Measured });
  }
  for (let round = 0; round < questions; round++) {
    for (const { arm, count, measured } of lanes) {
      if (Math.floor(((round + 1) * count) / questions) === Math.floor((round * count) / questions)) continue;
      // Requests come in as events; without a pause, what a design does in the background would never have its turn.
      await breathe();
      const startedAt = performance.now();
      const found = await arm.ask(round);
      measured.times.push(performance.now() - startedAt);
      measured.found.set(round, found);
    }
  }
  return lanes.map(({ measured }) => measured);
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

/** Times as people read them: three digits, whatever the size. */
export function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The cells «median, p99, n» of a table. */
export function timeCells({ times }: Measured): string[] {
  return [ms(median(times)), ms(percentile(times, 0.99)), String(times.length)];
}

/** The share of the ten nearest that was found, over all questions asked. */
export function recallAt10({ found }: Measured, exact: (question: number) => string[]): number {
  let sum = 0;
  for (const [question, ids] of found) {
    const right = new Set(exact(question));
    sum += ids.slice(0, 10).filter((id) => right.has(id)).length / Math.max(1, right.size);
  }
  return sum / found.size;
}

export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`;
