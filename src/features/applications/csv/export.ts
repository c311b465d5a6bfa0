import Papa from 'papaparse';
import { breathe } from '../../../kernel/breathe.ts';
import type { Application } from '../application.ts';
import { staysOf } from '../history.ts';
import { stages } from '../stages.ts';
import { contactsCell, neutralised } from './cells.ts';
import { salaryCell } from './salary.ts';

type Column = [name: string, value: (application: Application) => string | null];

/** The columns of the file, in order. Our own import reads all but the last ones, which are there to be counted. */
const columns: Column[] = [
  ['company', ({ job }) => job.company],
  ['title', ({ job }) => job.title],
  ['location', ({ job }) => job.location],
  ['url', ({ job }) => job.url],
  ['salary', ({ job }) => salaryCell(job.salary)],
  ['stage', ({ stage }) => stage],
  ['applied_at', ({ applied_at }) => applied_at],
  ['interview_at', ({ interview_at }) => interview_at],
  ['remind_at', ({ remind_at }) => remind_at],
  ['next_step', ({ next_step }) => next_step],
  ['source', ({ source }) => source],
  ['tags', ({ tags }) => tags.join('; ')],
  ['contacts', ({ contacts }) => contactsCell(contacts)],
  ['notes', ({ notes }) => notes],
  ['stage_history', historyCell],
  ['created_at', ({ created_at }) => created_at],
  ['updated_at', ({ updated_at }) => updated_at],
  ...stages.map((stage): Column => [`reached_${stage}`, (application) => reached(application, stage)]),
];

/** «2026-01-02T00:00:00.000Z saved; 2026-01-05T00:00:00.000Z applied»: each stage with when it was reached. */
function historyCell(application: Application): string {
  return stays(application)
    .map(({ stage, since }) => `${new Date(since).toISOString()} ${stage}`)
    .join('; ');
}

function reached(application: Application, stage: string): string | null {
  const first = stays(application).find((stay) => stay.stage === stage);
  return first ? new Date(first.since).toISOString() : null;
}

function stays({ timeline, applied_at }: Application) {
  return staysOf(timeline, applied_at);
}

function line(cells: (string | null)[]): string {
  // Every cell quoted: none falls apart where a program takes another delimiter for granted.
  return `${Papa.unparse([cells.map((cell) => neutralised(cell ?? ''))], { quotes: true, newline: '\r\n' })}\r\n`;
}

/** Lines that are made in one go, before others have their turn. */
const atOnce = 50;

/** The file, a line at a time: UTF-8 with the mark that spreadsheets know it by. */
export async function* csvLines(applications: AsyncIterable<Application>): AsyncGenerator<string> {
  yield `\uFEFF${line(columns.map(([name]) => name))}`;
  let written = 0;
  for await (const application of applications) {
    yield line(columns.map(([, value]) => value(application)));
    if (++written % atOnce === 0) await breathe();
  }
}
