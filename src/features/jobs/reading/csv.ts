import papaparse from 'papaparse';
import { seniorityOf } from '../../../career/posting/index.ts';
import { dateOf, endOfDate } from './dates.ts';
import { emptyDraft, fill, type PostingDraft } from './draft.ts';
import { jobTypeOf } from './job-type.ts';
import { workModeOf } from './places.ts';
import { oneLine, tidyText } from './plain.ts';
import { parseSalary } from './salary.ts';

const columns = {
  title: /^(role|(?:job )?title|position|job|role title|job role)$/,
  company: /^(company|company name|employer|organi[sz]ation|firm)$/,
  location: /^(location|city|place|office)$/,
  salary: /^(salary|salary range|compensation|pay|comp|package)$/,
  url: /^(url|link|job url|job link|posting|posting url|job posting|website|apply link)$/,
  source: /^(source|found on|job board|platform|site|via)$/,
  notes: /^(notes?|comments?|remarks?)$/,
  tags: /^(tags?|labels?|keywords?|categories)$/,
  description: /^(description|job description|details|summary)$/,
  job_type: /^(job type|type|employment type|contract type)$/,
  published_at: /^(posted|date posted|posted on|published|posting date)$/,
  expires_at: /^(deadline|closing date|expires|apply by|valid until)$/,
} as const;
export type CsvColumn = keyof typeof columns;

export interface CsvRow {
  /** Of the file, from 1; the row's last line where a field holds line breaks. */
  line: number;
  draft: PostingDraft;
  url: string | null;
  source: string | null;
  notes: string | null;
  tags: string[];
}

export interface CsvReading {
  rows: CsvRow[];
  skipped: { line: number; reason: string }[];
  /** The headers that were understood, by what they were taken for. */
  columns: Partial<Record<CsvColumn, string>>;
  /** Headers that stand for nothing a posting has. */
  ignored: string[];
}

export type CsvProblem = { problem: 'no_columns'; headers: string[] } | { problem: 'too_many_rows' };

/** Postings from CSV with a line of headers; the delimiter (comma, semicolon, tab, bar) is told by itself. */
export function readCsv(csv: string, maxRows: number): CsvReading | CsvProblem {
  const reading: CsvReading = { rows: [], skipped: [], columns: {}, ignored: [] };
  let headers: (CsvColumn | null)[] | null = null;
  let problem: CsvProblem | null = null;
  let line = 1;
  let position = 0;
  const text = csv.replace(/^\ufeff/, '');
  papaparse.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    step({ data, meta, errors }, parser) {
      const start = line;
      for (; position < meta.cursor; position++) if (text.charCodeAt(position) === 10) line++;
      if (data.every((cell) => cell.trim() === '')) return;
      if (headers === null) {
        headers = readHeaders(data, reading);
        if (reading.columns.title !== undefined || reading.columns.company !== undefined) return;
        problem = { problem: 'no_columns', headers: data.slice(0, 20).map((cell) => oneLine(cell, 40)) };
        return parser.abort();
      }
      if (reading.rows.length + reading.skipped.length >= maxRows) {
        problem = { problem: 'too_many_rows' };
        return parser.abort();
      }
      const broken = errors.find(({ type }) => type === 'Quotes');
      if (broken)
        reading.skipped.push({ line: start, reason: 'A quotation mark is not closed or not doubled.' });
      else addRow(start, data, headers, reading);
    },
  });
  if (problem) return problem;
  return headers === null ? { problem: 'no_columns', headers: [] } : reading;
}

function readHeaders(cells: string[], reading: CsvReading): (CsvColumn | null)[] {
  return cells.map((cell) => {
    const name = cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ');
    const column = (Object.keys(columns) as CsvColumn[]).find((key) => columns[key].test(name));
    if (column === undefined || reading.columns[column] !== undefined) {
      if (name !== '') reading.ignored.push(oneLine(cell, 60));
      return null;
    }
    reading.columns[column] = oneLine(cell, 60);
    return column;
  });
}

const maxCell = 100_000;

function addRow(line: number, cells: string[], headers: (CsvColumn | null)[], reading: CsvReading): void {
  const values: Partial<Record<CsvColumn, string>> = {};
  headers.forEach((column, i) => {
    const cell = tidyText(cells[i] ?? '');
    if (column !== null && cell !== '') values[column] = cell;
  });
  const skip = (reason: string) => reading.skipped.push({ line, reason });
  if (!values.title && !values.company) return void skip('The row has neither a title nor a company.');
  if (Object.values(values).some((value) => value.length > maxCell))
    return void skip('A field is longer than 100,000 characters.');
  const url = values.url === undefined ? null : webAddress(values.url);
  const draft = emptyDraft('csv');
  if (values.url !== undefined && url === null)
    draft.warnings.push({
      code: 'url_ignored',
      message: `«${oneLine(values.url, 80)}» is no address of a web page.`,
    });
  readValues(draft, values);
  reading.rows.push({
    line,
    draft,
    url,
    source: values.source ? oneLine(values.source) : null,
    notes: values.notes ?? null,
    tags: [
      ...new Set(
        (values.tags ?? '')
          .split(/[,;|]/)
          .map((tag) => oneLine(tag, 60))
          .filter(Boolean),
      ),
    ].slice(0, 50),
  });
}

function readValues(draft: PostingDraft, values: Partial<Record<CsvColumn, string>>): void {
  const salary = values.salary === undefined ? null : parseSalary(values.salary);
  if (salary) draft.warnings.push(...salary.warnings);
  else if (values.salary !== undefined)
    draft.warnings.push({
      code: 'salary_unreadable',
      message: `«${oneLine(values.salary, 80)}» tells no amount.`,
    });
  const mode = values.location === undefined ? null : workModeOf(values.location);
  const type = values.job_type === undefined ? null : jobTypeOf(values.job_type);
  fill(draft, 'csv', {
    title: values.title ? oneLine(values.title) : null,
    company_name: values.company ? oneLine(values.company) : null,
    location: values.location ? oneLine(values.location) : null,
    remote: mode === null ? null : mode === 'remote',
    description: values.description ?? null,
    salary: salary?.salary ?? null,
    seniority: values.title ? seniorityOf(values.title) : null,
    job_types: type === null ? [] : [type],
    published_at: dateOf(values.published_at ?? null),
    expires_at: endOfDate(values.expires_at ?? null),
  });
}

export function webAddress(text: string): string | null {
  const url = URL.parse(/^www\./i.test(text) ? `https://${text}` : text);
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
    ? url.href
    : null;
}
