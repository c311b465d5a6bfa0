import type { Kysely } from 'kysely';
import { type DateISO, toISO } from '../../kernel/clock.ts';
import type { Database } from '../../store/index.ts';
import type { Identities } from '../account/index.ts';
import { type Application, allTracked, type Tracked } from './application.ts';
import { dayMs } from './history.ts';
import { isClosed, isOver, type Stage } from './stages.ts';

export const dueKinds = [
  'reminder',
  'interview',
  'after_interview',
  'offer',
  'follow_up',
  'no_answer',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** Something to do about an application. */
export interface DueItem {
  application_id: string;
  title: string;
  company: string;
  stage: Stage;
  kind: DueKind;
  /** In plain words, with the number of days. */
  why: string;
  suggestion: string;
  /** The moment it hangs on: the reminder, the interview, the offer, the day of applying or of the last stage. */
  since: DateISO;
  /** Whole days from `since` until now; negative where it is still to come. */
  days: number;
}

/** Days without an answer after which to ask, to ask again, and to take it for no answer. Common advice, no law. */
export const silenceDays = { first: 7, second: 14, ghosted: 21 } as const;

const weekMs = 7 * dayMs;
/** An interview is something to thank for, and to write down, for so long. */
const freshInterviewDays = 7;
const screeningSilenceDays = 14;

const urgency: Record<DueKind, number> = {
  interview: 0,
  reminder: 1,
  offer: 2,
  after_interview: 3,
  follow_up: 4,
  no_answer: 5,
};

/**
 * What is due this week: interviews and reminders within seven days (and reminders that are past), offers that wait,
 * interviews just had, and applications without an answer. The most urgent first.
 */
export async function dueFollowUps(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  now: Date,
): Promise<DueItem[]> {
  return dueItems(await allTracked(db, identities), now);
}

export function dueItems(tracked: readonly Tracked[], now: Date): DueItem[] {
  return tracked
    .flatMap((one) => itemsOf(one, now))
    .sort(
      (a, b) =>
        urgency[a.kind] - urgency[b.kind] ||
        Date.parse(a.since) - Date.parse(b.since) ||
        a.company.localeCompare(b.company),
    );
}

function itemsOf({ application, stays }: Tracked, now: Date): DueItem[] {
  const { stage } = application;
  if (isOver(stage)) return [];
  const items: DueItem[] = [];
  const add = (kind: DueKind, at: number, why: string, suggestion: string) =>
    items.push(item(application, { kind, at, why, suggestion, now }));

  const remind = timeOf(application.remind_at);
  if (remind !== null && remind - now.getTime() <= weekMs) {
    const days = daysBetween(remind, now);
    const step = application.next_step ?? 'look at this application';
    add(
      'reminder',
      remind,
      days > 0 ? `the reminder was ${ago(days)}` : `the reminder is ${ahead(days)}`,
      step,
    );
  }
  if (isClosed(stage)) return items;

  const interview = timeOf(application.interview_at);
  const untilInterview = interview === null ? null : interview - now.getTime();
  const isAhead = untilInterview !== null && untilInterview > 0;
  if (isAhead && untilInterview <= weekMs)
    add('interview', interview!, `the interview is ${ahead(daysBetween(interview!, now))}`, 'prepare for it');
  const last = stays.at(-1)!;
  if (interview !== null && !isAhead && last.since <= interview && stage !== 'offer') {
    const days = daysBetween(interview, now);
    if (days <= freshInterviewDays)
      add('after_interview', interview, `the interview was ${ago(days)}`, 'say thanks, and note how it went');
    else add('follow_up', interview, `no word since the interview ${ago(days)}`, 'ask where they stand');
  }
  if (stage === 'offer') {
    const days = daysBetween(last.since, now);
    add('offer', last.since, `the offer has waited since ${ago(days)}`, 'negotiate, accept or decline');
  }
  const isSilent = stage === 'applied' || (stage === 'screening' && !isAhead && items.length === 0);
  if (isSilent) addSilence({ application, stays }, now, add);
  return items;
}

function addSilence(
  { application, stays }: Tracked,
  now: Date,
  add: (kind: DueKind, at: number, why: string, suggestion: string) => void,
): void {
  const { since, stage } = stays.at(-1)!;
  const days = daysBetween(since, now);
  if (stage === 'screening') {
    if (days >= screeningSilenceDays && !touched(application, now))
      add('follow_up', since, `in screening without a change since ${ago(days)}`, 'ask where they stand');
    return;
  }
  const why = `applied ${ago(days)}, no answer yet`;
  if (days >= silenceDays.ghosted) add('no_answer', since, why, 'ask a last time, or call it ghosted');
  else if (touched(application, now)) return;
  else if (days >= silenceDays.second) add('follow_up', since, why, 'follow up once more');
  else if (days >= silenceDays.first) add('follow_up', since, why, 'follow up');
}

/** Whether somebody wrote a note in the last week: they are at it, and need not be told. */
function touched({ timeline }: Application, now: Date): boolean {
  return timeline.some(
    ({ kind, at }) => kind === 'note' && now.getTime() - Date.parse(at) < silenceDays.first * dayMs,
  );
}

function item(
  { id, job, stage }: Application,
  {
    kind,
    at,
    why,
    suggestion,
    now,
  }: { kind: DueKind; at: number; why: string; suggestion: string; now: Date },
): DueItem {
  return {
    application_id: id,
    title: job.title,
    company: job.company,
    stage,
    kind,
    why,
    suggestion,
    since: toISO(new Date(at)),
    days: daysBetween(at, now),
  };
}

function timeOf(at: DateISO | null): number | null {
  return at === null ? null : Date.parse(at);
}

function daysBetween(at: number, now: Date): number {
  return Math.trunc((now.getTime() - at) / dayMs);
}

function ago(days: number): string {
  return days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`;
}

function ahead(days: number): string {
  return days === 0 ? 'within a day' : days === -1 ? 'in 1 day' : `in ${-days} days`;
}
