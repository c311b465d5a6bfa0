import { Worker } from 'node:worker_threads';
import { AppError } from '../kernel/errors.ts';
import type { DocumentsOptions } from './documents.ts';
import { unreadable } from './failures.ts';
import type { Outcome, Task } from './thread.ts';
import type { ReadDocument } from './types.ts';

/** Of the heap of the thread, in MB: pdf.js needs some 60 for a CV. */
const heapMegabytes = 256;

/**
 * By how much the process may grow while a document is read, in MB. Buffers are not of the heap: a stream of a PDF that
 * unpacks to gigabytes is only seen here.
 */
const growthMegabytes = 600;
const lookMs = 100;
/** For loading what the thread needs. */
const startMs = 20_000;

interface Waiting {
  resolve(document: ReadDocument): void;
  reject(error: unknown): void;
}

/**
 * The thread that documents are read in, one at a time. It is started by the first one, ended when there was nothing to do
 * for a while, and thrown away with a document that takes too long or too much memory; the next document starts a new one.
 */
export class ReadingThread {
  readonly #timeoutMs: number;
  readonly #idleMs: number;
  #thread: Worker | undefined;
  #waiting: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #closed = false;

  constructor({ timeoutMs = 20_000, idleMs = 60_000 }: DocumentsOptions) {
    this.#timeoutMs = timeoutMs;
    this.#idleMs = idleMs;
  }

  /** The caller waits for one document before it hands over the next. */
  async read(bytes: Uint8Array, filename: string | undefined, signal?: AbortSignal): Promise<ReadDocument> {
    if (this.#closed) throw closing();
    signal?.throwIfAborted();
    const thread = this.#running();
    thread.ref();
    this.#limit(thread);
    const giveUp = () => void this.#lose(thread, signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    const watch = this.#watchMemory(thread);
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting = { resolve, reject };
        thread.postMessage({ bytes, filename } satisfies Task);
      });
    } finally {
      clearInterval(watch);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#thread) await this.#lose(this.#thread, closing());
  }

  /** A thread that is still being started has its time for that first. */
  #limit(thread: Worker): void {
    const ms = this.#isReady ? this.#timeoutMs : startMs;
    this.#after(ms, () => this.#lose(thread, unreadable('too_slow')));
  }

  #watchMemory(thread: Worker): NodeJS.Timeout {
    const before = process.memoryUsage.rss();
    return setInterval(() => {
      const growth = (process.memoryUsage.rss() - before) / 1024 / 1024;
      if (growth > growthMegabytes) void this.#lose(thread, unreadable('too_much_memory'));
    }, lookMs);
  }

  #running(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      name: 'documents',
      // What a reader prints about a broken file is nobody's business.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    this.#thread = thread;
    this.#isReady = false;
    thread.stdout.resume();
    thread.stderr.resume();
    thread.on('message', (outcome: Outcome) => this.#received(thread, outcome));
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      void this.#lose(thread, unreadable(isMemory ? 'too_much_memory' : 'damaged'));
    });
    thread.on('exit', () => void this.#lose(thread, unreadable('damaged')));
    return thread;
  }

  #received(thread: Worker, outcome: Outcome): void {
    const waiting = this.#waiting;
    if (thread !== this.#thread) return;
    if ('ready' in outcome) {
      this.#isReady = true;
      if (waiting) this.#limit(thread);
      return;
    }
    if (!waiting) return;
    this.#waiting = undefined;
    thread.unref();
    this.#after(this.#idleMs, () => this.#lose(thread, undefined));
    if ('document' in outcome) waiting.resolve(outcome.document);
    else waiting.reject(unreadable(outcome.reason));
  }

  async #lose(thread: Worker, why: unknown): Promise<void> {
    if (thread === this.#thread) {
      this.#thread = undefined;
      clearTimeout(this.#timer);
      this.#waiting?.reject(why);
      this.#waiting = undefined;
    }
    await thread.terminate();
  }

  #after(ms: number, act: () => unknown): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
    this.#timer.unref();
  }
}

function closing(): AppError {
  return new AppError('shutting_down', {
    status: 503,
    title: 'The server is shutting down',
    detail: 'The file was not read.',
    retryAfter: 5,
  });
}
