import type { DateISO } from '../../kernel/clock.ts';
import { isStage, type Stage } from './stages.ts';

/** One thing that happened to an application. `from` and `to` are stages; null where the event is about something else. */
export interface TimelineEvent {
  at: DateISO;
  /** `person`, `coach`, `import` or `original`. */
  by: string;
  /** `created`, `stage`, `note`, `interview`, `reminder`, `next_step`, `applied_at`, `source`, … */
  kind: string;
  from: string | null;
  to: string | null;
  note: string | null;
}

/** A stay in a stage. Times in ms since 1970; `until` is null for the stage an application is in now. */
export interface Stay {
  stage: Stage;
  since: number;
  until: number | null;
  /** False where the dates say nothing about how long it was: the next step was dated back to before this one. */
  known: boolean;
}

export const dayMs = 86_400_000;

/**
 * The stays in stages, in the order in which they were told (which `events` must be in). Steps may be dated back, so a
 * step told later can lie before an earlier one: the earlier one then ends where it began, and its length is unknown.
 * `appliedAt` is when the person says they applied; it beats the time at which they said so.
 */
export function staysOf(events: readonly TimelineEvent[], appliedAt: DateISO | null): Stay[] {
  const stays: Stay[] = [];
  for (const { to, at } of events) {
    if (!isStage(to)) continue;
    const since = Date.parse(at);
    const last = stays.at(-1);
    // The same stage again corrects its date.
    if (last?.stage === to) last.since = since;
    else stays.push({ stage: to, since, until: null, known: true });
  }
  const applied = stays.find(({ stage }) => stage === 'applied');
  if (applied && appliedAt) applied.since = Date.parse(appliedAt);
  for (let i = stays.length - 2; i >= 0; i--) {
    const stay = stays[i]!;
    const next = stays[i + 1]!;
    if (stay.since > next.since) {
      stay.since = next.since;
      stay.known = false;
    }
    stay.until = next.since;
  }
  return stays;
}

/** For reading: by time; what happened at the same moment stays in the order it was told. */
export function inOrderOfTime(events: readonly TimelineEvent[]): TimelineEvent[] {
  return events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Where the person found it: the last thing they said about it. */
export function sourceOf(events: readonly TimelineEvent[]): string | null {
  return events.findLast(({ kind }) => kind === 'source')?.note ?? null;
}
