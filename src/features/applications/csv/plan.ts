import { breathe } from '../../../kernel/breathe.ts';
import { invalidInput } from '../../../kernel/errors.ts';
import { jobKey } from '../postings.ts';
import { type Candidate, type Note, type ReadOptions, readCandidate } from './candidate.ts';
import { type Column, dateFields, type Field, readColumns, strangeHeaders } from './columns.ts';
import { type DateOrder, orderShown } from './dates.ts';
import { type Delimiter, readTable, type Table } from './read.ts';

export interface ImportOptions extends Omit<ReadOptions, 'order'> {
  mapping?: Readonly<Record<string, Field | null>>;
  order?: DateOrder;
}

/** What a file holds, before it is compared with what is there. */
export interface Plan {
  delimiter: Delimiter;
  columns: Column[];
  /** What dates such as 3/4/2026 are read as; `ambiguous` where neither the file nor the caller says. */
  date_order: DateOrder | 'ambiguous' | null;
  rows: number;
  candidates: Candidate[];
  skipped: { line: number; reason: string }[];
  notes: Note[];
}

/** Rows that are read in one go, before others have their turn. */
const atOnce = 100;

/** Reads a file. Nothing is asked of the database. */
export async function planImport(csv: string, options: ImportOptions): Promise<Plan> {
  const table = await readTable(csv);
  const { mapping = {} } = options;
  const strange = strangeHeaders(table.headers, mapping);
  if (strange.length > 0)
    throw invalidInput(
      strange.slice(0, 20).map((header) => ({
        field: `mapping[${JSON.stringify(header.slice(0, 40))}]`,
        message: 'is not a column of this file',
      })),
    );
  const columns = readColumns(table.headers, mapping);
  for (const field of ['company', 'title'] as const)
    if (!columns.some((column) => column.field === field))
      throw invalidInput([{ field: 'csv', message: `has no column for ${field}; name it in mapping` }]);

  const order = options.order ?? orderOf(table, columns);
  const plan: Plan = {
    delimiter: table.delimiter,
    columns,
    date_order: order,
    rows: table.rows.length,
    candidates: [],
    skipped: [],
    notes: table.faults.slice(0, 100).map(({ line, message }) => ({ line, field: 'csv', message })),
  };
  const reading = { ...options, order: order === 'ambiguous' ? null : order };
  const lines = new Map<string, number>();
  for (const [i, { line, cells }] of table.rows.entries()) {
    if (i % atOnce === atOnce - 1) await breathe();
    const row = new Map<Field, string>();
    for (const [at, { field }] of columns.entries()) if (field) row.set(field, cells[at] ?? '');
    const read = readCandidate(line, row, reading, plan.notes);
    if ('skipped' in read) {
      plan.skipped.push({ line, reason: read.skipped });
      continue;
    }
    const first = lines.get(jobKey(read));
    if (first !== undefined) plan.skipped.push({ line, reason: `the same job as in line ${first}` });
    else {
      lines.set(jobKey(read), line);
      plan.candidates.push(read);
    }
  }
  return plan;
}

/** The order that the file's own dates show; null where none of them needs one. */
function orderOf(table: Table, columns: readonly Column[]): Plan['date_order'] {
  const shown = new Set<DateOrder>();
  let doubtful = false;
  const at = columns.flatMap(({ field }, i) =>
    (dateFields as readonly unknown[]).includes(field) ? [i] : [],
  );
  for (const { cells } of table.rows) {
    for (const i of at) {
      const cell = cells[i] ?? '';
      const order = orderShown(cell);
      if (order) shown.add(order);
      else if (/^\s*\d{1,2}([/-])\d{1,2}\1\d{2,4}/.test(cell)) doubtful = true;
    }
  }
  if (shown.size === 1) return [...shown][0]!;
  return doubtful ? 'ambiguous' : null;
}
