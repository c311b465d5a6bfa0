import { Worker } from 'node:worker_threads';
import type { Resume } from '../../../career/resume/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Answer, Question } from './export-worker.ts';

/** A file of some pages takes 0.2 s; one of a hundred pages 5 s. */
const TIMEOUT_MS = 30_000;
const IDLE_MS = 60_000;
/** How many may wait for their turn. */
const QUEUE_LENGTH = 16;

/**
 * Sets files in a thread of its own, one after the other, so that other requests go on meanwhile. The thread is started
 * by the first file, ended when there was nothing to do for a while or a file took too long, and keeps no process alive.
 */
export class ExportThread {
  #thread: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #lastId = 0;
  #closed = false;

  /** The file's bytes. Throws an AppError: `export_letters_missing`, `export_too_long` (422), `export_busy` (503). */
  async render(format: Question['format'], resume: Resume): Promise<Uint8Array> {
    if (this.#closed || this.#waiting >= QUEUE_LENGTH) throw busy();
    this.#waiting++;
    const turn = this.#last.then(() => this.#ask({ id: ++this.#lastId, format, resume }));
    this.#last = turn.catch(() => {}).finally(() => this.#waiting--);
    return fileOf(await turn);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  async #ask(question: Question): Promise<Answer> {
    if (this.#closed) throw busy();
    const thread = this.#running();
    clearTimeout(this.#idle);
    thread.ref();
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const lost = () => reject(new Error('The thread that sets files ended'));
    const timeout = setTimeout(() => {
      reject(tooLong());
      void this.#end();
    }, TIMEOUT_MS);
    thread.once('message', resolve).once('error', lost).once('exit', lost);
    try {
      thread.postMessage(question);
      return await promise;
    } finally {
      clearTimeout(timeout);
      thread.off('message', resolve).off('error', lost).off('exit', lost);
      thread.unref();
      this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref();
    }
  }

  #running(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(new URL('./export-worker.ts', import.meta.url), { name: 'export' });
    const forget = () => {
      if (this.#thread === thread) this.#thread = undefined;
    };
    thread.on('error', forget).on('exit', forget);
    this.#thread = thread;
    return thread;
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }
}

function fileOf(answer: Answer): Uint8Array {
  if ('bytes' in answer) return answer.bytes;
  if ('lettersMissing' in answer) throw lettersMissing(answer.lettersMissing);
  throw new Error(`The file could not be set (${answer.error})`);
}

const lettersMissing = (letters: readonly string[]) =>
  new AppError('export_letters_missing', {
    status: 422,
    title: 'The PDF could not show every letter',
    detail: `No font at hand has ${letters.slice(0, 10).join(' ')}${letters.length > 10 ? ' and others' : ''}.`,
    remedy: 'Export as docx, md or json, which keep every letter, or leave these letters out.',
  });

const tooLong = () =>
  new AppError('export_too_long', {
    status: 422,
    title: 'The CV is too long to be set',
    detail: `Setting its pages took more than ${TIMEOUT_MS / 1_000} seconds.`,
    remedy: 'Export as md or json.',
  });

const busy = () =>
  new AppError('export_busy', {
    status: 503,
    title: 'Too many files are being made',
    detail: 'Other CVs are being exported.',
    retryAfter: 5,
  });
