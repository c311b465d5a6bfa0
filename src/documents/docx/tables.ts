import type { Draft } from '../assemble.ts';

/** A cell with at most this many characters is a label, such as a date beside what it dates. */
const labelCharacters = 60;

const isShown = ({ text }: Draft) => text.trim() !== '';

/**
 * A row's lines in reading order. Cells of one paragraph each are one line; a label beside a longer cell stands on the
 * first line of it; two long cells are columns, and read one after the other.
 */
export function rowLines(cells: Draft[][]): { lines: Draft[]; columns: number } {
  const filled = cells.map((cell) => cell.filter(isShown)).filter((cell) => cell.length > 0);
  if (filled.length === 0) return { lines: [], columns: 1 };
  if (filled.length === 1) return { lines: filled[0]!, columns: 1 };
  const long = filled.filter((cell) => cell.length > 1);
  const labels = filled.filter((cell) => cell.length === 1);
  const areLabels = labels.every(([line]) => line!.text.trim().length <= labelCharacters);
  if (long.length === 0 && (areLabels || filled.length > 2))
    return { lines: [sideBySide(filled.flat())], columns: 1 };
  if (long.length === 1 && areLabels) {
    const first = filled.map((cell) => cell[0]!);
    return { lines: [sideBySide(first), ...long[0]!.slice(1)], columns: 1 };
  }
  const columns = long.filter((cell) => cell.length >= 3).length;
  return { lines: filled.flatMap((cell) => [...cell, blank(cell.at(-1)!)]), columns: Math.max(1, columns) };
}

function sideBySide(lines: Draft[]): Draft {
  const sizes = lines.map(({ size }) => size).filter((size) => size !== null);
  return {
    ...lines[0]!,
    text: lines.map(({ text }) => text.trim().replaceAll('\t', ' ')).join('\t'),
    size: sizes.length > 0 ? Math.max(...sizes) : null,
    bold: lines.every(({ bold }) => bold),
    links: lines.flatMap(({ links }) => links ?? []),
  };
}

const blank = (line: Draft): Draft => ({ ...line, text: '', links: [] });
