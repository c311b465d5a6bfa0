import { type CsvProblem, type CsvReading, readCsv } from './csv.ts';
import type { PostingDraft } from './draft.ts';
import { finish } from './finish.ts';
import { readHtml, readJson } from './html.ts';
import { give, readCopiedText } from './read-text.ts';
import type { Wall } from './walls.ts';

/** What the person said themselves; it counts more than anything the posting says. */
export interface Given {
  title?: string;
  company_name?: string;
}

/** What there is to read. Plain data: it crosses to a thread. */
export type Task =
  | { kind: 'html'; html: string; url: string | null; given: Given }
  | { kind: 'json'; text: string; given: Given }
  | { kind: 'text'; text: string; given: Given }
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
  if (task.kind === 'text')
    return { kind: 'posting', draft: readCopiedText(task.text, task.given), wall: null };
  const result = readOne(task);
  if (result === null) return { kind: 'nothing' };
  give(result.draft, task.given);
  const original = task.kind === 'html' ? (result.draft.description ?? '') : task.text;
  return { kind: 'posting', draft: finish(result.draft, original), wall: result.wall };
}

function readOne(
  task: Extract<Task, { kind: 'html' | 'json' }>,
): { draft: PostingDraft; wall: Wall | null } | null {
  if (task.kind === 'html') return readHtml(task.html, task.url);
  const draft = readJson(task.text);
  return draft && { draft, wall: null };
}
