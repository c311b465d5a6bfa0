import { pointerTo, type Resume, type SourceSpans } from '../../../career/resume/index.ts';

interface Read {
  resume: Resume;
  spans: SourceSpans;
}

type Entry = Record<string, unknown>;

/** The field that names an entry of each section. */
const nameFields: Record<string, string> = {
  work: 'name',
  education: 'institution',
  volunteer: 'organization',
  projects: 'name',
  certificates: 'name',
  awards: 'title',
  publications: 'name',
  languages: 'language',
};

/** The first reading, with what it lacks filled in from the second: fields of basics and of the same entries, sections. */
export function merge(first: Read, second: Read): Read {
  const resume = structuredClone(first.resume) as Entry;
  const spans = { ...first.spans };
  const other = second.resume as Entry;
  const copySpans = (to: string, from: string) => {
    for (const [pointer, found] of Object.entries(second.spans))
      if (pointer === from || pointer.startsWith(`${from}/`)) spans[to + pointer.slice(from.length)] = found;
  };
  const fill = (target: Entry, source: Entry, to: string, from: string) => {
    for (const [key, value] of Object.entries(source)) {
      if (
        target[key] !== undefined ||
        (key === 'endDate' && target.startDate !== undefined && !source.startDate)
      )
        continue;
      target[key] = value;
      copySpans(to + pointerTo(key), from + pointerTo(key));
    }
  };
  for (const [section, value] of Object.entries(other)) {
    const own = resume[section];
    if (own === undefined) {
      resume[section] = value;
      copySpans(pointerTo(section), pointerTo(section));
    } else if (section === 'basics') {
      fill(own as Entry, value as Entry, '/basics', '/basics');
    } else if (Array.isArray(own) && Array.isArray(value)) {
      for (const [i, entry] of (own as Entry[]).entries()) {
        const match = (value as Entry[]).findIndex((candidate) =>
          isSame(entry, candidate, nameFields[section]),
        );
        if (match >= 0) fill(entry, value[match] as Entry, pointerTo(section, i), pointerTo(section, match));
      }
    }
  }
  return { resume: resume as Resume, spans };
}

function isSame(a: Entry, b: Entry, field: string | undefined): boolean {
  if (field === undefined || typeof a[field] !== 'string') return false;
  return fold(a[field]) === fold(b[field]) && (a.startDate === b.startDate || a.position === b.position);
}

const fold = (value: unknown) =>
  String(value ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
