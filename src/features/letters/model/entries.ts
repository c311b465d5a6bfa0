import { type EvidenceSource, resumeEvidence } from '../../../career/evidence/index.ts';
import { pointerTo, type Resume, resumeText, valueAt } from '../../../career/resume/index.ts';
import { quoteFinder } from '../find-quote.ts';
import type { LetterCv } from '../materials.ts';
import { withoutOrders } from '../orders.ts';

/** A position, project or school of a CV, with all that the CV says of it. */
export interface Entry {
  pointer: string;
  /** By which a sentence names it. */
  name: string;
  evidence: EvidenceSource[];
}

const sections = {
  work: 'name',
  volunteer: 'organization',
  projects: 'name',
  education: 'institution',
} as const;

export function entriesOf(cv: Pick<LetterCv, 'resume' | 'text' | 'spans'>, now: Date): Entry[] {
  const whole = resumeEvidence(cv.resume, now);
  return Object.entries(sections).flatMap(([section, field]) =>
    (cv.resume[section as keyof typeof sections] ?? []).flatMap((given, at): Entry[] => {
      const pointer = pointerTo(section, at);
      const name = valueAt(given, `/${field}`);
      if (typeof name !== 'string' || name.trim().length < 2) return [];
      const part = { [section]: [given] } as Resume;
      const { ongoing = false } = resumeEvidence(part, now);
      const text = withoutOrders(resumeText(part)).text;
      const months = whole.experienceMonths;
      const source = { text, ongoing, ...(months !== undefined && { experienceMonths: months }) };
      return [{ pointer, name, evidence: [source, ...fieldTexts(cv, pointer)] }];
    }),
  );
}

/** The entry's fields as the source text has them: dates and names in the words of the file. */
function fieldTexts({ text, spans }: Pick<LetterCv, 'text' | 'spans'>, pointer: string): EvidenceSource[] {
  const own = Object.entries(spans).filter(([at]) => at.startsWith(`${pointer}/`));
  return own.length === 0
    ? []
    : [{ text: own.flatMap(([, list]) => list.map(({ start, end }) => text.slice(start, end))).join('\n') }];
}

/** The entries that a sentence names. */
export function namedIn(sentence: string, entries: readonly Entry[]): Entry[] {
  const find = quoteFinder(sentence);
  const found = entries.filter(({ name }) => find(name) !== null || find(shortOf(name)) !== null);
  // Two positions with one employer are one employer: what either holds may be said of it.
  const names = new Set(found.map(({ name }) => name.toLowerCase()));
  return [...names].map((name) => {
    const same = entries.filter((entry) => entry.name.toLowerCase() === name);
    return { ...same[0]!, evidence: same.flatMap(({ evidence }) => evidence) };
  });
}

/** «Northwind GmbH» is also called Northwind. */
const shortOf = (name: string): string =>
  name.replace(/,?\s+(?:Inc|Ltd|LLC|LLP|PLC|GmbH|AG|SE|SA|BV|Corp|Co|Limited|Corporation)\.?$/i, '');

export const entryEvidence = {
  /** What the CV says of the person and not of one entry: profile, skills, languages, and the sum of the dates. */
  ofPerson(resume: Resume, whole: EvidenceSource): EvidenceSource {
    const { work: _w, volunteer: _v, projects: _p, education: _e, ...rest } = resume;
    return { ...whole, text: withoutOrders(resumeText(rest)).text };
  },
};
