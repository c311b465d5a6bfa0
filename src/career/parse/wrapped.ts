import { findDates } from './dates.ts';
import type { CvLine } from './lines.ts';
import { Piece } from './piece.ts';

/** Where the document's lines are broken: the length that nine of ten lines stay below. */
export function wrapWidth(lines: CvLine[]): number {
  const lengths = lines.map(({ length }) => length).toSorted((a, b) => a - b);
  return Math.max(50, lengths[Math.floor(lengths.length * 0.9)] ?? 0);
}

/** A list of short items, where a new line is a new item; one of references, where a full stop ends one; or prose. */
export type ListKind = 'strict' | 'sentences' | 'none';

const startsLow = (text: string) => /^[\p{Ll}&(]/u.test(text) && !/^[\w.-]+(?: \([^)]*\))?\s*:\s/.test(text);
const isOpenEnded = (text: string) =>
  /[,;&–—-]$|\b(?:of|and|or|for|the|in|to|with|a|an|by|from|on|at)$/i.test(text);
const isFinished = (text: string) => /[.!?:;]["'”’)]?$/.test(text);
const hasRange = (text: string) => findDates(text).some(({ isRange }) => isRange);

const isDateAlone = (text: string) =>
  findDates(text).some(({ index, length }) => length >= text.length - 2 && index < 2);

/** An address that was broken at a hyphen or a slash, and what would be its other half. */
const cutAddress = /(?:^|[\s(])(?:https?:\/\/|www\.|(?:\w+\.)?linkedin\.com\/|github\.com\/)\S*[-/]$/i;
const addressRest = /^[\w%-]+\/?(?:\s*\([\p{L} ]+\))?$/u;

function goesOn(before: CvLine, line: CvLine, width: number, list: ListKind): boolean {
  const { text } = line.piece;
  if (line.bullet || line.level > 0 || line.gapBefore || before.level > 0) return false;
  if (line.bold !== before.bold && (line.bold || !before.bullet)) return false;
  if (line.size !== null && before.size !== null && Math.abs(line.size - before.size) > 0.4) return false;
  if (/^[\w.-]+(?: \([^)]*\))?:\s/.test(text) || /^\p{Lu}\p{L}+(?: \p{L}+){1,2}\s?:\s/u.test(text))
    return false;
  if (hasRange(text) && text.length < 90) return false;
  if (cutAddress.test(before.piece.text) && addressRest.test(text)) return true;
  if (/^[\p{L}][\p{L} &/]{2,40}:$/u.test(text)) return false;
  if (isDateAlone(text)) return false;
  const isLong = before.length >= width * 0.78;
  if (before.bullet) {
    if (/^[-–—,;]$/.test(before.piece.text.at(-1)!) || startsLow(text)) return true;
    const step = before.size === null ? 1 : 3;
    if (line.indent >= before.indent + step) return true;
    return isLong && !isFinished(before.piece.text) && line.indent >= before.indent;
  }
  if (before.length < 55 || hasRange(before.piece.text)) return false;
  if (startsLow(text)) return true;
  // A line that ends with a year or a grade is an entry, not half a sentence.
  if (/(?:\b(?:19|20)\d{2}|\d\s?%|\))$/.test(before.piece.text)) return false;
  if (list === 'strict') return isOpenEnded(before.piece.text);
  if (isFinished(before.piece.text) && (list !== 'none' || before.length < width * 0.92)) return false;
  // The last line of a paragraph ends as sentences do; this one is short and does not.
  if (isFinished(before.piece.text) && text.length < width * 0.7 && !isFinished(text)) return false;
  // A paragraph: its lines end where the page does.
  return isLong && before.piece.text.split(/\s+/).length > 8 && !/\s{3,}|\t|\s\|\s/.test(before.piece.text);
}

/** Between two lines; it stands nowhere in the document. */
const space = Piece.join([new Piece('', []), new Piece('', [])], ' ');

/**
 * Lines that were broken at the page's edge, put back together; a word that was hyphenated there keeps its hyphen.
 */
export function joinWrapped(lines: CvLine[], width: number, list: ListKind = 'none'): CvLine[] {
  const groups: { first: CvLine; last: CvLine; parts: Piece[] }[] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (
      open &&
      goesOn({ ...open.last, bullet: open.first.bullet, indent: open.first.indent }, line, width, list)
    ) {
      const before = open.last.piece.text;
      const glue = cutAddress.test(before) || /[\p{L}\d]-$/u.test(before) ? '' : ' ';
      if (glue) open.parts.push(space);
      open.parts.push(line.piece);
      open.last = line;
    } else groups.push({ first: line, last: line, parts: [line.piece] });
  }
  return groups.map(({ first, last, parts }) =>
    parts.length > 1 ? { ...first, piece: Piece.join(parts, ''), length: last.length } : { ...first },
  );
}
