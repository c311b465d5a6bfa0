import type { Application } from '../../../api/schema.d.ts';
import { dayWords, isDay } from '../../../ui/dates.tsx';
import { isStage, type Stage, stageNames } from './stages.ts';

export type TimelineEvent = Application['timeline'][number];

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** When an application came to the stage it is in. */
export function stageSince({ timeline, created_at }: Pick<Application, 'timeline' | 'created_at'>): string {
  return timeline.findLast(({ to }) => to !== null)?.at ?? created_at;
}

/** Whole days that it has been there. `now` in ms since 1970. */
export function daysInStage(application: Application, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(stageSince(application))) / 86_400_000));
}

const authors: Record<string, string> = {
  person: 'you',
  coach: 'the coach',
  import: 'an import',
  original: 'another program',
};

export const authorOf = ({ by }: TimelineEvent): string => authors[by] ?? by;

const fields: Record<string, string> = {
  cv: 'CV',
  letter: 'Letter',
  next_step: 'Next step',
  source: 'Source',
  reminder: 'Reminder',
  interview: 'Interview',
  applied_at: 'Date of applying',
  notes: 'Notes',
  contacts: 'Contacts',
  tags: 'Tags',
  job: 'Posting',
};

/** What happened, in words; what was written with it is `note`. */
export function eventWords(event: TimelineEvent): { what: string; note: string | null } {
  const { kind, from, to, note } = event;
  if (kind === 'created') return { what: `Added under ${nameOfStage(to)}`, note };
  if (kind === 'stage')
    return {
      what: from ? `From ${nameOfStage(from)} to ${nameOfStage(to)}` : `Moved to ${nameOfStage(to)}`,
      note,
    };
  if (kind === 'note') return { what: 'Note', note };
  const field = fields[kind] ?? kind.replaceAll('_', ' ');
  if (note === 'cleared') return { what: `${field} removed`, note: null };
  if (note === null) return { what: `${field} changed`, note: null };
  if (kind === 'cv' || kind === 'letter') return { what: `${field} linked`, note: null };
  if (kind === 'applied_at' && isDay(note)) return { what: `${field} set`, note: dayWords(note) };
  if (kind === 'reminder' || kind === 'interview' || kind === 'applied_at') {
    const at = Date.parse(note);
    return { what: `${field} set`, note: Number.isNaN(at) ? note : dateTime.format(at) };
  }
  return { what: `${field} set`, note };
}

function nameOfStage(stage: string | null): string {
  return isStage(stage) ? stageNames[stage as Stage] : (stage ?? 'a stage');
}
