import type { Kysely } from 'kysely';
import { type DateISO, toISO } from '../../kernel/clock.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import type { TimelineEvent } from './history.ts';
import type { StoredEvent } from './rows.ts';
import { type Stage, stages } from './stages.ts';

/** Who made a change. What the original's backend did is written down by us as `original`. */
export type Author = 'person' | 'coach' | 'import';

/** Ids that sort behind the last one stored, whatever the clock says: events are read in the order of their ids. */
export function eventIds(count: number, now: Date, last?: string): string[] {
  const lastMs = last === undefined ? 0 : Number.parseInt(last.replaceAll('-', '').slice(0, 12), 16);
  const first = Math.max(now.getTime(), lastMs + 1);
  return Array.from({ length: count }, (_, i) => uuidv7(first + i));
}

export interface NewEvents {
  application_id: string;
  owner_id: string;
  events: TimelineEvent[];
}

/** The rows of new events of an application, behind those it has. */
export function eventRows({ application_id, owner_id, events }: NewEvents, now: Date, last?: StoredEvent) {
  const ids = eventIds(events.length, now, last?.id);
  return events.map(({ at, by, kind, from, to, note }, i) => ({
    id: ids[i]!,
    application_id,
    owner_id,
    at: new Date(at),
    by,
    kind,
    from_stage: from,
    to_stage: to,
    note,
  }));
}

export async function insertEvents(trx: Kysely<Database>, rows: ReturnType<typeof eventRows>): Promise<void> {
  if (rows.length > 0) await trx.insertInto('interviewly.application_events').values(rows).execute();
}

export function event(
  by: string,
  kind: string,
  at: Date,
  parts: Partial<Pick<TimelineEvent, 'from' | 'to' | 'note'>> = {},
): TimelineEvent {
  return { at: toISO(at), by, kind, from: null, to: null, note: null, ...parts };
}

const beyondApplied: ReadonlySet<Stage> = new Set(stages.slice(stages.indexOf('screening')));

/** Whether being in this stage means that an application was sent, before it. */
export const isBeyondApplied = (stage: Stage): boolean => beyondApplied.has(stage);

/** The events of a new application: with a known date of applying, further stages come after one of applying. */
export function firstEvents(
  by: Author,
  { stage, since, appliedAt, note = null }: FirstStage,
): TimelineEvent[] {
  if (!appliedAt || !isBeyondApplied(stage) || appliedAt > since)
    return [event(by, 'created', since, { to: stage, note })];
  return [
    event(by, 'created', appliedAt, { to: 'applied' }),
    event(by, 'stage', since, { from: 'applied', to: stage, note }),
  ];
}

export interface FirstStage {
  stage: Stage;
  since: Date;
  appliedAt: Date | null;
  note?: string | null;
}

/** A time as an event's note tells it. */
export function timeNote(date: Date | null): DateISO | 'cleared' {
  return date ? toISO(date) : 'cleared';
}
