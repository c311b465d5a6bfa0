import type { RawLine } from './lines.ts';
import { sectionKinds } from './section-names.ts';

/** Spaces that part two columns; fewer are a gap in a line. */
const gutter = 2;

interface Row extends RawLine {
  text: string;
}

interface Cell {
  at: number;
  text: string;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    rows.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  return rows;
}

function cells(line: string): Cell[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ at: match.index, text: match[0] }));
}

const isHeading = (text: string) => sectionKinds(text.replace(/:$/, '')).length > 0;

/** A line that leaves the gutter before a column free. */
function isOpen(line: string, at: number): boolean {
  return line.length <= at - gutter || line.slice(at - gutter, at).trim() === '';
}

interface Region {
  from: number;
  to: number;
  at: number;
}

/** The lines around a heading in a right-hand column , and whether they are two columns beside each other. */
function regionAt(rows: Row[], lowest: number, index: number, at: number): Region & { isTwo: boolean } {
  let from = index;
  let to = index;
  while (from > lowest && isOpen(rows[from - 1]!.text, at)) from--;
  while (to + 1 < rows.length && isOpen(rows[to + 1]!.text, at)) to++;
  const headingRow = (row: Row) =>
    cells(row.text).some((cell) => (cell.at === at || cell.at < 4) && isHeading(cell.text));
  // What stands above the first heading is the name and the contact, not a column.
  while (from < index && !headingRow(rows[from]!)) from++;
  const region = rows.slice(from, to + 1);
  const right = region.filter((row) => row.text.slice(at).trim() !== '');
  const left = region.filter((row) => row.text.slice(0, at).trim() !== '');
  const aligned = right.filter((row) => row.text[at] !== ' ' && row.text[at] !== undefined);
  const both = right.filter((row) => row.text.slice(0, at).trim() !== '');
  const leftHeading = region.some((row) =>
    cells(row.text).some((cell) => cell.at < 4 && isHeading(cell.text)),
  );
  const isTwo =
    right.length > 3 &&
    left.length > 2 &&
    both.length > 1 &&
    leftHeading &&
    aligned.length >= right.length * 0.5;
  return { from, to, at, isTwo };
}

/**
 * The lines of a text, with columns that stand side by side by means of spaces put one after the other. There are columns
 * only where a section heading stands in the right one: a date at the right margin makes none.
 */
export function linesInOrder(text: string): RawLine[] {
  const rows = rowsOf(text);
  const ordered: RawLine[] = [];
  let next = 0;
  // Another heading of the same column tells no more of lines that were looked at before.
  const seen = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    if (i < next || rows[i]!.text.includes('\t')) continue;
    const heading = cells(rows[i]!.text).find((cell) => cell.at >= 16 && isHeading(cell.text));
    if (!heading || (seen.get(heading.at) ?? -1) >= i) continue;
    const region = regionAt(rows, next, i, heading.at);
    seen.set(heading.at, region.to);
    if (!region.isTwo) continue;
    const { from, to } = region;
    for (const row of rows.slice(next, from)) ordered.push(row);
    const inside = rows.slice(from, to + 1);
    for (const row of inside)
      ordered.push({ start: row.start, end: Math.min(row.end, row.start + region.at) });
    for (const row of inside) ordered.push({ start: Math.min(row.end, row.start + region.at), end: row.end });
    next = to + 1;
  }
  for (const row of rows.slice(next)) ordered.push(row);
  return ordered.map(({ start, end }) => ({ start, end }));
}
