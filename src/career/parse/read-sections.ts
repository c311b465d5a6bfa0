import type { Resume } from '../resume/index.ts';
import { readInterests, readReferences, readSummary } from './asides.ts';
import { hasDegree, isSchool } from './degrees.ts';
import type { Draft, Sourced } from './draft.ts';
import { readEducation } from './education.ts';
import { readAwards, readCertificates } from './honours.ts';
import { areLanguages, readLanguages } from './languages.ts';
import type { CvLine } from './lines.ts';
import type { TextLink } from './markup.ts';
import { Piece } from './piece.ts';
import { readProjects } from './projects.ts';
import { readPublications } from './publications.ts';
import type { SectionKind } from './section-names.ts';
import { sectionKinds } from './section-names.ts';
import { readSkills } from './skills.ts';
import { readRoles, readWork } from './work.ts';
import { joinWrapped, type ListKind } from './wrapped.ts';

/** What the sections are read into, and what their readers need. */
export interface Reading {
  resume: Sourced<Resume>;
  draft: Draft;
  links: TextLink[];
  /** The length at which the document breaks its lines. */
  width: number;
}

type Reader = (lines: CvLine[], reading: Reading) => void;
type Lists = Exclude<keyof Resume, 'basics' | 'meta'>;

function add<Key extends Lists>({ resume }: Reading, key: Key, items: Sourced<Resume>[Key]): void {
  const list = [...((resume[key] ?? []) as unknown[]), ...((items ?? []) as unknown[])];
  if (list.length > 0) Object.assign(resume, { [key]: list });
}

const readers: Record<Exclude<SectionKind, 'contact' | 'unknown'>, Reader> = {
  summary(lines, { resume, width }) {
    const read = readSummary(lines, width);
    if (!read) return;
    const before = resume.basics?.summary;
    resume.basics = {
      ...resume.basics,
      summary: before instanceof Piece ? Piece.join([before, read], '\n') : read,
    };
  },
  work(lines, reading) {
    const { work, before } = readWork(lines, reading.draft);
    add(reading, 'work', work);
    if (work.length === 0 && before.length > 0 && !reading.resume.basics?.summary)
      readers.summary(before, reading);
  },
  volunteer(lines, reading) {
    const { roles } = readRoles(lines, reading.draft);
    add(
      reading,
      'volunteer',
      roles.map(({ location: _location, description: _description, ...role }) => role),
    );
  },
  education: (lines, reading) => add(reading, 'education', readEducation(lines, reading.draft)),
  skills(lines, reading) {
    const { skills, languages } = readSkills(lines);
    add(reading, 'skills', skills);
    add(reading, 'languages', readLanguages(languages, reading.draft));
  },
  languages(lines, reading) {
    const pieces = lines.map(({ piece }) => piece);
    // «Languages: Go, Rust» as a section of its own names no tongue.
    if (pieces.some(areLanguages)) add(reading, 'languages', readLanguages(pieces, reading.draft));
    else readers.skills(lines, reading);
  },
  certificates: (lines, reading) => add(reading, 'certificates', readCertificates(lines, reading.draft)),
  projects: (lines, reading) => add(reading, 'projects', readProjects(lines, reading.draft, reading.links)),
  awards: (lines, reading) => add(reading, 'awards', readAwards(lines, reading.draft)),
  publications: (lines, reading) => add(reading, 'publications', readPublications(lines, reading.draft)),
  interests: (lines, reading) => add(reading, 'interests', readInterests(lines)),
  references: (lines, reading) => add(reading, 'references', readReferences(lines)),
  other(lines, reading) {
    for (const { kind, lines: part } of byLabel(lines, reading.draft)) readers[kind](part, reading);
  },
};

type Readable = Exclude<SectionKind, 'contact' | 'unknown' | 'other'>;

/** «Languages: French; Interests: chess»: lines that name their kind; the others are left for the warnings. */
function byLabel(lines: CvLine[], draft: Draft): { kind: Readable; lines: CvLine[] }[] {
  const made: { kind: Readable; lines: CvLine[] }[] = [];
  for (const line of lines) {
    const match = /^([^:]{3,40}):\s*/.exec(line.piece.text);
    const kind = match ? sectionKinds(match[1]!)[0] : undefined;
    if (!match || !kind || ['contact', 'unknown', 'other', 'work', 'education'].includes(kind)) {
      if (areLanguages(line.piece)) made.push({ kind: 'languages', lines: [line] });
      continue;
    }
    if (kind === 'skills') {
      // «Software: Excel, Visio»: the label is the skills' category.
      made.push({ kind, lines: [line] });
      continue;
    }
    draft.use(line.piece.slice(0, match[1]!.length));
    made.push({
      kind: kind as Readable,
      lines: [{ ...line, piece: line.piece.slice(match[0].length).trim() }],
    });
  }
  return made.filter(({ lines: part }) => !part[0]!.piece.isEmpty);
}

/** Which of a heading's two kinds a line is of: «Education & Certifications», «Skills & Languages». */
function sort(kinds: SectionKind[], lines: CvLine[]): Map<SectionKind, CvLine[]> {
  const sorted = new Map<SectionKind, CvLine[]>(kinds.map((kind) => [kind, []]));
  let last = kinds[0]!;
  for (const line of lines) {
    const { text } = line.piece;
    const label = /^([^:]{3,30}):/.exec(text);
    const named = label ? sectionKinds(label[1]!).find((kind) => sorted.has(kind)) : undefined;
    if (named) last = named;
    else if (sorted.has('languages') && areLanguages(line.piece)) last = 'languages';
    else if (sorted.has('education') && !sorted.has('skills') && kinds[0] !== 'certificates') {
      if (hasDegree(text) || isSchool(text)) last = 'education';
      else if (line.gapBefore || line.bullet) last = kinds.find((kind) => kind !== 'education')!;
    } else if (sorted.has('education') && kinds[0] === 'certificates') {
      if (hasDegree(text) && !/licen[cs]e|certificat|ticket|card\b/i.test(text)) last = 'education';
      else if (line.gapBefore || line.bullet || last === 'certificates' || !isSchool(text))
        last = 'certificates';
    } else if (sorted.has('languages')) last = kinds.find((kind) => kind !== 'languages')!;
    else if (sorted.has('interests') && !label) last = kinds.find((kind) => kind !== 'interests')!;
    sorted.get(last)!.push(line);
  }
  return sorted;
}

const listKinds: Partial<Record<SectionKind, ListKind>> = {
  skills: 'strict',
  certificates: 'strict',
  awards: 'strict',
  languages: 'strict',
  references: 'strict',
  other: 'strict',
  publications: 'sentences',
};

/** Reads a section's lines into the CV. */
export function readSection(kinds: SectionKind[], lines: CvLine[], reading: Reading): void {
  const list = kinds.map((kind) => listKinds[kind]).find((kind) => kind !== undefined) ?? 'none';
  const joined = joinWrapped(lines, reading.width, list);
  for (const [kind, part] of kinds.length > 1 ? sort(kinds, joined) : new Map([[kinds[0]!, joined]])) {
    if (part.length > 0 && kind !== 'unknown' && kind !== 'contact') readers[kind](part, reading);
  }
}
