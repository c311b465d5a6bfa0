import type { Line, ReadDocument } from '../../documents/index.ts';
import { type TextLink, withoutMarkup } from './markup.ts';
import type { Piece } from './piece.ts';

/** A line of the CV, cleaned, with what its looks say. */
export interface CvLine {
  /** Without markup, bullet and margin; two or more spaces and tabs inside still tell its columns. */
  piece: Piece;
  /** The mark it began with; null for a line that is no list item. */
  bullet: string | null;
  /** Columns of margin before the bullet, or the place on the page in points. */
  indent: number;
  /** Of a Markdown heading; 0 for every other line. */
  level: number;
  /** Markdown's bold, or the font's. */
  bold: boolean;
  size: number | null;
  /** After a blank line, a wide gap, or at the start. */
  gapBefore: boolean;
  /** A rule of dashes stands below. */
  underlined: boolean;
  /** Characters of the line (of its last, once lines were joined), margin included: tells one that was wrapped. */
  length: number;
}

const bulletMark =
  /^(?:[•●○◦▪▫■□◆◇►▸▹‣⁃∙·➢➤➔→✓✔✦★☆»›❖❑⦁⚫⬤∗\uf0b7\uf0a7\uf0d8\uf02d]\s*|[*+\-–—]\s+|o\s+(?=[\p{Lu}\d])|(?:\d{1,2}|[a-z])[.)]\s+(?=\p{L}))/u;
const rule = /^\s*(?:[-=_~*─━═–—•·.]\s?){3,}\s*$/u;

interface Layout {
  at(start: number, end: number): Line | null;
  /** The usual distance between two lines of the page. */
  leading: number | null;
}

function layoutOf(lines: Line[]): Layout {
  const placed = lines.filter((line) => line.end > line.start).toSorted((a, b) => a.start - b.start);
  const gaps: number[] = [];
  for (const [i, line] of placed.entries()) {
    const before = placed[i - 1];
    if (!before || line.y === null || before.y === null || line.page !== before.page) continue;
    if (line.y - before.y > 1) gaps.push(line.y - before.y);
  }
  gaps.sort((a, b) => a - b);
  return {
    leading: gaps.length > 3 ? gaps[Math.floor(gaps.length / 3)]! : null,
    at(start, end) {
      let low = 0;
      let high = placed.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const line = placed[middle]!;
        if (line.end <= start) low = middle + 1;
        else if (line.start >= end) high = middle - 1;
        else return line;
      }
      return null;
    },
  };
}

const columnsOf = (margin: string) => [...margin].reduce((sum, char) => sum + (char === '\t' ? 4 : 1), 0);

/** A stretch of the text that is a line of its own: a line, or what one of its columns holds. */
export interface RawLine {
  start: number;
  end: number;
}

/** The document's lines; links written out in the text are added to `links`. */
export function readLines(document: ReadDocument, raws: RawLine[], links: TextLink[]): CvLine[] {
  const layout = layoutOf(document.lines);
  const lines: CvLine[] = [];
  let gap = true;
  let before: Line | null = null;
  let lone: string | null = null;
  for (const { start, end } of raws) {
    const raw = document.text.slice(start, end);
    if (rule.test(raw)) {
      const last = lines.at(-1);
      if (last && !gap && !last.bullet) last.underlined = true;
      gap = true;
      continue;
    }
    const whole = withoutMarkup(raw, start, links);
    if (whole.isEmpty) {
      gap = true;
      continue;
    }
    const look = layout.at(start, end);
    const made = asLine(raw, whole, look);
    if (made.piece.isEmpty) {
      // A bullet that stands on a line of its own.
      if (made.bullet) lone = made.bullet;
      continue;
    }
    made.bullet ??= lone;
    made.gapBefore = gap || isWideGap(before, look, layout.leading);
    lone = null;
    gap = false;
    before = look;
    lines.push(made);
  }
  return lines;
}

function isWideGap(before: Line | null, line: Line | null, leading: number | null): boolean {
  if (!before || !line || leading === null || before.y === null || line.y === null) return false;
  if (before.page !== line.page) return false;
  const distance = line.y - before.y;
  return distance < -leading || distance > Math.max(leading * 1.45, (line.size ?? 0) * 1.6);
}

function asLine(raw: string, whole: Piece, look: Line | null): CvLine {
  const margin = /^\s*/.exec(whole.text)![0];
  let piece = whole.trim();
  const heading = /^(#{1,6})\s+/.exec(piece.text);
  if (heading) {
    const end = piece.text.replace(/\s+#+$/, '').length;
    piece = piece.slice(heading[0].length, end).trim();
  }
  if (/^>\s/.test(piece.text)) piece = piece.slice(1).trim();
  const mark = heading ? null : (bulletMark.exec(piece.text)?.[0] ?? null);
  const isTable = /^\|.*\|$/.test(piece.text);
  if (isTable) piece = piece.slice(1, piece.text.length - 1).trim();
  return {
    piece: mark ? piece.slice(mark.length).trim() : piece,
    bullet: mark ? mark.trim() : /^[•●○◦▪■*-]$/u.test(piece.text) ? piece.text : null,
    indent: look?.x ?? columnsOf(margin),
    level: heading ? heading[1]!.length : 0,
    bold: (look?.bold ?? false) || /^\s*(\*\*|__)(?=\S).*(\*\*|__)\s*:?\s*$/.test(raw),
    size: look?.size ?? null,
    gapBefore: false,
    underlined: false,
    length: raw.trimEnd().length,
  };
}
