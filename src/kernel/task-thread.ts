import { Worker } from 'node:worker_threads';
import type { ThreadMessage } from './in-thread.ts';
import type { ThreadFailure, ThreadsOptions } from './threads.ts';

/** With everything that was left out filled in. */
export type AllOptions<Input> = Required<Omit<ThreadsOptions<Input>, 'growthMegabytes'>> &
  Pick<ThreadsOptions<Input>, 'growthMegabytes'>;

/** How often the size of the process is looked at, in ms. */
const lookMs = 100;

/** One thread of a pool, with one task at a time. It ends when it fails in any way, and is not used again. */
export class TaskThread<Input, Output> {
  /** Settles when the thread is gone, whatever ended it. */
  readonly gone: Promise<void>;
  readonly #options: AllOptions<Input>;
  readonly #worker: Worker;
  #task: PromiseWithResolvers<Output> | undefined;
  #timeoutMs = 0;
  #isReady = false;
  #isEnding = false;
  #timer: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(options: AllOptions<Input>) {
    this.#options = options;
    const worker = new Worker(new URL('./in-thread.ts', import.meta.url), {
      workerData: { script: options.script.href },
      name: options.name,
      // What a library prints about a text it stumbles over is nobody's business.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes },
    });
    this.#worker = worker;
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', (message: ThreadMessage) => this.#received(message));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#fail({ why: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crashed' });
    });
    worker.on('messageerror', () => this.#fail({ why: 'crashed' }));
    this.gone = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#fail({ why: 'crashed' });
        resolve();
      });
    });
  }

  get isFree(): boolean {
    return !this.#task && !this.#isEnding;
  }

  /** Async, so that an input that cannot be copied is a rejection as every other failure. */
  async run(input: Input): Promise<Output> {
    const { timeoutMs, growthMegabytes } = this.#options;
    this.#worker.postMessage(input);
    this.#worker.ref();
    this.#task = Promise.withResolvers<Output>();
    this.#timeoutMs = typeof timeoutMs === 'function' ? timeoutMs(input) : timeoutMs;
    this.#limit();
    if (growthMegabytes !== undefined) this.#watchMemory(growthMegabytes);
    return await this.#task.promise;
  }

  /** Stops the thread wherever it is; the task it has fails with this reason. */
  end(reason: unknown): void {
    this.#rest()?.reject(reason);
    if (this.#isEnding) return;
    this.#isEnding = true;
    void this.#worker.terminate();
  }

  #fail(failure: ThreadFailure): void {
    this.end(this.#task && this.#options.refuse(failure));
  }

  #received(message: ThreadMessage): void {
    if ('ready' in message) {
      this.#isReady = true;
      if (this.#task) this.#limit();
      return;
    }
    const task = this.#rest();
    if (this.#isEnding) return;
    // It keeps no process alive while it has nothing to do.
    this.#worker.unref();
    this.#after(this.#options.idleMs, () => this.end(undefined));
    if ('output' in message) task?.resolve(message.output as Output);
    else task?.reject(this.#options.refuse({ why: 'failed', error: message.failed }));
  }

  #rest(): PromiseWithResolvers<Output> | undefined {
    const task = this.#task;
    this.#task = undefined;
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    return task;
  }

  /** A thread that is still being started has its time for that first: a busy machine takes seconds. */
  #limit(): void {
    const ms = this.#isReady ? this.#timeoutMs : this.#options.startMs;
    this.#after(ms, () => this.#fail({ why: 'late' }));
  }

  #watchMemory(growthMegabytes: number): void {
    const before = process.memoryUsage.rss();
    this.#watch = setInterval(() => {
      const growth = (process.memoryUsage.rss() - before) / 1024 / 1024;
      if (growth > growthMegabytes) this.#fail({ why: 'memory' });
    }, lookMs);
    this.#watch.unref();
  }

  #after(ms: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
    this.#timer.unref();
  }
}
