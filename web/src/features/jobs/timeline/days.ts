import type { Application } from '../../../api/schema.d.ts';
import { dayOf } from '../../../ui/dates.tsx';
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
      application.timeline.map((event, i) => ({
        key: `${application.id}-${i}`,
        day: dayOf(event.at),
        application,
        event,
      })),
    )
    // Within a moment the later of an application's events comes first, as it does in time.
    .reverse()
    .sort((a, b) => b.day.localeCompare(a.day) || b.event.at.localeCompare(a.event.at));
  const days: Day[] = [];
  for (const { day, ...moment } of moments.slice(0, limit)) {
    const last = days.at(-1);
    if (last?.day === day) last.moments.push(moment);
    else days.push({ day, moments: [moment] });
  }
  return { days, total: moments.length };
}
