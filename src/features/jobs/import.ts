import { breathe } from '../../kernel/breathe.ts';
import { AppError, invalidInput } from '../../kernel/errors.ts';
import { type Identities, identitiesOf } from '../account/index.ts';
import { findSame } from './find.ts';
import { insertRow } from './insert.ts';
import type { Job } from './job.ts';
import { toJob } from './job.ts';
import type { CsvReading, CsvRow } from './reading/csv.ts';
import type { PostingWarning } from './reading/draft.ts';
import { unreadable } from './reading/reader.ts';
import { savedMessage } from './remembered.ts';
import { type NewRow, newRow } from './rows.ts';
import type { JobParts } from './save.ts';

export const importLimits = { rows: 2_000, characters: 5_000_000 } as const;
/** Rows of one transaction: others get their turn between two of them. */
const batch = 50;

export interface ImportedRow {
  line: number;
  outcome: 'new' | 'duplicate';
  /** Null for a new row of a preview. */
  id: string | null;
  title: string | null;
  company_name: string | null;
  warnings: PostingWarning[];
}

export interface ImportResult {
  preview: boolean;
  created: number;
  duplicates: number;
  /** In the order of the file. */
  rows: ImportedRow[];
  skipped: { line: number; reason: string }[];
  columns: CsvReading['columns'];
  ignored_columns: string[];
}

/** Keeps the postings of a CSV. A preview tells what would happen and writes nothing. */
export async function importJobs(
  parts: JobParts,
  caller: string,
  { csv, preview }: { csv: string; preview: boolean },
  signal?: AbortSignal,
): Promise<ImportResult> {
  const reading = await readRows(parts, csv, signal);
  const identities = await parts.store.read((db) => identitiesOf(db, caller));
  const rows: ImportedRow[] = [];
  const seen = new Set<string>();
  for (let start = 0; start < reading.rows.length; start += batch) {
    signal?.throwIfAborted();
    const some = reading.rows.slice(start, start + batch);
    const store = preview ? previewBatch : storeBatch;
    rows.push(...(await store(parts, caller, identities, some, seen)));
    await breathe();
  }
  return {
    preview,
    created: preview ? 0 : rows.filter(({ outcome }) => outcome === 'new').length,
    duplicates: rows.filter(({ outcome }) => outcome === 'duplicate').length,
    rows,
    skipped: reading.skipped,
    columns: reading.columns,
    ignored_columns: reading.ignored,
  };
}

async function readRows({ postings }: JobParts, csv: string, signal?: AbortSignal): Promise<CsvReading> {
  const result = await postings.reader.read({ kind: 'csv', csv, maxRows: importLimits.rows }, signal);
  if (result.kind !== 'csv') throw unreadable('The table could not be read.');
  const reading = result.csv;
  if (!('problem' in reading)) return reading;
  if (reading.problem === 'too_many_rows') throw tooManyRows();
  const found = reading.headers.length > 0 ? ` (found: ${reading.headers.join(', ')})` : '';
  const message = `must begin with a line of headers, with one for the title (Role, Title, Position) or the company (Company, Employer, Organization)${found}`;
  throw invalidInput([{ field: 'csv', message }]);
}

type Batch = (
  parts: JobParts,
  caller: string,
  identities: Identities,
  rows: CsvRow[],
  seen: Set<string>,
) => Promise<ImportedRow[]>;

const storeBatch: Batch = async ({ store, memory, clock }, caller, identities, rows) => {
  const now = clock.now();
  const stored = await store.transaction(async (trx) => {
    const results: { row: CsvRow; job: Job; created: boolean }[] = [];
    for (const [i, row] of rows.entries()) {
      // A millisecond apart, so that the list has them in the order of the file.
      const made = rowOf(row, caller, identities, new Date(now.getTime() - i));
      const same = await findSame(trx, identities, lookup(made, row));
      const saved = same
        ? { job: toJob(same, now), created: false }
        : await insertRow(trx, identities, made, now);
      results.push({ row, ...saved });
    }
    return results;
  });
  await memory.remember(
    caller,
    stored.filter(({ created }) => created).map(({ job }) => savedMessage(job)),
  );
  return stored.map(({ row, job, created }) => outcome(row, created ? 'new' : 'duplicate', job.id));
};

const previewBatch: Batch = async ({ store, clock }, caller, identities, rows, seen) =>
  await store.read(async (db) => {
    const results: ImportedRow[] = [];
    for (const row of rows) {
      const made = rowOf(row, caller, identities, clock.now());
      const same = await findSame(db, identities, lookup(made, row));
      const isNew = !same && !seen.has(made.fingerprint);
      seen.add(made.fingerprint);
      results.push(outcome(row, isNew ? 'new' : 'duplicate', same?.id ?? null));
    }
    return results;
  });

function rowOf(
  { draft, url, source, notes, tags }: CsvRow,
  caller: string,
  identities: Identities,
  now: Date,
) {
  const from = { kind: 'csv', url, final_url: null, fetched_at: null } as const;
  return newRow({ draft, source: { ...from, found_on: source, notes, tags } }, caller, identities, now);
}

function lookup({ fingerprint }: NewRow, { url }: CsvRow) {
  return { fingerprint, urls: url === null ? [] : [url] };
}

function outcome(row: CsvRow, what: ImportedRow['outcome'], id: string | null): ImportedRow {
  const { title, company_name, warnings } = row.draft;
  return { line: row.line, outcome: what, id, title, company_name, warnings };
}

function tooManyRows(): AppError {
  const message = `must have at most ${importLimits.rows.toLocaleString('en-US')} rows`;
  return new AppError('too_many_rows', {
    status: 413,
    title: 'The table has too many rows',
    detail: `csv: ${message}`,
    fields: [{ field: 'csv', message }],
    remedy:
      'Split the file and import the parts one after the other; a row that is there already changes nothing.',
  });
}
