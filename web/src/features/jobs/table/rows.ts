import type { Application } from '../../../api/schema.d.ts';
import { stageSince } from '../shared/history.ts';
import { companyOf, titleOf } from '../shared/names.ts';
import { type Stage, stages } from '../shared/stages.ts';

export const columns = [
  { key: 'title', label: 'Job' },
  { key: 'company', label: 'Company' },
  { key: 'stage', label: 'Stage' },
  { key: 'since', label: 'Since' },
  { key: 'next_step', label: 'Next step' },
  { key: 'remind_at', label: 'Reminder' },
] as const;
export type Column = (typeof columns)[number]['key'];

export interface Sort {
  column: Column;
  isDescending: boolean;
}

/** `-since`, as it stands in the address. What is no column is the default: what moved last comes first. */
export function sortOf(text: string | undefined): Sort {
  const name = text?.replace(/^-/, '');
  const column = columns.find(({ key }) => key === name)?.key;
  if (!column) return { column: 'since', isDescending: true };
  return { column, isDescending: text!.startsWith('-') };
}

export const sortText = ({ column, isDescending }: Sort): string => (isDescending ? `-${column}` : column);

/** Of another column the most useful direction first; of the same one the other direction. */
export function nextSort(sort: Sort, column: Column): Sort {
  if (sort.column === column) return { column, isDescending: !sort.isDescending };
  return { column, isDescending: column === 'since' };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const sortKeyOf: Record<Column, (application: Application) => string | null> = {
  title: titleOf,
  company: (application) => companyOf(application) || null,
  stage: ({ stage }) => String(stages.indexOf(stage)),
  since: stageSince,
  next_step: ({ next_step }) => next_step,
  remind_at: ({ remind_at }) => remind_at,
};

/** Rows without a value come last, whichever way it is sorted. */
export function sorted(applications: readonly Application[], { column, isDescending }: Sort): Application[] {
  const value = sortKeyOf[column];
  return applications
    .map((application) => ({ application, key: value(application) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
      return collator.compare(a.key, b.key) * (isDescending ? -1 : 1);
    })
    .map(({ application }) => application);
}

export interface Filter {
  /** All of its words have to be there. */
  words: string;
  /** `open` or `closed`: all stages of that kind; null: any. */
  stage: Stage | 'open' | 'closed' | null;
}

export function filtered(applications: readonly Application[], { words, stage }: Filter): Application[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return applications.filter((application) => {
    if (!fits(application.stage, stage)) return false;
    if (wanted.length === 0) return true;
    const text = plain(textOf(application));
    return wanted.every((word) => text.includes(word));
  });
}

function fits(stage: Stage, wanted: Filter['stage']): boolean {
  if (wanted === null) return true;
  const isClosed = stages.indexOf(stage) >= stages.indexOf('accepted');
  if (wanted === 'open' || wanted === 'closed') return (wanted === 'closed') === isClosed;
  return stage === wanted;
}

function textOf({ job, notes, next_step, tags, contacts, source }: Application): string {
  const people = contacts.map(({ name, role = '' }) => `${name} ${role}`);
  return [job.title, job.company, job.location, notes, next_step, source, ...tags, ...people].join(' ');
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
