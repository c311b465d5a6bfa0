import Papa from 'papaparse';
import { breathe } from '../../../kernel/breathe.ts';
import { invalidInput } from '../../../kernel/errors.ts';
import { restored } from './cells.ts';
import { readColumns } from './columns.ts';

/** Bounds of a file: beyond them it is refused before its rows are looked at. */
export const fileLimits = { characters: 4_000_000, rows: 5_000, lines: 50_000, columns: 200 } as const;

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface Table {
  delimiter: Delimiter;
  headers: string[];
  /** Each with the line of the file that it begins on, from 1. */
  rows: { line: number; cells: string[] }[];
  /** Faults of the quoting, by line. */
  faults: { line: number; message: string }[];
}

/** Lines that are taken apart in one go, before others have their turn. */
const atOnce = 500;

/** The rows of a CSV text. Reading stops at the first row too many, so a huge file costs no more than a full one. */
export async function readTable(csv: string): Promise<Table> {
  const text = csv.startsWith('\uFEFF') ? csv.slice(1) : csv;
  if (text.trim() === '') throw tooMuch('must not be empty');
  if (text.length > fileLimits.characters)
    throw tooMuch(`must have at most ${fileLimits.characters.toLocaleString('en-US')} characters`);
  const delimiter = findDelimiter(text);
  const newline = /\r\n|\r|\n/.exec(text)?.[0] as '\r\n' | '\r' | '\n' | undefined;
  const table: Table = { delimiter, headers: [], rows: [], faults: [] };
  const lineAt = lineCounter(text);
  let isHeader = true;
  let lines = 0;
  for (let start = 0; start < text.length; await breathe()) {
    let taken = 0;
    let read = 0;
    // A slice is a view; the fast mode would split all that is left of the file each time.
    Papa.parse<string[]>(text.slice(start), {
      delimiter,
      newline,
      fastMode: false,
      step({ data, errors, meta }, parser) {
        const line = lineAt(start + taken);
        taken = meta.cursor;
        if (++read >= atOnce) parser.abort();
        if (data.every((cell) => cell.trim() === '')) return;
        if (isHeader) {
          isHeader = false;
          table.headers = data.map((cell) => cell.trim());
          return;
        }
        if (errors.length > 0) table.faults.push({ line, message: errors[0]!.message });
        table.rows.push({ line, cells: data.map(restored) });
      },
    });
    start += taken;
    lines += read;
    if (taken === 0) break;
    if (table.headers.length > fileLimits.columns)
      throw tooMuch(`must have at most ${fileLimits.columns} columns`);
    if (table.rows.length > fileLimits.rows || lines > fileLimits.lines)
      throw tooMuch(
        `must hold at most ${fileLimits.rows.toLocaleString('en-US')} rows; send it in several parts`,
      );
  }
  return table;
}

function tooMuch(message: string) {
  return invalidInput([{ field: 'csv', message }]);
}

/** The delimiter that makes most known columns of the first row; of equal ones the one that makes most columns. */
function findDelimiter(text: string): Delimiter {
  const first = text.trimStart().slice(0, 20_000);
  let best: Delimiter = ',';
  let most = -1;
  for (const delimiter of delimiters) {
    const headers = Papa.parse<string[]>(first, { delimiter, preview: 1 }).data[0] ?? [];
    const known = readColumns(headers).filter(({ field }) => field !== null).length;
    const score = known * 1_000 + Math.min(headers.length, 999);
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** Counts lines up to ever later places of a text. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let at = 0;
  return (position) => {
    for (; at < position; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
