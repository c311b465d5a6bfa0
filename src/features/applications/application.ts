import type { Kysely } from 'kysely';
import { breathe } from '../../kernel/breathe.ts';
import type { DateISO } from '../../kernel/clock.ts';
import type { Database } from '../../store/index.ts';
import type { Identities } from '../account/index.ts';
import { inOrderOfTime, type Stay, sourceOf, staysOf, type TimelineEvent } from './history.ts';
import { unwrittenEvents } from './original.ts';
import { type ApplicationRow, eventsOf, type StoredEvent, selectApplications } from './rows.ts';
import { type Stage, stageOf } from './stages.ts';

export interface Contact {
  name: string;
  role?: string;
  email?: string;
  phone?: string;
  note?: string;
}

/** What a posting pays, as far as it says. Whole units of the currency per `period` (`YEAR`, `MONTH`, `HOUR`, …). */
export interface Salary {
  min: number | null;
  max: number | null;
  currency: string | null;
  period: string | null;
}

/** An application as the API shows it. Times are ISO 8601 in UTC. */
export interface Application {
  id: string;
  stage: Stage;
  job: {
    id: string;
    title: string;
    company: string;
    url: string | null;
    location: string | null;
    salary: Salary | null;
  };
  cv_id: string | null;
  letter_id: string | null;
  notes: string | null;
  contacts: Contact[];
  tags: string[];
  next_step: string | null;
  remind_at: DateISO | null;
  applied_at: DateISO | null;
  interview_at: DateISO | null;
  source: string | null;
  /** What the original's backend wrote and ours does not; null where there is nothing of it. */
  original: {
    cover_letter: string | null;
    rejection_reason: string | null;
    cv_match_score: number | null;
    interview_score: number | null;
    interview_completed_at: DateISO | null;
  } | null;
  revision: number;
  created_at: DateISO;
  updated_at: DateISO;
  timeline: TimelineEvent[];
}

/** An application with what its dates add up to. */
export interface Tracked {
  application: Application;
  stays: Stay[];
}

const gone = '[deleted]';

export function track(row: ApplicationRow, stored: readonly StoredEvent[]): Tracked {
  const written = stored.map(({ id: _, ...event }) => event);
  const events = [...written, ...unwrittenEvents(row, written)];
  const stays = staysOf(events, row.applied_at);
  return { application: toApplication(row, events), stays };
}

function toApplication(row: ApplicationRow, events: TimelineEvent[]): Application {
  return {
    id: row.id,
    stage: stageOf(row),
    job: {
      id: row.job_id,
      title: row.title ?? gone,
      company: row.company_name ?? gone,
      url: row.external_url,
      location: row.location,
      salary: salaryOf(row),
    },
    cv_id: row.cv_id,
    letter_id: row.letter_id,
    notes: row.notes,
    contacts: Array.isArray(row.contacts) ? (row.contacts as Contact[]) : [],
    tags: Array.isArray(row.tags) ? row.tags.map(String) : [],
    next_step: row.next_step,
    remind_at: row.remind_at,
    applied_at: row.applied_at,
    interview_at: row.interview_scheduled_at,
    source: sourceOf(events),
    original: originalPart(row),
    revision: row.revision ?? 0,
    created_at: row.created_at,
    updated_at: row.updated_at,
    timeline: inOrderOfTime(events),
  };
}

function originalPart(row: ApplicationRow): Application['original'] {
  const { cover_letter, rejection_reason, cv_match_score, interview_score, interview_completed_at } = row;
  const part = { cover_letter, rejection_reason, cv_match_score, interview_score, interview_completed_at };
  return Object.values(part).every((value) => value === null) ? null : part;
}

function salaryOf(row: ApplicationRow): Salary | null {
  if (row.salary_min === null && row.salary_max === null) return null;
  return {
    min: row.salary_min,
    max: row.salary_max,
    currency: row.salary_currency,
    period: row.salary_period,
  };
}

/** Applications that are put together in one go, before others have their turn. */
const atOnce = 200;

/** Rows with their events, in the order of the rows. */
export async function trackAll(db: Kysely<Database>, rows: readonly ApplicationRow[]): Promise<Tracked[]> {
  const tracked: Tracked[] = [];
  for (let start = 0; start < rows.length; start += atOnce) {
    if (start > 0) await breathe();
    const part = rows.slice(start, start + atOnce);
    const ids = part.map(({ id }) => id);
    const events = await eventsOf(db, ids);
    tracked.push(...part.map((row) => track(row, events.get(row.id) ?? [])));
  }
  return tracked;
}

/** One application of the caller's; null where there is no such one. */
export async function findApplication(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  id: string,
): Promise<Application | null> {
  const row = await selectApplications(db, identities).where('applications.id', '=', id).executeTakeFirst();
  if (!row) return null;
  return (await trackAll(db, [row]))[0]!.application;
}

/** Everything of a person, oldest first: what figures are made from. A search has hundreds of these, rarely thousands. */
export async function allTracked(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
): Promise<Tracked[]> {
  const rows = await selectApplications(db, identities)
    .orderBy('applications.created_at')
    .orderBy('applications.id')
    .execute();
  return trackAll(db, rows);
}
