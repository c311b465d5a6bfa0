import { isDeepStrictEqual } from 'node:util';
import type { Application, Contact } from './application.ts';
import type { Details } from './create.ts';
import { timeNote } from './events.ts';

/** The details that really differ from what there is: each as the kind of its event, and what the timeline says of it. */
export function differences(before: Application, details: Details): [kind: string, note: string | null][] {
  const found: [string, string | null][] = [];
  const plain = { cv: 'cv_id', letter: 'letter_id', next_step: 'next_step' } as const;
  for (const [kind, field] of Object.entries(plain)) {
    const value = details[field];
    if (value !== undefined && value !== before[field]) found.push([kind, value ?? 'cleared']);
  }
  // Its event is where the source is kept, so a cleared one says nothing.
  const { source } = details;
  if (source !== undefined && source !== before.source) found.push(['source', source]);
  const times = { reminder: 'remind_at', interview: 'interview_at', applied_at: 'applied_at' } as const;
  for (const [kind, field] of Object.entries(times)) {
    const value = details[field];
    if (value !== undefined && !isSameTime(value, before[field])) found.push([kind, timeNote(value)]);
  }
  if (details.notes !== undefined && (details.notes ?? '') !== (before.notes ?? ''))
    found.push(['notes', details.notes ? null : 'cleared']);
  if (details.contacts !== undefined && !isDeepStrictEqual(details.contacts ?? [], before.contacts))
    found.push(['contacts', names(details.contacts)]);
  if (details.tags !== undefined && !isDeepStrictEqual(details.tags ?? [], before.tags))
    found.push(['tags', details.tags?.length ? details.tags.join(', ') : 'cleared']);
  return found;
}

function isSameTime(a: Date | null, b: string | null): boolean {
  return a === null || b === null ? a === b : a.getTime() === Date.parse(b);
}

function names(contacts: Contact[] | null): string {
  return contacts?.length ? contacts.map(({ name }) => name).join(', ') : 'cleared';
}
