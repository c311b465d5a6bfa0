import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import { exportType, exportVersion } from './export.ts';
import { type FileMessage, type FileProblem, parseMessage } from './parse-message.ts';
import { jsonProblem, linesOf } from './text-lines.ts';

/** A file that was read to its end once: what it is, how much it holds, and whether all of it can be stored. */
export interface CheckedFile {
  file: string;
  /** `whole`: one JSON object with `messages`; `lines`: JSON lines. */
  layout: 'whole' | 'lines';
  /** What its ids belong to: the `id` it gives itself, the exported user, or its name. */
  fileId: string;
  isExport: boolean;
  /** Whose memory it says it is, where it does. */
  user: string | undefined;
  messages: number;
  problems: FileProblem[];
}

/** Beyond these a person corrects the cause, not the lines. */
const keptProblems = 20;
const extensions = new Set(['.json', '.jsonl', '.ndjson']);

/** The files that are meant: a folder stands for those in it that can be imported. */
export async function findFiles(paths: string[], cwd: string): Promise<string[]> {
  const found = new Set<string>();
  for (const given of paths) {
    const absolute = path.resolve(cwd, given);
    const stats = await stat(absolute).catch(() => null);
    if (!stats) throw unusable(`${given}: no such file or folder.`, 'Check the path.');
    // A file is read twice, to be checked and to be stored: what can be read once only would seem to be empty then.
    if (!stats.isDirectory() && !stats.isFile())
      throw unusable(`${given}: is not a regular file.`, 'Save what it gives as a file, and import that.');
    if (!stats.isDirectory()) {
      found.add(absolute);
      continue;
    }
    const names = (await readdir(absolute)).filter((name) =>
      extensions.has(path.extname(name).toLowerCase()),
    );
    if (names.length === 0) throw unusable(`${given}: no .json, .jsonl or .ndjson file in this folder.`);
    for (const name of names.sort()) found.add(path.join(absolute, name));
  }
  return [...found];
}

function unusable(detail: string, remedy?: string): AppError {
  return new AppError('invalid_input', { status: 400, title: 'The input is not valid', detail, remedy });
}

/** Reads the whole file without storing anything, so that a file with a mistake is refused as a whole. */
export async function checkFile(file: string): Promise<CheckedFile> {
  const checked: CheckedFile = {
    file,
    layout: 'lines',
    fileId: path.parse(file).name,
    isExport: false,
    user: undefined,
    messages: 0,
    problems: [],
  };
  try {
    for await (const entry of entriesOf(checked)) {
      if ('message' in entry) checked.messages++;
      else if (checked.problems.push({ file, ...entry }) >= keptProblems) break;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    checked.problems.push({ file, problem: `cannot be read (${code})` });
  }
  return checked;
}

/** The messages of a file that was found to be without problems. */
export async function* readMessages(checked: CheckedFile): AsyncIterable<FileMessage> {
  for await (const entry of entriesOf(checked)) {
    if ('message' in entry) yield entry.message;
    else throw unusable(`${checked.file}: changed while it was read.`, 'Run the import again.');
  }
}

type Entry = { message: FileMessage } | { line?: number; problem: string };

/** Also finds out what the file is, and notes that in `checked`. */
async function* entriesOf(checked: CheckedFile): AsyncIterable<Entry> {
  let isFirst = true;
  let ordinal = 0;
  for await (const { line, text } of linesOf(createReadStream(checked.file))) {
    if (text === null) {
      yield { line, problem: 'is not UTF-8 text' };
      continue;
    }
    if (text.trim() === '') continue;
    const record = parseJson(text);
    if (isFirst) {
      isFirst = false;
      if (isWhole(checked.file, record)) {
        checked.layout = 'whole';
        yield* wholeFile(checked);
        return;
      }
      if (isObject(record?.value) && record.value.type === exportType) {
        const problem = readHeader(checked, record.value);
        if (problem) {
          yield { line, problem };
          return;
        }
        continue;
      }
    }
    if (!record) {
      yield { line, problem: `is not valid JSON (${jsonProblem(text)?.what ?? 'it cannot be read'})` };
      continue;
    }
    const place = { line, ordinal: ordinal++, fileId: checked.fileId, isExport: checked.isExport };
    const parsed = parseMessage(record.value, place);
    yield 'problem' in parsed ? { line, ...parsed } : parsed;
  }
  if (isFirst) yield { problem: 'is empty' };
}

/** One JSON text over many lines starts with a line that is none; one on a single line is known by its `messages`. */
function isWhole(file: string, first: { value: unknown } | undefined): boolean {
  if (first) return isObject(first.value) && 'messages' in first.value;
  return path.extname(file).toLowerCase() === '.json';
}

function readHeader(checked: CheckedFile, header: Record<string, unknown>): string | undefined {
  if (header.version !== exportVersion) {
    return `is an export of version ${String(header.version)}, and this program reads version ${exportVersion}`;
  }
  if (typeof header.user_id !== 'string' || header.user_id === '') return 'user_id is missing';
  checked.isExport = true;
  checked.fileId = header.user_id;
  checked.user = header.user_id;
  return undefined;
}

async function* wholeFile(checked: CheckedFile): AsyncIterable<Entry> {
  const bytes = await readFile(checked.file);
  if (!isUtf8(bytes)) {
    yield { problem: 'is not UTF-8 text' };
    return;
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const record = parseJson(text);
  if (!record) {
    const where = jsonProblem(text);
    yield { line: where?.line, problem: `is not valid JSON (${where?.what ?? 'it cannot be read'})` };
    return;
  }
  const { value } = record;
  if (!isObject(value) || !Array.isArray(value.messages)) {
    yield { problem: 'has to be an object with a list of messages, or JSON lines' };
    return;
  }
  if (typeof value.id === 'string' && value.id !== '') {
    checked.fileId = value.id;
    checked.user = value.id;
  }
  for (const [ordinal, message] of value.messages.entries()) {
    const parsed = parseMessage(message, { line: 0, ordinal, fileId: checked.fileId, isExport: false });
    if ('problem' in parsed) {
      yield { line: lineOfElement(text, ordinal), problem: `messages[${ordinal}]: ${parsed.problem}` };
    } else yield parsed;
  }
}

/** In which line an element of `messages` begins, in a text that is known to be valid JSON. */
function lineOfElement(text: string, ordinal: number): number | undefined {
  let element = -1;
  let depth = 0;
  const start = /"messages"\s*:\s*\[/.exec(text);
  if (!start) return undefined;
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]|[-+.\w]+/gs;
  tokens.lastIndex = start.index + start[0].length;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const opens = token[0] === '{' || token[0] === '[';
    if (depth === 0 && !/^[}\]]$/.test(token[0]) && ++element === ordinal) {
      return text.slice(0, token.index).split('\n').length;
    }
    if (opens) depth++;
    else if (token[0] === '}' || token[0] === ']') depth--;
    if (depth < 0) return undefined;
  }
  return undefined;
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
