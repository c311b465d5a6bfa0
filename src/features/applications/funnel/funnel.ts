import type { DateISO } from '../../../kernel/clock.ts';
import { toISO } from '../../../kernel/clock.ts';
import type { Tracked } from '../application.ts';
import { dayMs, type Stay } from '../history.ts';
import { type Stage, stages } from '../stages.ts';
import { median, type Share, share } from './figures.ts';
import { type Week, weekly } from './weeks.ts';

/** The way a search goes when it goes well. The other stages are ends. */
export const path = ['saved', 'applied', 'screening', 'interview', 'offer', 'accepted'] as const;
export const ends = ['rejected', 'withdrawn', 'ghosted'] as const;
type Step = (typeof path)[number];

const shownUnanswered = 100;

export interface FunnelOptions {
  now: Date;
  /** An application without an answer for so many days is listed. */
  silentDays: number;
  /** How many weeks are counted, this one included. */
  weeks: number;
}

export interface Funnel {
  n: number;
  /** How many reached each step, and how many are in it now. */
  reached: { stage: Step; reached: number; now: number }[];
  /** How many ended in each of these ways, now. */
  ended: { stage: Stage; n: number }[];
  conversion: (Share & { from: Step; to: Step; open: number })[];
  time_in_stage: {
    stage: Stage;
    /** Stays that are over and whose length is known. */
    n: number;
    median_days: number | null;
    /** Those in this stage now. */
    so_far: { n: number; median_days: number | null };
  }[];
  by_source: { source: string | null; n: number; applied: number; answered: Share; offers: Share }[];
  weekly: Week[];
  no_answer: {
    total: number;
    /** Those that have waited longest, at most `shownUnanswered`. */
    longest: { application_id: string; title: string; company: string; applied_at: DateISO; days: number }[];
  };
}

/** One application as far as figures go. */
interface Course {
  tracked: Tracked;
  /** The furthest step on the path, as its place in `path`. */
  furthest: number;
}

/**
 * What the dates add up to. Somebody who was interviewed also applied and was looked at, whether or not each step was
 * written down: reaching a step counts for all before it. Every figure comes with the number it is made of.
 */
export function funnelOf(all: readonly Tracked[], options: FunnelOptions): Funnel {
  const courses = all.map((tracked): Course => ({ tracked, furthest: furthest(tracked.stays) }));
  const stageNow = (course: Course) => course.tracked.application.stage;
  const countNow = (stage: Stage) => courses.filter((course) => stageNow(course) === stage).length;
  const reaching = (step: number) => courses.filter((course) => course.furthest >= step);

  return {
    n: courses.length,
    reached: path.map((stage, i) => ({ stage, reached: reaching(i).length, now: countNow(stage) })),
    ended: ends.map((stage) => ({ stage, n: countNow(stage) })),
    conversion: path.slice(1).map((to, i) => {
      const before = reaching(i);
      return {
        from: path[i]!,
        to,
        ...share(reaching(i + 1).length, before.length),
        open: before.filter((course) => stageNow(course) === path[i]).length,
      };
    }),
    time_in_stage: stages.filter(isPassedThrough).map((stage) => timeIn(stage, all, options.now)),
    by_source: bySource(courses),
    weekly: weekly(all, options),
    no_answer: unanswered(all, options),
  };
}

function furthest(stays: readonly Stay[]): number {
  return Math.max(0, ...stays.map(({ stage }) => path.indexOf(stage as Step)));
}

function isPassedThrough(stage: Stage): boolean {
  return stage !== 'accepted' && !(ends as readonly Stage[]).includes(stage);
}

function timeIn(stage: Stage, all: readonly Tracked[], now: Date): Funnel['time_in_stage'][number] {
  const stays = all.flatMap((one) => one.stays).filter((stay) => stay.stage === stage);
  const over = stays.filter(({ until, known }) => until !== null && known);
  const open = stays.filter(({ until }) => until === null);
  return {
    stage,
    n: over.length,
    median_days: median(over.map(({ since, until }) => (until! - since) / dayMs)),
    so_far: {
      n: open.length,
      median_days: median(open.map(({ since }) => Math.max(0, now.getTime() - since) / dayMs)),
    },
  };
}

function bySource(courses: readonly Course[]): Funnel['by_source'] {
  const groups = Map.groupBy(courses, ({ tracked }) => tracked.application.source);
  return [...groups]
    .map(([source, group]) => {
      const reaching = (step: Step) => group.filter((one) => one.furthest >= path.indexOf(step)).length;
      const applied = reaching('applied');
      // A refusal is an answer too.
      const answered = group.filter(({ tracked }) => wasAnswered(tracked)).length;
      return {
        source,
        n: group.length,
        applied,
        answered: share(answered, applied),
        offers: share(reaching('offer'), applied),
      };
    })
    .sort((a, b) => b.n - a.n || String(a.source).localeCompare(String(b.source)));
}

/** Whether the employer said anything after the application was sent. */
function wasAnswered({ stays }: Tracked): boolean {
  const applied = furthest(stays) >= path.indexOf('applied');
  return applied && stays.some(({ stage }) => path.indexOf(stage as Step) > 1 || stage === 'rejected');
}

function unanswered(all: readonly Tracked[], { now, silentDays }: FunnelOptions): Funnel['no_answer'] {
  const list = all
    .filter(({ application }) => application.stage === 'applied')
    .map(({ application: { id, job }, stays }) => {
      const { since } = stays.at(-1)!;
      return {
        application_id: id,
        title: job.title,
        company: job.company,
        applied_at: toISO(new Date(since)),
        days: Math.floor((now.getTime() - since) / dayMs),
      };
    })
    .filter(({ days }) => days >= silentDays)
    .sort((a, b) => b.days - a.days);
  return { total: list.length, longest: list.slice(0, shownUnanswered) };
}
