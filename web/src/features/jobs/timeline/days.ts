import type { Application } from '../../../api/schema.d.ts';
import type { TimelineEvent } from '../shared/history.ts';

export interface Moment {
  key: string;
  application: Application;
  event: TimelineEvent;
}

export interface Day {
  /** 2026-03-01, in the browser's time zone. */
  day: string;
  moments: Moment[];
}

/** The newest `limit` events of all applications, by day; `total` counts them all. */
export function daysOf(applications: readonly Application[], limit: number): { days: Day[]; total: number } {
  const moments = applications
    .flatMap((application) =>
      application.timeline.map((event, i) => ({ key: `${application.id}-${i}`, application, event })),
    )
    // Within a moment the later of an application's events comes first, as it does in time.
    .reverse()
    .sort((a, b) => b.event.at.localeCompare(a.event.at));
  const days: Day[] = [];
  for (const moment of moments.slice(0, limit)) {
    const day = localDay(new Date(moment.event.at));
    const last = days.at(-1);
    if (last?.day === day) last.moments.push(moment);
    else days.push({ day, moments: [moment] });
  }
  return { days, total: moments.length };
}

/** 2026-03-01, in the browser's time zone. */
export function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
