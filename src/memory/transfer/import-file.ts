import { AppError } from '../../kernel/errors.ts';
import type { Store } from '../../store/index.ts';
import type { Memory, NewMessage } from '../types.ts';
import { Identities } from './identities.ts';
import type { FileMessage } from './parse-message.ts';
import { type CheckedFile, readMessages } from './read-file.ts';

export interface ImportedFile {
  file: string;
  user: string;
  /** Messages that are in memory now and were not before. */
  created: number;
  /** Messages that were there already, from an earlier run or twice in the file. */
  known: number;
}

export interface ImportProgress {
  done: number;
  total: number;
}

/** As many as one call of the API takes. */
const batchSize = 1_000;

/**
 * Stores a checked file for `user`, batch after batch, each in one transaction: stopped in between, what is stored
 * is whole, and a second run goes on where this one ended.
 */
export async function importFile(
  parts: { store: Store; memory: Pick<Memory, 'remember'> },
  checked: CheckedFile,
  options: { user: string; signal?: AbortSignal; onProgress?(progress: ImportProgress): void },
): Promise<ImportedFile> {
  const { user, signal, onProgress } = options;
  const { fileId, isExport, file } = checked;
  const identities = new Identities(parts.store, { fileId, isExport, user });
  const result: ImportedFile = { file, user, created: 0, known: 0 };
  for await (const batch of batches(readMessages(checked))) {
    signal?.throwIfAborted();
    const { fresh, known } = await identities.resolve(batch);
    const stored = await remember(parts.memory, user, file, fresh);
    const created = stored.filter((message) => message.created).length;
    result.created += created;
    result.known += known + stored.length - created;
    onProgress?.({ done: result.created + result.known, total: checked.messages });
  }
  return result;
}

/** What memory refuses is said with the line of the file, which the person can find; an index of a batch nobody can. */
async function remember(
  memory: Pick<Memory, 'remember'>,
  user: string,
  file: string,
  fresh: { message: NewMessage; line: number }[],
) {
  if (fresh.length === 0) return [];
  try {
    return await memory.remember(
      user,
      fresh.map(({ message }) => message),
    );
  } catch (error) {
    if (!(error instanceof AppError) || !error.fields) throw error;
    const { field, message } = error.fields[0]!;
    const [, index, name] = /messages\[(\d+)\]\.?(.*)/.exec(field) ?? [];
    const line = index === undefined ? undefined : fresh[Number(index)]?.line;
    const place = line ? `${file}:${line}` : file;
    throw new AppError('invalid_input', {
      status: 400,
      title: 'The input is not valid',
      detail: `${place}: ${name || field} ${message}`,
    });
  }
}

async function* batches(messages: AsyncIterable<FileMessage>): AsyncIterable<FileMessage[]> {
  let batch: FileMessage[] = [];
  for await (const message of messages) {
    batch.push(message);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
