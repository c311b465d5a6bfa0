import type { useFunnel } from '../queries.ts';
import type { Stage } from '../shared/stages.ts';

export type Funnel = NonNullable<ReturnType<typeof useFunnel>['data']>;

export interface FunnelRow {
  stage: Stage;
  reached: number;
  now: number;
  /** Of those that reached it, how many reached the next one; null for the last. */
  onward: { n: number; of: number; rate: number | null } | null;
  /** Median length of stays that are over; null where there is none. */
  days: number | null;
}

export function rowsOf({
  reached,
  conversion,
  time_in_stage,
}: Pick<Funnel, 'reached' | 'conversion' | 'time_in_stage'>): FunnelRow[] {
  return reached.map(({ stage, reached: count, now }) => ({
    stage,
    reached: count,
    now,
    onward: conversion.find(({ from }) => from === stage) ?? null,
    days: time_in_stage.find((one) => one.stage === stage)?.median_days ?? null,
  }));
}
