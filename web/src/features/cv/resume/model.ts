import { contacts } from './contacts.ts';
import { others } from './others.ts';
import { period } from './partial-date.ts';
import {
  type Entry,
  isRecord,
  joined,
  listed,
  type Piece,
  piece,
  records,
  textOf,
  type Values,
  webLink,
} from './pieces.ts';

export type { Entry, Piece } from './pieces.ts';

export interface Section {
  key: string;
  title: string;
  /** How the entries are shown: one below the other, or as words in rows. */
  kind: 'entries' | 'words';
  entries: Entry[];
}

/** A CV as a reader meets it, each text with the fields it comes from. */
export interface ResumeModel {
  name: Piece | null;
  label: Piece | null;
  contacts: Piece[];
  summary: Piece | null;
  sections: Section[];
}

type Reader = (values: Values, at: string) => Partial<Omit<Entry, 'pointer'>>;

function dates(values: Values, at: string, names: [string, string] = ['startDate', 'endDate']): Piece | null {
  const pieces = names.flatMap((name) => piece(values, at, name));
  const text = period(textOf(values[names[0]]) || undefined, textOf(values[names[1]]) || undefined);
  return text === null ? null : { pointers: pieces.flatMap(({ pointers }) => pointers), text };
}

const day = (values: Values, at: string, name: string): Piece | null => {
  const [found] = piece(values, at, name);
  return found ? { ...found, text: period(undefined, found.text) ?? found.text } : null;
};

const work =
  (employer: string): Reader =>
  (values, at) => ({
    title: piece(values, at, 'position'),
    subtitle: [
      ...piece(values, at, employer),
      ...piece(values, at, 'location'),
      ...piece(values, at, 'url', webLink),
    ],
    dates: dates(values, at),
    paragraphs: [...piece(values, at, 'description'), ...piece(values, at, 'summary')],
    bullets: listed(values, at, 'highlights'),
  });

const words: Reader = (values, at) => ({
  title: [...piece(values, at, 'name'), ...piece(values, at, 'level')],
  tags: listed(values, at, 'keywords'),
});

const readers: [key: string, title: string, kind: Section['kind'], read: Reader][] = [
  ['work', 'Experience', 'entries', work('name')],
  [
    'education',
    'Education',
    'entries',
    (values, at) => ({
      title: joined([...piece(values, at, 'studyType'), ...piece(values, at, 'area')], ', '),
      subtitle: [
        ...piece(values, at, 'institution'),
        ...piece(values, at, 'score'),
        ...piece(values, at, 'url', webLink),
      ],
      dates: dates(values, at),
      tags: listed(values, at, 'courses'),
    }),
  ],
  ['skills', 'Skills', 'words', words],
  [
    'projects',
    'Projects',
    'entries',
    (values, at) => ({
      title: piece(values, at, 'name'),
      subtitle: [
        ...listed(values, at, 'roles'),
        ...piece(values, at, 'entity'),
        ...piece(values, at, 'type'),
        ...piece(values, at, 'url', webLink),
      ],
      dates: dates(values, at),
      paragraphs: piece(values, at, 'description'),
      bullets: listed(values, at, 'highlights'),
      tags: listed(values, at, 'keywords'),
    }),
  ],
  [
    'certificates',
    'Certificates',
    'entries',
    (values, at) => ({
      title: piece(values, at, 'name'),
      subtitle: [...piece(values, at, 'issuer'), ...piece(values, at, 'url', webLink)],
      dates: day(values, at, 'date'),
    }),
  ],
  [
    'languages',
    'Languages',
    'words',
    (values, at) => ({ title: [...piece(values, at, 'language'), ...piece(values, at, 'fluency')] }),
  ],
  ['volunteer', 'Volunteering', 'entries', work('organization')],
  [
    'awards',
    'Awards',
    'entries',
    (values, at) => ({
      title: piece(values, at, 'title'),
      subtitle: piece(values, at, 'awarder'),
      dates: day(values, at, 'date'),
      paragraphs: piece(values, at, 'summary'),
    }),
  ],
  [
    'publications',
    'Publications',
    'entries',
    (values, at) => ({
      title: piece(values, at, 'name'),
      subtitle: [...piece(values, at, 'publisher'), ...piece(values, at, 'url', webLink)],
      dates: day(values, at, 'releaseDate'),
      paragraphs: piece(values, at, 'summary'),
    }),
  ],
  ['interests', 'Interests', 'words', words],
  [
    'references',
    'References',
    'entries',
    (values, at) => ({
      title: piece(values, at, 'name'),
      paragraphs: piece(values, at, 'reference'),
    }),
  ],
];

/** What the sections are called, by their key. */
export const sectionTitles: ReadonlyMap<string, string> = new Map(
  readers.map(([key, title]) => [key, title]),
);

/** What stands in a JSON Resume, in the usual order; what it has beyond that comes last, as it is. */
export function resumeModel(resume: Values): ResumeModel {
  const basics = isRecord(resume.basics) ? resume.basics : {};
  const sections = readers.map(([key, title, kind, read]): Section => {
    const entries = records(resume[key]).map(([values, index]): Entry => {
      const pointer = `/${key}/${index}`;
      const none = { title: [], subtitle: [], dates: null, paragraphs: [], bullets: [], tags: [] };
      return { ...none, ...read(values, pointer), pointer };
    });
    return { key, title, kind, entries: entries.filter(isFilled) };
  });
  const known = new Set(['basics', 'meta', '$schema', ...readers.map(([key]) => key)]);
  return {
    name: piece(basics, '/basics', 'name')[0] ?? null,
    label: piece(basics, '/basics', 'label')[0] ?? null,
    contacts: contacts(basics),
    summary: piece(basics, '/basics', 'summary')[0] ?? null,
    sections: [...sections, ...others(resume, known)].filter(({ entries }) => entries.length > 0),
  };
}

const isFilled = ({ title, subtitle, dates, paragraphs, bullets, tags }: Entry): boolean =>
  dates !== null || [title, subtitle, paragraphs, bullets, tags].some((pieces) => pieces.length > 0);
