import { isRecord, type Values } from '../resume/pieces.ts';

/** What stands at `/basics` or `/work/0`; empty for a new entry, `/work/-`. */
export function entryAt(resume: Values, pointer: string): Values {
  const [, section = '', index] = pointer.split('/');
  const value = index === undefined ? resume[section] : listAt(resume, section)[Number(index)];
  return isRecord(value) ? value : {};
}

/** Whether there is an entry at `/work/0`. */
export function hasEntry(resume: Values, pointer: string): boolean {
  const [, section = '', index] = pointer.split('/');
  return isRecord(listAt(resume, section)[Number(index)]);
}

/** The CV with an entry put in that place; null takes it out, as does one that holds nothing. */
export function resumeWith(resume: Values, pointer: string, entry: Values | null): Values {
  const [, section = '', index] = pointer.split('/');
  const isGone = entry === null || Object.keys(entry).length === 0;
  if (index === undefined) return without(resume, section, isGone ? undefined : entry);
  const list = [...listAt(resume, section)];
  if (index === '-') {
    if (!isGone) list.push(entry);
  } else if (isGone) list.splice(Number(index), 1);
  else list[Number(index)] = entry;
  return without(resume, section, list.length > 0 ? list : undefined);
}

function listAt(resume: Values, section: string): readonly unknown[] {
  const value = resume[section];
  return Array.isArray(value) ? value : [];
}

function without(resume: Values, section: string, value: unknown): Values {
  if (value !== undefined) return { ...resume, [section]: value };
  const { [section]: _, ...rest } = resume;
  return rest;
}

/** A field of the entry as the server names it in a refusal: `json_resume.work[0].startDate`. */
export function serverName(resume: Values, pointer: string, name: string): string {
  const [, section = '', index] = pointer.split('/');
  const at = index === '-' ? listAt(resume, section).length : index;
  return `json_resume.${section}${at === undefined ? '' : `[${at}]`}.${name}`;
}
