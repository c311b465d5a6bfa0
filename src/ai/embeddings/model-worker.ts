import { Worker } from 'node:worker_threads';
import type { Logger } from '../../kernel/logger.ts';
import { EmbeddingRejected, EmbeddingUnavailable } from '../embedding.ts';
import type { Answer, Question } from './local-worker.ts';

export interface ModelWorkerOptions {
  /** How long the thread is kept without work, in ms (60,000): it holds some 130 MB. */
  idleMs?: number;
  /**
   * After how long without an answer the thread is taken for stuck, in ms (60,000); an answer takes up to 1
   * s.
   */
  stuckMs?: number;
  startThread?: () => Worker;
  logger?: Logger;
}

const startLocalThread = () =>
  new Worker(new URL('./local-worker.ts', import.meta.url), { name: 'embeddings' });

/**
 * The thread that the local model runs in. It is started by the first passage and ended when there was
 * nothing to do for a while, which gives its memory back. A thread that died or hangs fails the passage it
 * had, and the next passage starts a new one. It keeps the process alive only while it has work.
 */
export class ModelWorker {
  readonly #idleMs: number;
  readonly #stuckMs: number;
  readonly #startThread: () => Worker;
  readonly #logger: Logger | undefined;
  #thread: Worker | undefined;
  #waiting: { id: number; resolve(vector: Float32Array): void; reject(error: Error): void } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;
  #closed = false;

  constructor(options: ModelWorkerOptions = {}) {
    this.#idleMs = options.idleMs ?? 60_000;
    this.#stuckMs = options.stuckMs ?? 60_000;
    this.#startThread = options.startThread ?? startLocalThread;
    this.#logger = options.logger;
  }

  /** The vector of one passage. One at a time: the caller waits before it asks again. */
  async embed(text: string): Promise<Float32Array> {
    if (this.#closed) throw new EmbeddingUnavailable('The local embedding model was closed');
    const thread = this.#running();
    const question: Question = { id: ++this.#lastId, text };
    thread.ref();
    this.#after(this.#stuckMs, () => this.#lose(thread, 'did not answer in time'));
    return await new Promise((resolve, reject) => {
      this.#waiting = { id: question.id, resolve, reject };
      thread.postMessage(question);
    });
  }

  /** Ends the thread for good; what it was working on fails, and so does every later passage. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#thread) await this.#lose(this.#thread, 'was closed');
  }

  #running(): Worker {
    if (this.#thread) return this.#thread;
    const thread = this.#startThread();
    this.#thread = thread;
    this.#logger?.debug('local embedding model: thread started');
    thread.on('message', (answer: Answer) => this.#received(thread, answer));
    thread.on('error', () => void this.#lose(thread, 'crashed'));
    thread.on('exit', () => void this.#lose(thread, 'ended'));
    return thread;
  }

  #received(thread: Worker, answer: Answer): void {
    const waiting = this.#waiting;
    if (thread !== this.#thread || waiting?.id !== answer.id) return;
    this.#waiting = undefined;
    thread.unref();
    this.#after(this.#idleMs, () => this.#lose(thread, 'had nothing to do'));
    if ('vector' in answer) {
      waiting.resolve(answer.vector);
    } else if (!answer.fatal) {
      waiting.reject(new EmbeddingRejected(`The local model failed (${answer.error})`));
    } else {
      // The thread would remember that loading failed; a fresh one may have more luck.
      void this.#lose(thread, 'could not load the model');
      waiting.reject(
        new EmbeddingUnavailable(`The local embedding model could not be loaded (${answer.error})`),
      );
    }
  }

  async #lose(thread: Worker, why: string): Promise<void> {
    if (thread === this.#thread) {
      this.#thread = undefined;
      clearTimeout(this.#timer);
      this.#logger?.debug({ why }, 'local embedding model: thread ended');
      this.#waiting?.reject(new EmbeddingUnavailable(`The local embedding model ${why}`));
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
