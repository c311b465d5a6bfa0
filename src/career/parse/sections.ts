import { findDates } from './dates.ts';
import type { CvLine } from './lines.ts';
import { type SectionKind, sectionKinds } from './section-names.ts';
import { companyScore, titleScore } from './words.ts';

export interface Section {
  kinds: SectionKind[];
  /** None for what stands before the first heading. */
  heading: CvLine | null;
  lines: CvLine[];
}

interface Style {
  level: number;
  caps: boolean;
  colon: boolean;
  size: number | null;
}

const isCaps = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

function styleOf(line: CvLine): Style {
  const { text } = line.piece;
  return { level: line.level, caps: isCaps(text), colon: text.endsWith(':'), size: line.size };
}

/** A heading's own words: without its colon, its frame of dashes, its symbol. */
export function headingText(text: string): string {
  return text.replace(/^[^\p{L}\d]+/u, '').replace(/[^\p{L}\d)]+$/u, '');
}

const kindsOfLine = (line: CvLine): SectionKind[] =>
  line.bullet && !/^\d/.test(line.bullet) ? [] : sectionKinds(headingText(line.piece.text));

/** How most of the document's main headings look. */
function usualStyle(lines: CvLine[]): Style | null {
  const main = lines.filter((line) =>
    kindsOfLine(line).some((kind) => ['work', 'education', 'skills', 'summary', 'projects'].includes(kind)),
  );
  if (main.length === 0) return null;
  const styles = main.map(styleOf);
  const levels = styles.map(({ level }) => level).filter((level) => level > 0);
  const most = (count: number) => count * 2 > styles.length;
  const sizes = styles.map(({ size }) => size).filter((size) => size !== null);
  return {
    level: levels.length > 0 ? Math.min(...levels) : 0,
    caps: most(styles.filter(({ caps }) => caps).length),
    colon: most(styles.filter(({ colon }) => colon).length),
    size: sizes.length > 0 ? Math.max(...sizes) : null,
  };
}

function fits(line: CvLine, usual: Style): boolean {
  const style = styleOf(line);
  if (usual.level > 0) return style.level > 0 && style.level <= usual.level;
  if (usual.size !== null && style.size !== null && style.size < usual.size - 0.6) return false;
  if (usual.caps && !style.caps) return line.underlined;
  return usual.colon || !style.colon || style.caps || line.gapBefore;
}

/** A heading of no kind we know, told by looking like the others. */
function isForeignHeading(lines: CvLine[], at: number, usual: Style, current: Section): boolean {
  const line = lines[at]!;
  const { text } = line.piece;
  if (line.bullet || current.heading === null || text.length > 50 || !/\p{L}{3}/u.test(text)) return false;
  if (findDates(text).length > 0 || /[|@•·,]/.test(text)) return false;
  if (usual.level > 0) return line.level > 0 && line.level <= usual.level;
  const style = styleOf(line);
  const next = lines.slice(at + 1, at + 3);
  if (next.length === 0 || !line.gapBefore) return false;
  if (usual.size !== null && style.size !== null) {
    const body = lines.filter(({ size }) => size !== null && size < usual.size! - 0.6).length;
    return body * 2 > lines.length && Math.abs(style.size - usual.size) < 0.3 && style.caps === usual.caps;
  }
  if (!usual.caps || !style.caps || text.split(/\s+/).length > 4) return false;
  if (next.some(({ piece }) => findDates(piece.text).length > 0)) return false;
  return companyScore(text) <= 0.5 && titleScore(text) <= 0.5 && !current.kinds.includes('work');
}

/** «PROFILE: Nurse with ten years»: the heading and the text behind it. */
function inlineHeading(
  line: CvLine,
  current: Section,
): { kinds: SectionKind[]; heading: CvLine; rest: CvLine } | null {
  const match = /^([^:\t]{3,40}?)(?::\s+| {3,}|\t\s*)(?=\S)/.exec(line.piece.text);
  if (!match || line.bullet || line.level > 0) return null;
  const words = match[1]!;
  const isMargin = !match[0].includes(':');
  const kinds = sectionKinds(headingText(words));
  if (kinds.length === 0 || kinds[0] === 'contact' || kinds[0] === 'unknown') return null;
  // «Degree | Institution | Year» within the education is the head of a table.
  if (isMargin && current.kinds.includes(kinds[0]!)) return null;
  const inList =
    ['skills', 'other'].some((kind) => current.kinds.includes(kind as SectionKind)) ||
    (current.kinds.includes('contact') && kinds[0] !== 'summary');
  if (!line.gapBefore || (inList && !isMargin && !isCaps(words))) return null;
  if (!isCaps(words) && !isMargin && !/^\p{Lu}/u.test(words)) return null;
  const cut = (from: number, to: number): CvLine => ({ ...line, piece: line.piece.slice(from, to).trim() });
  return {
    kinds,
    heading: cut(0, words.length),
    rest: { ...cut(match[0].length, line.piece.text.length), gapBefore: true },
  };
}

/** The document's sections in its order; the first has no heading and holds what stands above all of them. */
export function readSections(lines: CvLine[]): Section[] {
  const usual = usualStyle(lines);
  let current: Section = { kinds: ['contact'], heading: null, lines: [] };
  const sections = [current];
  const open = (kinds: SectionKind[], heading: CvLine) => {
    current = { kinds, heading, lines: [] };
    sections.push(current);
  };
  for (const [i, line] of lines.entries()) {
    const kinds = kindsOfLine(line);
    const isTitle = i === 0 && kinds.length > 0 && lines.length > 1;
    if (kinds.length > 0 && !isTitle && (!usual || fits(line, usual)) && !isEntryName(lines, i, current)) {
      open(kinds, line);
      continue;
    }
    if (kinds.length > 0 && isTitle && lines[1]!.gapBefore === false) {
      open(kinds, line);
      continue;
    }
    if (usual && isForeignHeading(lines, i, usual, current)) {
      open(['unknown'], line);
      continue;
    }
    const inline = inlineHeading(line, current);
    if (inline && (!usual || usual.level === 0)) {
      open(inline.kinds, inline.heading);
      current.lines.push(inline.rest);
      continue;
    }
    current.lines.push(line);
  }
  return sections;
}

/** Within a list of skills, a category's name («Tools», «Languages») that stands directly between its neighbours. */
function isEntryName(lines: CvLine[], at: number, current: Section): boolean {
  const line = lines[at]!;
  if (!current.kinds.includes('skills') || line.gapBefore || line.level > 0) return false;
  if (line.size !== null && line.size === current.heading?.size) return false;
  if (kindsOfLine(line).some((kind) => ['work', 'education', 'summary', 'contact'].includes(kind)))
    return false;
  const sectionHasGap = current.heading?.gapBefore ?? false;
  return sectionHasGap && !(isCaps(line.piece.text) && isCaps(current.heading?.piece.text ?? ''));
}
