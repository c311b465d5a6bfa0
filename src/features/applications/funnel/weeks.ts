import type { Tracked } from '../application.ts';
import { dayMs, type Stay } from '../history.ts';
import type { Stage } from '../stages.ts';

/** What happened in a week, which begins on Monday at 0:00 UTC. */
export interface Week {
  /** The Monday, `YYYY-MM-DD`. */
  week: string;
  saved: number;
  applied: number;
  interviews: number;
  offers: number;
  rejected: number;
}

const weekMs = 7 * dayMs;
/** 1970 began on a Thursday. */
const firstMonday = 4 * dayMs;

function weekOf(time: number): number {
  return Math.floor((time - firstMonday) / weekMs);
}

const counted = {
  saved: 'saved',
  applied: 'applied',
  interview: 'interviews',
  offer: 'offers',
  rejected: 'rejected',
} as const satisfies Partial<Record<Stage, Exclude<keyof Week, 'week'>>>;

/** The last weeks, the current one last: how many applications came to each stage for the first time. */
export function weekly(all: readonly Tracked[], { now, weeks }: { now: Date; weeks: number }): Week[] {
  const last = weekOf(now.getTime());
  const list = Array.from({ length: weeks }, (_, i): Week => {
    const monday = new Date(firstMonday + (last - weeks + 1 + i) * weekMs);
    return {
      week: monday.toISOString().slice(0, 10),
      saved: 0,
      applied: 0,
      interviews: 0,
      offers: 0,
      rejected: 0,
    };
  });
  for (const { stays } of all) {
    for (const [stage, column] of Object.entries(counted)) {
      const first = stays.find((stay: Stay) => stay.stage === stage);
      const week = first && list[weekOf(first.since) - last + weeks - 1];
      if (week) week[column]++;
    }
  }
  return list;
}
