import { AppError } from '../../../kernel/errors.ts';
import type { Logger } from '../../../kernel/logger.ts';
import { type ThreadFailure, Threads } from '../../../kernel/threads.ts';
import type { Task, TaskResult } from './read.ts';

export interface ReaderOptions {
  /** How long one reading may take, in ms (8,000); usual pages take some 100. */
  timeoutMs?: number;
  /** How long a thread may take to start, in ms (30,000): it loads parsers and the taxonomy of skills. */
  startMs?: number;
  /** How long an idle thread is kept, in ms (60,000). */
  idleMs?: number;
  /** Threads at once (2). */
  threads?: number;
  /** Readings that may wait for a thread (50). */
  waiting?: number;
  /** Of each thread, in MB (512). */
  memoryMb?: number;
  logger?: Logger;
}

/** Reads postings away from the thread that answers requests. */
export interface PostingReader {
  /** Throws `posting_unreadable` (422) where reading takes too long or too much memory. */
  read(task: Task, signal?: AbortSignal): Promise<TaskResult>;
  close(): Promise<void>;
}

/** Threads are started when there is something to read, and ended when they hang, crash or have nothing to do. */
export function createReader(options: ReaderOptions = {}): PostingReader {
  const { timeoutMs = 8_000, idleMs = 60_000, memoryMb = 512, logger } = options;
  const threads = new Threads<Task, TaskResult>({
    script: new URL('./worker.ts', import.meta.url),
    name: 'postings',
    size: options.threads ?? 2,
    queueLength: options.waiting ?? 50,
    // A table holds thousands of postings.
    timeoutMs: ({ kind }) => (kind === 'csv' ? 4 * timeoutMs : timeoutMs),
    startMs: options.startMs ?? 30_000,
    idleMs,
    heapMegabytes: memoryMb,
    refuse: (failure) => refusal(failure, logger),
  });
  return {
    read: (task, signal) => threads.run(task, { signal }),
    close: () => threads.close(),
  };
}

function refusal(failure: ThreadFailure, logger: Logger | undefined): AppError {
  if (failure.why === 'busy' || failure.why === 'closed') return busy();
  if (failure.why === 'failed') {
    logger?.warn({ error: failure.error }, 'a posting could not be read');
    return unreadable('It could not be made sense of.');
  }
  return unreadable(
    failure.why === 'late' ? 'Reading it took too long.' : 'Reading it took more than it may.',
  );
}

export function unreadable(detail: string): AppError {
  return new AppError('posting_unreadable', {
    status: 422,
    title: 'No posting could be read from this',
    detail,
    remedy: 'Copy the text of the posting from the page and send it as `text`.',
  });
}

function busy(): AppError {
  return new AppError('postings_busy', {
    status: 503,
    title: 'Too many postings are being read',
    detail: 'Nothing was stored, so a retry is safe.',
    retryAfter: 5,
  });
}
