import type { Contact, Salary } from '../application.ts';
import { dayMs } from '../history.ts';
import { bounds, webAddress } from '../schemas.ts';
import { isStage, type Stage } from '../stages.ts';
import { contactsFrom } from './cells.ts';
import { dateFields, type Field } from './columns.ts';
import { type DateOrder, readDate } from './dates.ts';
import { parseSalary } from './salary.ts';
import { stageNamed } from './stage-names.ts';

export interface Note {
  line: number;
  field: string;
  message: string;
}

/** What one row says. A date, an address or a salary that cannot be read is left out, with a note. */
export interface Candidate {
  line: number;
  title: string;
  company_name: string;
  url: string | null;
  location: string | null;
  salary: Salary | null;
  /** Null: the row does not say. */
  stage: Stage | null;
  applied_at: Date | null;
  interview_at: Date | null;
  remind_at: Date | null;
  saved_at: Date | null;
  next_step: string | null;
  source: string | null;
  tags: string[];
  contacts: Contact[];
  notes: string | null;
  /** Of a file of ours: the stages that were gone through. */
  history: { stage: Stage; at: Date }[];
}

export interface ReadOptions {
  now: Date;
  order: DateOrder | null;
  /** Names of stages that only this person uses. */
  stages: Readonly<Record<string, Stage>>;
}

export type Row = ReadonlyMap<Field, string>;

/** A row as an application; a text says why it cannot be one. */
export function readCandidate(
  line: number,
  row: Row,
  options: ReadOptions,
  notes: Note[],
): Candidate | { skipped: string } {
  const text = (field: Field) => row.get(field)?.trim() || null;
  const title = text('title');
  const company_name = text('company');
  if (!company_name) return { skipped: 'company is empty' };
  if (!title) return { skipped: 'title is empty' };
  const stage = stageIn(text('stage'), options.stages);
  if (stage === undefined) return { skipped: `stage is not one we know: ${shown(text('stage')!)}` };
  const note = (field: string, message: string) => notes.push({ line, field, message });
  const dates = Object.fromEntries(
    dateFields.map((field) => [field, dateIn(text(field), field, options, note)]),
  ) as Record<(typeof dateFields)[number], Date | null>;
  const tags = [...new Set((text('tags') ?? '').split(/[,;|]/).map((tag) => tag.trim()))].filter(Boolean);
  const candidate: Candidate = {
    line,
    title,
    company_name,
    url: addressIn(text('url'), note),
    location: text('location'),
    salary: salaryIn(text('salary'), note),
    stage,
    ...dates,
    next_step: text('next_step'),
    source: text('source'),
    tags,
    contacts: contactsFrom(text('contacts') ?? ''),
    // White space at the ends is the person's.
    notes: text('notes') && row.get('notes')!,
    history: historyIn(text('stage_history'), stage, options.now),
  };
  const tooLong = tooLongField(candidate);
  return tooLong === null ? candidate : { skipped: tooLong };
}

/** Undefined: a word that stands for no stage. */
function stageIn(text: string | null, own: ReadOptions['stages']): Stage | null | undefined {
  if (text === null) return null;
  const mapped = Object.entries(own).find(([name]) => name.trim().toLowerCase() === text.toLowerCase());
  return mapped?.[1] ?? stageNamed(text) ?? undefined;
}

function dateIn(
  text: string | null,
  field: (typeof dateFields)[number],
  { now, order }: ReadOptions,
  note: (field: string, message: string) => void,
): Date | null {
  if (text === null) return null;
  const read = readDate(text);
  if (read === null) {
    note(field, `is not a date that can be read: ${shown(text)}`);
    return null;
  }
  if ('dmy' in read && order === null) {
    const [dmy, mdy] = [read.dmy, read.mdy].map((date) => date.toISOString().slice(0, 10));
    note(field, `${shown(text)} may be ${dmy} or ${mdy}: say which with date_order (dmy or mdy)`);
    return null;
  }
  const date = 'dmy' in read ? read[order!] : read.date;
  if (field !== 'applied_at' && field !== 'saved_at') return date;
  const past = pastOf(date, now);
  if (past === null) note(field, `${shown(text)} is in the future`);
  return past;
}

/** A day is noon: today's may be to come, and where the person is it may be tomorrow already. Null for what is later. */
function pastOf(date: Date, now: Date): Date | null {
  if (date.getTime() > now.getTime() + dayMs) return null;
  return date > now ? now : date;
}

function addressIn(text: string | null, note: (field: string, message: string) => void): string | null {
  if (text === null) return null;
  const address = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(text) ? `https://${text}` : text;
  if (webAddress.safeParse(address).success) return address;
  note('url', 'is not an http or https address of at most 500 characters');
  return null;
}

function salaryIn(text: string | null, note: (field: string, message: string) => void): Salary | null {
  if (text === null) return null;
  const salary = parseSalary(text);
  if (!salary) note('salary', `is not a salary that can be read: ${shown(text)}`);
  return salary;
}

/** Only where it ends in the stage that the row is in: an edited stage beats an older history. */
function historyIn(text: string | null, stage: Stage | null, now: Date): Candidate['history'] {
  if (text === null) return [];
  const steps = text.split(';').map((part) => {
    const [at = '', name] = part.trim().split(/\s+/);
    const read = readDate(at);
    const past = read && 'date' in read ? pastOf(read.date, now) : null;
    return past && isStage(name) ? { stage: name, at: past } : null;
  });
  const known = steps.filter((step) => step !== null);
  return known.length === steps.length && known.at(-1)?.stage === stage ? known : [];
}

function tooLongField(candidate: Candidate): string | null {
  const most: [Field, string | null, number][] = [
    ['title', candidate.title, 255],
    ['company', candidate.company_name, 255],
    ['location', candidate.location, 255],
    ['next_step', candidate.next_step, bounds.nextStep],
    ['source', candidate.source, 100],
    ['notes', candidate.notes, bounds.notes],
    ...candidate.tags.map((tag): [Field, string, number] => ['tags', tag, bounds.tag]),
  ];
  const found = most.find(([, text, length]) => text !== null && text.length > length);
  if (found) return `${found[0]} has more than ${found[2].toLocaleString('en-US')} characters`;
  if (candidate.tags.length > bounds.tags) return `tags are more than ${bounds.tags}`;
  return contactsProblem(candidate.contacts);
}

const contactBounds = { name: 200, role: 200, email: 255, phone: 50, note: 2_000 } as const;

function contactsProblem(contacts: readonly Contact[]): string | null {
  if (contacts.length > bounds.contacts) return `contacts are more than ${bounds.contacts}`;
  for (const contact of contacts) {
    if (contact.name === '') return 'contacts hold somebody without a name';
    for (const [field, length] of Object.entries(contactBounds))
      if ((contact[field as keyof Contact] ?? '').length > length)
        return `contacts hold a ${field} of more than ${length.toLocaleString('en-US')} characters`;
  }
  return null;
}

/** A cell quoted back, but not all of a long one. */
function shown(text: string): string {
  return `«${(text.length > 40 ? `${text.slice(0, 40)}…` : text).toWellFormed()}»`;
}

/** The stage an application gets: the one it says, else the one its dates say. */
export function stageFor({ stage, applied_at }: Pick<Candidate, 'stage' | 'applied_at'>): Stage {
  return stage ?? (applied_at ? 'applied' : 'saved');
}

/** Since when it is in that stage, as far as the row says; null where it does not. */
export function sinceOf(candidate: Candidate): Date | null {
  const stage = stageFor(candidate);
  if (stage === 'saved') return candidate.saved_at;
  return stage === 'applied' ? candidate.applied_at : null;
}
