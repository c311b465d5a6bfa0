import { pointerTo, type Resume, valueAt } from '../../../career/resume/index.ts';

/** A text of a CV that may be worded anew. Employers, titles, dates, places and names are none. */
export interface Field {
  pointer: string;
  text: string;
  /** `/work/0` for a field of that entry; null for one about the person as a whole. */
  entry: string | null;
}

const ofEntries = {
  work: ['summary', 'description'],
  volunteer: ['summary'],
  projects: ['description'],
} as const;

/** In the order of the resume. The summary is there even where the CV has none yet. */
export function rewritableFields(resume: Resume): Field[] {
  const label = resume.basics?.label;
  const fields: Field[] = [
    ...(label ? [{ pointer: '/basics/label', text: label, entry: null }] : []),
    { pointer: '/basics/summary', text: resume.basics?.summary ?? '', entry: null },
  ];
  for (const [section, names] of Object.entries(ofEntries)) {
    const entries = resume[section as keyof typeof ofEntries] ?? [];
    entries.forEach((given, at) => {
      const entry = pointerTo(section, at);
      const texts = names.map((name) => pointerTo(section, at, name));
      const highlights = (given.highlights ?? []).map((_, index) =>
        pointerTo(section, at, 'highlights', index),
      );
      for (const pointer of [...texts, ...highlights]) {
        const text = valueAt(resume, pointer);
        if (typeof text === 'string' && text.trim() !== '') fields.push({ pointer, text, entry });
      }
    });
  }
  return fields;
}
