import type { Fragment, Row } from './rows.ts';

/** Rows to be read one after the other; `columns` counts how many stood side by side here. */
export interface Block {
  rows: Row[];
  /** Where the block stands beside another: which side, and the left edge of the right one. */
  side: 'full' | 'left' | 'right';
  gutter: number | null;
}

interface Cut {
  from: number;
  to: number;
  x: number;
  weight: number;
}

const mostDepth = 4;

/**
 * Puts the columns of a page in reading order: what stands above them, the left one, the right one, what follows. A
 * column of dates beside entries is no column to be read apart: its rows belong together.
 */
export function readingOrder(rows: Row[], bodySize: number, depth = 0): { blocks: Block[]; columns: number } {
  const cut = depth < mostDepth ? bestCut(rows, bodySize) : null;
  if (!cut) return { blocks: rows.length > 0 ? [{ rows, side: 'full', gutter: null }] : [], columns: 1 };
  const middle = rows.slice(cut.from, cut.to);
  const above = readingOrder(rows.slice(0, cut.from), bodySize, depth + 1);
  const left = readingOrder(half(middle, cut.x, 'left', bodySize), bodySize, depth + 1);
  const right = readingOrder(half(middle, cut.x, 'right', bodySize), bodySize, depth + 1);
  const below = readingOrder(rows.slice(cut.to), bodySize, depth + 1);
  const mark = (blocks: Block[], side: 'left' | 'right') =>
    blocks.map((block) => ({ ...block, side, gutter: cut.x }));
  return {
    blocks: [...above.blocks, ...mark(left.blocks, 'left'), ...mark(right.blocks, 'right'), ...below.blocks],
    columns: Math.max(above.columns, left.columns + right.columns, below.columns),
  };
}

/** Columns begin at one left edge; between them is a gutter that no text crosses. */
function bestCut(rows: Row[], bodySize: number): Cut | null {
  let best: Cut | null = null;
  for (const x of leftEdges(rows, bodySize)) {
    for (const [from, to] of stretches(rows, x, bodySize)) {
      const cut = weigh(rows, trimmed(rows, from, to, x, bodySize), x, bodySize);
      if (cut && (!best || cut.weight > best.weight)) best = cut;
    }
  }
  return best;
}

/** Where at least three fragments begin, away from the margins. */
function leftEdges(rows: Row[], bodySize: number): number[] {
  const fragments = rows.flatMap((row) => row.fragments);
  const left = Math.min(...fragments.map((fragment) => fragment.left));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  const edges = fragments
    .map((fragment) => fragment.left)
    .filter((x) => x > left + (right - left) * 0.12 && x < right - (right - left) * 0.1)
    .sort((a, b) => a - b);
  const found: number[] = [];
  for (const x of edges) {
    if (found.some((known) => Math.abs(known - x) < bodySize / 4)) continue;
    if (edges.filter((other) => Math.abs(other - x) < bodySize / 4).length >= 3) found.push(x);
  }
  return found;
}

/** The runs of rows in which nothing crosses the gutter left of `x`. */
function stretches(rows: Row[], x: number, bodySize: number): [number, number][] {
  const found: [number, number][] = [];
  let from: number | null = null;
  for (let i = 0; i <= rows.length; i++) {
    const isOpen = i < rows.length && !rows[i]!.fragments.some((fragment) => crosses(fragment, x, bodySize));
    if (isOpen) from ??= i;
    else if (from !== null) {
      found.push([from, i]);
      from = null;
    }
  }
  return found;
}

function crosses({ left, right }: Fragment, x: number, bodySize: number): boolean {
  return left < x - bodySize / 4 && right > x - bodySize * 0.5;
}

const isRight = (fragment: Fragment, x: number, bodySize: number) => fragment.left >= x - bodySize / 4;

/** Without what stands above the columns: a name in large letters, a line that only one side has a part of. */
function trimmed(rows: Row[], from: number, to: number, x: number, bodySize: number): [number, number] {
  let start = from;
  while (start < to) {
    const { fragments, size } = rows[start]!;
    const sides = new Set(fragments.map((fragment) => isRight(fragment, x, bodySize)));
    if (sides.size === 2 || size < bodySize * 1.5) break;
    start++;
  }
  return [start, to];
}

function weigh(rows: Row[], [from, to]: [number, number], x: number, bodySize: number): Cut | null {
  const middle = rows.slice(from, to);
  const left = half(middle, x, 'left', bodySize);
  const right = half(middle, x, 'right', bodySize);
  if (!areColumns(left, right, bodySize)) return null;
  const weight = middle.length * Math.min(characters(left), characters(right));
  return { from, to, x, weight };
}

function half(rows: Row[], x: number, side: 'left' | 'right', bodySize: number): Row[] {
  return rows
    .map((row) => {
      const fragments = row.fragments.filter(
        (fragment) => isRight(fragment, x, bodySize) === (side === 'right'),
      );
      return {
        y: fragments[0]?.y ?? row.y,
        fragments,
        size: Math.max(0, ...fragments.map(({ size }) => size)),
      };
    })
    .filter(({ fragments }) => fragments.length > 0);
}

const characters = (rows: Row[]) => rows.reduce((sum, row) => sum + textOf(row).length, 0);
const textOf = (row: Row) => row.fragments.map(({ text }) => text).join(' ');
/** What dates are written with; a row that says nothing else is a label of what stands beside it. */
const dateParts =
  /\b(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\b|\b(?:present|current|today|now|since|from|until|to|heute|seit|bis|ab)\b|[\d\P{L}]/giu;
const isDate = (row: Row) => {
  const text = textOf(row);
  return /\d{2}/.test(text) && text.replaceAll(dateParts, '').length <= 4;
};

/** Whether two halves are read one after the other, rather than row by row. */
function areColumns(left: Row[], right: Row[], bodySize: number): boolean {
  if (left.length < 3 || right.length < 3 || Math.min(characters(left), characters(right)) < 30) return false;
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const headings = (rows: Row[]) => rows.filter((row) => isHeading(row, bodySize));
  // Headings above the labels of rows stand on the labels' side.
  const labels = few.filter((row) => !isHeading(row, bodySize));
  const isDated = [left, right].some((rows) => dates(rows.filter((row) => !isHeading(row, bodySize))) > 0.4);
  if (isDated || labels.length === 0) return false;
  const shared = labels.filter((row) => isBeside(row, many)).length / labels.length;
  if (shared < 0.75) return true;
  const average = (rows: Row[]) => characters(rows) / rows.length;
  if (average(left) >= 28 && average(right) >= 28) return true;
  const [headsLeft, headsRight] = [headings(left), headings(right)];
  if (headsLeft.length === 0 || headsRight.length === 0) return false;
  return (
    headsLeft.some((row) => !isBeside(row, headsRight)) || headsRight.some((row) => !isBeside(row, headsLeft))
  );
}

const isBeside = (row: Row, others: Row[]) => others.some(({ y }) => Math.abs(y - row.y) < 1.5);
const dates = (rows: Row[]) => rows.filter(isDate).length / Math.max(1, rows.length);

function isHeading(row: Row, bodySize: number): boolean {
  const text = textOf(row).trim();
  if (text.length > 35 || text.length < 3 || /[:,.]$|\d/.test(text)) return false;
  const isCapitals = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  return isCapitals || row.size > bodySize * 1.12 || row.fragments.every(({ bold }) => bold);
}
