import { dateRange, displayDate } from './display-dates.ts';
import type { Resume, Skill, Work } from './types.ts';

/*
 * A resume as a reader meets it: headings, entries, lines. Every export and every prompt is made of this, so that they
 * agree; the wording is the one that the parser of CVs knows best.
 */

export interface ResumeEntry {
  /** «Position – Company»; null for a plain line such as «Backend: Go, Python». */
  heading: string | null;
  /** «Mar 2020 – Present · City»; null where nothing is known. */
  details: string | null;
  /** The details follow on the heading's own line: a certificate is one line. */
  inline: boolean;
  paragraphs: string[];
  bullets: string[];
}

export interface ResumeSection {
  key: Exclude<keyof Resume, 'basics' | 'meta'> | 'summary';
  title: string;
  entries: ResumeEntry[];
}

export interface ResumeHeader {
  name: string | null;
  label: string | null;
  /** E-mail, phone, place, addresses; none is empty. */
  contacts: string[];
}

const filled = (parts: readonly (string | undefined)[]): string[] =>
  parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');

/** «Position – Company»; parted by a bar where one of them has such a dash of its own, so that they stay apart. */
function heading(...parts: (string | undefined)[]): string | null {
  const words = filled(parts);
  return words.join(words.some((word) => /\s[–—-]\s/.test(word)) ? ' | ' : ' – ') || null;
}

