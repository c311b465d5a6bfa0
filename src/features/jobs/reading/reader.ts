import { Worker } from 'node:worker_threads';
import { AppError } from '../../../kernel/errors.ts';
import type { Logger } from '../../../kernel/logger.ts';
import type { Task, TaskResult } from './read.ts';
import type { Answer, Question } from './worker.ts';

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

interface Job {
  task: Task;
  resolve(result: TaskResult): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  job: Job | null;
  isReady: boolean;
  timer: NodeJS.Timeout | undefined;
}

const taskId = 1;

/** Threads are started when there is something to read, and ended when they hang, crash or have nothing to do. */
export function createReader(options: ReaderOptions = {}): PostingReader {
  const { timeoutMs = 8_000, startMs = 30_000, idleMs = 60_000, memoryMb = 512, logger } = options;
  const maxThreads = options.threads ?? 2;
  const maxWaiting = options.waiting ?? 50;
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let closed = false;

  function start(): Thread {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      name: 'postings',
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const thread: Thread = { worker, job: null, isReady: false, timer: undefined };
    threads.add(thread);
    worker.on('message', (message: Answer | 'ready') => {
      if (message === 'ready') becameReady(thread);
      else answered(thread, message);
    });
    worker.on('error', (error) => lose(thread, error.name));
    worker.on('exit', () => lose(thread, 'exit'));
    return thread;
  }

  /** The time of a reading counts from here on: a busy machine takes seconds to start a thread. */
  function becameReady(thread: Thread): void {
    thread.isReady = true;
    if (thread.job) limit(thread, timeFor(thread.job.task));
  }

  /** A table holds thousands of postings. */
  const timeFor = ({ kind }: Task) => (kind === 'csv' ? 4 * timeoutMs : timeoutMs);

  function limit(thread: Thread, ms: number): void {
    clearTimeout(thread.timer);
    thread.timer = setTimeout(() => lose(thread, 'late'), ms);
  }

  function answered(thread: Thread, answer: Answer): void {
    const { job } = thread;
    if (!job) return;
    rest(thread);
    if ('result' in answer) job.resolve(answer.result);
    else {
      logger?.warn({ error: answer.error, kind: job.task.kind }, 'a posting could not be read');
      job.reject(unreadable('It could not be made sense of.'));
    }
    next();
  }

  function rest(thread: Thread): void {
    thread.job = null;
    clearTimeout(thread.timer);
    thread.worker.unref();
    thread.timer = setTimeout(() => lose(thread, 'idle'), idleMs);
    thread.timer.unref();
  }

  function lose(thread: Thread, why: string): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    void thread.worker.terminate();
    thread.job?.reject(
      unreadable(why === 'late' ? 'Reading it took too long.' : 'Reading it took more than it may.'),
    );
    next();
  }

  function next(): void {
    const job = queue[0];
    if (!job || closed) return;
    const free = [...threads].find((thread) => thread.job === null);
    if (!free && threads.size >= maxThreads) return;
    queue.shift();
    const thread = free ?? start();
    thread.job = job;
    thread.worker.ref();
    limit(thread, thread.isReady ? timeFor(job.task) : startMs);
    thread.worker.postMessage({ id: taskId, task: job.task } satisfies Question);
    next();
  }

  return {
    read(task, signal) {
      signal?.throwIfAborted();
      if (closed || queue.length >= maxWaiting) throw busy();
      return new Promise((resolve, reject) => {
        const job = { task, resolve, reject };
        queue.push(job);
        // What still waits is not worth starting when nobody waits for it.
        signal?.addEventListener(
          'abort',
          () => {
            const place = queue.indexOf(job);
            if (place >= 0) queue.splice(place, 1);
            reject(signal.reason);
          },
          { once: true },
        );
        next();
      });
    },
    async close() {
      closed = true;
      for (const job of queue.splice(0)) job.reject(busy());
      await Promise.all(
        [...threads].map((thread) => {
          lose(thread, 'closed');
          return thread.worker.terminate();
        }),
      );
    },
  };
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
