import { isRecord, textOf, type Values } from '../resume/pieces.ts';

/** A field of an entry as a form asks for it. */
export interface Field {
  /** Within the entry; `location.city` is one level down. */
  name: string;
  label: string;
  /** `lines`: a longer text; `list`: one item a line; `date`: YYYY, YYYY-MM or YYYY-MM-DD. `text` by default. */
  kind?: 'text' | 'lines' | 'list' | 'date';
}

const period: Field[] = [
  { name: 'startDate', label: 'From', kind: 'date' },
  { name: 'endDate', label: 'Until', kind: 'date' },
];
const highlights: Field = { name: 'highlights', label: 'What you did, one point a line', kind: 'list' };
const words: Field[] = [
  { name: 'name', label: 'Name' },
  { name: 'level', label: 'Level' },
  { name: 'keywords', label: 'In detail, one a line', kind: 'list' },
];

export const basicsFields: readonly Field[] = [
  { name: 'name', label: 'Name' },
  { name: 'label', label: 'Title under the name' },
  { name: 'email', label: 'E-mail' },
  { name: 'phone', label: 'Telephone' },
  { name: 'url', label: 'Web page' },
  { name: 'location.city', label: 'City' },
  { name: 'location.region', label: 'Region' },
  { name: 'location.countryCode', label: 'Country, as two letters' },
  { name: 'summary', label: 'Summary', kind: 'lines' },
];

interface Correctable {
  /** What one entry is called. */
  one: string;
  fields: readonly Field[];
}

/** The sections whose entries can be corrected, in the order of a CV. */
export const correctable: Readonly<Record<string, Correctable>> = {
  work: {
    one: 'A job',
    fields: [
      { name: 'position', label: 'Title' },
      { name: 'name', label: 'Employer' },
      { name: 'location', label: 'Place' },
      ...period,
      { name: 'summary', label: 'Summary', kind: 'lines' },
      highlights,
    ],
  },
  education: {
    one: 'An education',
    fields: [
      { name: 'studyType', label: 'Degree' },
      { name: 'area', label: 'Subject' },
      { name: 'institution', label: 'School or university' },
      ...period,
      { name: 'score', label: 'Grade' },
      { name: 'courses', label: 'Courses, one a line', kind: 'list' },
    ],
  },
  skills: { one: 'A skill or a group of skills', fields: words },
  projects: {
    one: 'A project',
    fields: [
      { name: 'name', label: 'Name' },
      { name: 'entity', label: 'For whom' },
      { name: 'url', label: 'Web page' },
      ...period,
      { name: 'description', label: 'Description', kind: 'lines' },
      highlights,
    ],
  },
  certificates: {
    one: 'A certificate',
    fields: [
      { name: 'name', label: 'Name' },
      { name: 'issuer', label: 'Issued by' },
      { name: 'date', label: 'Date', kind: 'date' },
    ],
  },
  languages: {
    one: 'A language',
    fields: [
      { name: 'language', label: 'Language' },
      { name: 'fluency', label: 'How well' },
    ],
  },
  volunteer: {
    one: 'A voluntary role',
    fields: [
      { name: 'position', label: 'Role' },
      { name: 'organization', label: 'Organisation' },
      ...period,
      { name: 'summary', label: 'Summary', kind: 'lines' },
      highlights,
    ],
  },
  awards: {
    one: 'An award',
    fields: [
      { name: 'title', label: 'Title' },
      { name: 'awarder', label: 'Given by' },
      { name: 'date', label: 'Date', kind: 'date' },
      { name: 'summary', label: 'Summary', kind: 'lines' },
    ],
  },
  publications: {
    one: 'A publication',
    fields: [
      { name: 'name', label: 'Title' },
      { name: 'publisher', label: 'Published by' },
      { name: 'releaseDate', label: 'Date', kind: 'date' },
      { name: 'url', label: 'Web page' },
      { name: 'summary', label: 'Summary', kind: 'lines' },
    ],
  },
  interests: { one: 'An interest', fields: words.filter(({ name }) => name !== 'level') },
};

/** What can be corrected at a place: `/basics`, an entry such as `/work/0`, or a new one, `/work/-`. Null: nothing. */
export function fieldsAt(pointer: string): readonly Field[] | null {
  if (pointer === '/basics') return basicsFields;
  const [, section = '', index = ''] = pointer.split('/');
  if (!/^(?:\d+|-)$/.test(index) || !Object.hasOwn(correctable, section)) return null;
  return correctable[section]?.fields ?? null;
}

/** The texts of an entry's fields, as they stand in a form. */
export function textsOf(entry: Values, fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = name.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), entry);
      if (kind !== 'list') return [name, textOf(value)];
      return [name, Array.isArray(value) ? value.map(textOf).join('\n') : ''];
    }),
  );
}

/** The entry with these texts in its fields; what was emptied is gone from it, what has no field stays. */
export function withTexts(
  entry: Values,
  fields: readonly Field[],
  texts: Readonly<Record<string, string>>,
): Values {
  return fields.reduce<Values>((result, { name, kind }) => {
    const text = (texts[name] ?? '').trim();
    const items = text
      .split('\n')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return put(
      result,
      name.split('.'),
      kind === 'list' ? (items.length > 0 ? items : undefined) : text || undefined,
    );
  }, entry);
}

function put(record: Values, [key = '', ...rest]: readonly string[], value: unknown): Values {
  const inner = isRecord(record[key]) ? record[key] : {};
  const now = rest.length > 0 ? put(inner, rest, value) : value;
  const isNothing = now === undefined || (isRecord(now) && Object.keys(now).length === 0);
  const { [key]: _, ...others } = record;
  return isNothing ? others : { ...record, [key]: now };
}
