import type { ReadDocument } from '../../../documents/index.ts';
import type { Resume } from '../../resume/index.ts';
import type { CheckInput } from '../types.ts';

/** The text of a CV as somebody would write it, with the headings of its sections. */
export function textOf({
  basics,
  work,
  volunteer,
  education,
  certificates,
  skills,
  projects,
}: Resume): string {
  const when = (item: { startDate?: string; endDate?: string }) =>
    [item.startDate, item.endDate ?? (item.startDate ? 'Present' : '')].filter(Boolean).join(' - ');
  const job = (
    item: {
      position?: string;
      highlights?: string[];
      summary?: string;
      startDate?: string;
      endDate?: string;
    },
    at?: string,
  ) => [
    `${[item.position, at].filter(Boolean).join(', ')} (${when(item)})`,
    ...(item.summary ? [item.summary] : []),
    ...(item.highlights ?? []).map((bullet) => `• ${bullet}`),
    '',
  ];
  const section = (name: string, lines: string[] | undefined) => (lines?.length ? [name, ...lines, ''] : []);
  const place = basics?.location;
  return [
    basics?.name ?? '',
    basics?.label ?? '',
    [basics?.email, basics?.phone, place?.city, basics?.url].filter(Boolean).join(' | '),
    '',
    ...section('SUMMARY', basics?.summary ? [basics.summary] : undefined),
    ...section(
      'EXPERIENCE',
      work?.flatMap((item) => job(item, item.name)),
    ),
    ...section(
      'VOLUNTEERING',
      volunteer?.flatMap((item) => job(item, item.organization)),
    ),
    ...section(
      'PROJECTS',
      projects?.flatMap((item) => job({ ...item, position: item.name, summary: item.description })),
    ),
    ...section(
      'EDUCATION',
      education?.map((item) => `${item.studyType} ${item.area}, ${item.institution} (${when(item)})`),
    ),
    ...section(
      'CERTIFICATES',
      certificates?.map(({ name }) => name ?? ''),
    ),
    ...section(
      'SKILLS',
      skills?.map(({ name, keywords }) => (keywords ? `${name}: ${keywords.join(', ')}` : (name ?? ''))),
    ),
  ].join('\n');
}

/** A PDF of one column and one page for each 3,000 characters, with nothing wrong about it. */
export function documentOf(
  text: string,
  changes: Partial<Omit<ReadDocument, 'text'>> = {},
): Omit<ReadDocument, 'text'> {
  const pages = changes.pages ?? Math.max(1, Math.ceil(text.length / 3_000));
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const at = { start, end: start + line.length };
    start += line.length + 1;
    return {
      ...at,
      page: Math.min(pages, 1 + Math.floor(at.start / 3_000)),
      x: 50,
      y: 50,
      width: 400,
      size: 10,
      bold: false,
    };
  });
  return {
    kind: 'pdf',
    lines,
    pages,
    links: [],
    hidden: [],
    layout: { columns: 1, tables: 0, images: 0, headerFooterText: false },
    warnings: [],
    ...changes,
  };
}

export interface Changes {
  /** Changes the resume in place before its text is written. */
  resume?: (resume: Resume) => void;
  /** Makes another text of the written one. */
  text?: (text: string) => string;
  document?: Partial<Omit<ReadDocument, 'text'>> | null;
}

/** A CV with some changes, as the checks are given it. */
export function inputOf(cv: Resume, { resume: change, text: rewrite, document }: Changes = {}): CheckInput {
  const resume = structuredClone(cv);
  change?.(resume);
  const written = textOf(resume);
  const text = rewrite ? rewrite(written) : written;
  return {
    resume,
    text,
    spans: {},
    document: document === null ? null : documentOf(text, document),
    today: new Date('2026-06-15T00:00:00Z'),
  };
}
