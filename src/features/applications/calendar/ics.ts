import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Application } from '../application.ts';
import { dayMs } from '../history.ts';
import { isOver } from '../stages.ts';

const interviewMs = 60 * 60_000;
const reminderMs = 15 * 60_000;
/** Before an interview, in seconds. */
const alarmSeconds = 60 * 60;
/** What is longer past is no longer in the feed. */
const keptMs = 90 * dayMs;
/** How often readers should ask again, in seconds. */
const refreshSeconds = 60 * 60;

export interface FeedOptions {
  now: Date;
  /** Whether descriptions hold the person's notes. Calendars are often shared, so not unless asked. */
  notes: boolean;
}

/**
 * The calendar of somebody's applications. Each event keeps its UID for good, and SEQUENCE and DTSTAMP follow the
 * application's changes, so that readers move an entry instead of adding another. What is over or deleted is left out.
 */
export function calendarOf(applications: readonly Application[], options: FeedOptions): string {
  const calendar = ical({
    name: 'Interviewly',
    prodId: { company: 'Interviewly', product: 'Applications', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const application of applications) {
    addInterview(calendar, application, options);
    addReminder(calendar, application, options);
  }
  return calendar.toString();
}

function isShown(at: string | null, { stage }: Application, now: Date): at is string {
  if (at === null) return false;
  const time = Date.parse(at);
  return time > now.getTime() - keptMs && (time <= now.getTime() || !isOver(stage));
}

function addInterview(calendar: ICalCalendar, application: Application, options: FeedOptions): void {
  const { interview_at } = application;
  if (!isShown(interview_at, application, options.now)) return;
  const start = new Date(interview_at);
  calendar.createEvent({
    ...common(application, 'interview'),
    start,
    end: new Date(start.getTime() + interviewMs),
    summary: titled('Interview', application),
    location: application.job.location,
    description: describe(options.notes ? [application.notes] : []),
    busystatus: ICalEventBusyStatus.BUSY,
    alarms: [{ type: ICalAlarmType.display, trigger: alarmSeconds }],
  });
}

function addReminder(calendar: ICalCalendar, application: Application, options: FeedOptions): void {
  const { remind_at, next_step } = application;
  if (!isShown(remind_at, application, options.now)) return;
  const start = new Date(remind_at);
  calendar.createEvent({
    ...common(application, 'reminder'),
    start,
    end: new Date(start.getTime() + reminderMs),
    summary: titled(next_step ? 'Next step' : 'Reminder', application),
    description: describe([next_step, options.notes ? application.notes : null]),
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: [{ type: ICalAlarmType.display, trigger: 0 }],
  });
}

function common({ id, revision, updated_at, created_at, job }: Application, kind: string) {
  return {
    id: `${id}-${kind}@interviewly`,
    sequence: revision,
    stamp: new Date(updated_at),
    lastModified: new Date(updated_at),
    created: new Date(created_at),
    url: job.url,
  };
}

function titled(what: string, { job }: Application): string {
  return oneLine(`${what}: ${job.company}, ${job.title}`);
}

function describe(parts: (string | null)[]): string | null {
  const text = parts.filter(Boolean).join('\n\n');
  return text === '' ? null : text;
}

/** Titles come from postings: a line break in one must not become a line of the file. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