/** A title with a comma or a stop inside is quoted, so that it is seen to be one. */
const titled = (name: string | undefined): string | null =>
  name && /[,.:·|]|\s[–—-]\s/.test(name) && !/[“”"]/.test(name) ? `“${name.trim()}”` : heading(name);

function details(...parts: (string | undefined)[]): string | null {
  return filled(parts).join(' · ') || null;
}

const entry = (fields: Partial<ResumeEntry>): ResumeEntry => ({
  heading: null,
  details: null,
  inline: false,
  paragraphs: [],
  bullets: [],
  ...fields,
});

const line = (text: string): ResumeEntry => entry({ paragraphs: filled([text]) });

/** «Backend (Advanced): Go, Python». */
function listed({ name, level, keywords }: Skill): ResumeEntry {
  const label = [name, level && `(${level})`].filter(Boolean).join(' ');
  return line([label, (keywords ?? []).join(', ')].filter(Boolean).join(': '));
}

function work(given: Omit<Work, 'name'>, name: string | undefined): ResumeEntry {
  return entry({
    heading: heading(given.position, name),
    details: details(dateRange(given.startDate, given.endDate), given.location, given.url),
    paragraphs: filled([given.description, given.summary]),
    bullets: filled(given.highlights ?? []),
  });
}

/** Where the postal code stands behind the town and the state. */
const CODE_LAST = new Set(['US', 'CA', 'GB', 'AU', 'IE', 'NZ', 'IN', 'BR']);

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** «Germany» for `DE`; what is no code stays as it is. */
function countryName(code: string | undefined): string | undefined {
  return code && /^[a-z]{2}$/i.test(code) ? countries.of(code.toUpperCase()) : code;
}

/** The lines of an entry above its text: one where the details follow the heading, else two. */
export function headLines({ heading, details, inline }: ResumeEntry): string[] {
  const lines = filled([heading ?? '', details ?? '']);
  return inline && lines.length > 0 ? [lines.join(' · ')] : lines;
}

/** Name, label and how to reach the person. */
export function resumeHeader({ basics = {} }: Resume): ResumeHeader {
  const { address, postalCode, city, region, countryCode } = basics.location ?? {};
  const town = CODE_LAST.has(countryCode?.toUpperCase() ?? '')
    ? [city, filled([region, postalCode]).join(' ')]
    : [filled([postalCode, city]).join(' '), region];
  const place = filled([...(address?.split(/\s*\n\s*/) ?? []), ...town, countryName(countryCode)]).join(', ');
  const profiles = (basics.profiles ?? []).map(({ network, username, url }) =>
    // An address that does not lead to the person says less than the name there.
    url && (!username || url.toLowerCase().includes(username.toLowerCase()))
      ? url
      : filled([network, username ?? url]).join(': '),
  );
  return {
    name: basics.name?.trim() || null,
    label: basics.label?.trim() || null,
    contacts: filled([basics.email, basics.phone, place, basics.url, ...profiles]),
  };
}

/** The sections that hold something, in the usual order. */
export function resumeSections(resume: Resume): ResumeSection[] {
  const summary = filled((resume.basics?.summary ?? '').split(/\n+/)).map(line);
  const sections: ResumeSection[] = [
    { key: 'summary', title: 'Summary', entries: summary },
    { key: 'work', title: 'Experience', entries: (resume.work ?? []).map((job) => work(job, job.name)) },
    {
      key: 'education',
      title: 'Education',
      entries: (resume.education ?? []).map((given) =>
        entry({
          heading: heading(filled([given.studyType, given.area]).join(' in '), given.institution),
          details: details(
            dateRange(given.startDate, given.endDate),
            given.score && `Grade: ${given.score}`,
            given.url,
          ),
          paragraphs: given.courses?.length ? [`Courses: ${given.courses.join(', ')}`] : [],
        }),
      ),
    },
    { key: 'skills', title: 'Skills', entries: (resume.skills ?? []).map(listed) },
    {
      key: 'projects',
      title: 'Projects',
      entries: (resume.projects ?? []).map((given) =>
        entry({
          heading: heading(given.name, given.entity),
          details: details(
            dateRange(given.startDate, given.endDate),
            ...(given.roles ?? []),
            given.type,
            given.url,
          ),
          // Without dates below it a name alone could be anything.
          inline: !given.startDate && !given.endDate,
          paragraphs: filled([
            given.description,
            given.keywords?.length ? `Technologies: ${given.keywords.join(', ')}` : '',
          ]),
          bullets: filled(given.highlights ?? []),
        }),
      ),
    },
    {
      key: 'certificates',
      title: 'Certificates',
      entries: (resume.certificates ?? []).map((given) =>
        entry({
          heading: heading(given.name),
          details: details(given.issuer, displayDate(given.date), given.url),
          inline: true,
        }),
      ),
    },
    {
      key: 'languages',
      title: 'Languages',
      entries: (resume.languages ?? []).map(({ language, fluency }) =>
        line(filled([language, fluency]).join(': ')),
      ),
    },
    {
      key: 'volunteer',
      title: 'Volunteering',
      entries: (resume.volunteer ?? []).map((given) => work(given, given.organization)),
    },
    {
      key: 'awards',
      title: 'Awards',
      entries: (resume.awards ?? []).map((given) =>
        entry({
          heading: heading(given.title),
          details: details(given.awarder, displayDate(given.date)),
          inline: true,
          bullets: filled([given.summary]),
        }),
      ),
    },
    {
      key: 'publications',
      title: 'Publications',
      entries: (resume.publications ?? []).map((given) =>
        entry({
          heading: titled(given.name),
          details: details(given.publisher, displayDate(given.releaseDate), given.url),
          inline: true,
          bullets: filled([given.summary]),
        }),
      ),
    },
    { key: 'interests', title: 'Interests', entries: (resume.interests ?? []).map(listed) },
    {
      key: 'references',
      title: 'References',
      entries: (resume.references ?? []).map(({ name, reference }) =>
        line(filled([name, reference]).join(': ')),
      ),
    },
  ];
  return sections
    .map((section) => ({ ...section, entries: section.entries.filter(isFilled) }))
    .filter(({ entries }) => entries.length > 0);
}

const isFilled = ({ heading, details, paragraphs, bullets }: ResumeEntry): boolean =>
  [heading, details, ...paragraphs, ...bullets].some((text) => text !== null && text !== '');
