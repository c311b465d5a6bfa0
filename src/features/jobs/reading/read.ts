import { type CsvProblem, type CsvReading, readCsv } from './csv.ts';
import { emptyDraft, fill, type PostingDraft } from './draft.ts';
import { finish } from './finish.ts';
import { readHtml, readJson } from './html.ts';
import { tidyText } from './plain.ts';
import { readText } from './text.ts';
import type { Wall } from './walls.ts';

/** What the person said themselves; it counts more than anything the posting says. */
export interface Given {
  title?: string;
  company_name?: string;
}

/** What there is to read. Plain data: it crosses to a thread. */
export type Task =
  | { kind: 'html'; html: string; url: string | null; given: Given }
  | { kind: 'json' | 'text'; text: string; given: Given }
  | { kind: 'csv'; csv: string; maxRows: number };

export type TaskResult =
  | { kind: 'posting'; draft: PostingDraft; wall: Wall | null }
  | { kind: 'nothing' }
  | { kind: 'csv'; csv: CsvReading | CsvProblem };

/** Reads one thing; pure, and as slow as what it is given. */
export function read(task: Task): TaskResult {
  if (task.kind === 'csv') {
    const csv = readCsv(task.csv, task.maxRows);
    if (!('problem' in csv)) for (const row of csv.rows) finish(row.draft, '');
    return { kind: 'csv', csv };
  }
  const result = readOne(task);
  if (result === null) return { kind: 'nothing' };
  give(result.draft, task.given);
  const original = task.kind === 'html' ? (result.draft.description ?? '') : task.text;
  return { kind: 'posting', draft: finish(result.draft, original), wall: result.wall };
}

function readOne(task: Exclude<Task, { kind: 'csv' }>): { draft: PostingDraft; wall: Wall | null } | null {
  if (task.kind === 'html') return readHtml(task.html, task.url);
  if (task.kind === 'json') {
    const draft = readJson(task.text);
    return draft && { draft, wall: null };
  }
  const draft = emptyDraft('text');
  fill(draft, 'text', { description: tidyText(task.text) });
  readText(draft, draft.description ?? '', { hasHeader: true });
  return { draft, wall: null };
}

function give(draft: PostingDraft, given: Given): void {
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    Object.assign(draft, { [field]: value });
    draft.fields[field] = 'user';
  }
}
