import { type AllOptions, TaskThread } from './task-thread.ts';

/** Why a task has no result. `failed` is the work's own doing; `error` is the name of what it threw. */
export type ThreadFailure =
  /** As many wait as may. */
  | { why: 'busy' }
  | { why: 'closed' }
  | { why: 'late' }
  /** Over one of the limits of memory. */
  | { why: 'memory' }
  /** The thread ended by itself, or could not be started. */
  | { why: 'crashed' }
  | { why: 'failed'; error: string };

export interface ThreadsOptions<Input> {
  /**
   * The thread's file. It exports `work(input)`, which gives the output or a promise of it. Both are copied (structured
   * clone): plain data, dates, typed arrays.
   */
  script: URL;
  /** As debuggers show it. */
  name: string;
  /** Threads at once (1). */
  size?: number;
  /** Tasks that may wait for a thread. */
  queueLength: number;
  /** How long one task may take, in ms, not counting the start of a thread. */
  timeoutMs: number | ((input: Input) => number);
  /** How long a thread may take to load what it needs, in ms (30,000). */
  startMs?: number;
  /** After how long without work a thread is ended, in ms (60,000). */
  idleMs?: number;
  /** Of the heap of each thread, in MB (256). */
  heapMegabytes?: number;
  /**
   * By how much the whole process may grow during a task, in MB. Buffers are not of the heap: a file that unpacks to
   * gigabytes is only seen here. Not looked at where it is left out.
   */
  growthMegabytes?: number;
  /** What the caller of run() is told. */
  refuse(failure: ThreadFailure): Error;
}

export interface RunOptions {
  /** Ends the wait, and the thread too if it is at work; run() then throws the signal's reason. */
  signal?: AbortSignal | undefined;
}

interface Task<Input, Output> extends PromiseWithResolvers<Output> {
  input: Input;
  /** While it is at work on this task. */
  thread: TaskThread<Input, Output> | undefined;
}

/**
 * Work that takes long, or that nobody knows how long it takes, away from the thread that answers requests. Threads are
 * started when there is something to do and ended when there was nothing for a while; one that takes too long, wants too
 * much or crashes is thrown away with its task, and the next task gets a new one. Never more than `size` exist, those that
 * are still coming down among them.
 */
export class Threads<Input, Output> {
  readonly #options: AllOptions<Input>;
  readonly #threads = new Set<TaskThread<Input, Output>>();
  readonly #queue: Task<Input, Output>[] = [];
  #isClosed = false;

  constructor(options: ThreadsOptions<Input>) {
    const defaults = { size: 1, startMs: 30_000, idleMs: 60_000, heapMegabytes: 256 };
    this.#options = { ...defaults, ...options };
  }

  /** How many threads there are now: none before the first task and after a while without one. */
  get count(): number {
    return this.#threads.size;
  }

  /** Tasks are begun in the order they come. Throws what `refuse` makes of a failure. */
  async run(input: Input, { signal }: RunOptions = {}): Promise<Output> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw this.#options.refuse({ why: 'closed' });
    if (this.#queue.length >= this.#options.queueLength && !this.#hasRoom()) {
      throw this.#options.refuse({ why: 'busy' });
    }
    const task: Task<Input, Output> = { ...Promise.withResolvers<Output>(), input, thread: undefined };
    const abort = () => this.#drop(task, signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(task);
    this.#next();
    try {
      return await task.promise;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends all threads; what runs or waits is refused as `closed`, and so is all that comes later. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const closed = () => this.#options.refuse({ why: 'closed' });
    for (const task of this.#queue.splice(0)) task.reject(closed());
    const threads = [...this.#threads];
    for (const thread of threads) thread.end(closed());
    await Promise.all(threads.map(({ gone }) => gone));
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const thread = this.#findThread();
      if (!thread) return;
      this.#begin(this.#queue.shift()!, thread);
    }
  }

  /** One that has nothing to do, or a new one; undefined where there are enough. */
  #findThread(): TaskThread<Input, Output> | undefined {
    for (const thread of this.#threads) if (thread.isFree) return thread;
    return this.#threads.size < this.#options.size ? this.#start() : undefined;
  }

  #hasRoom(): boolean {
    return this.#threads.size < this.#options.size || [...this.#threads].some(({ isFree }) => isFree);
  }

  #start(): TaskThread<Input, Output> {
    const thread = new TaskThread<Input, Output>(this.#options);
    this.#threads.add(thread);
    void thread.gone.then(() => {
      this.#threads.delete(thread);
      this.#next();
    });
    return thread;
  }

  #begin(task: Task<Input, Output>, thread: TaskThread<Input, Output>): void {
    task.thread = thread;
    thread
      .run(task.input)
      .then(task.resolve, task.reject)
      .finally(() => {
        task.thread = undefined;
        this.#next();
      });
  }

  #drop(task: Task<Input, Output>, reason: unknown): void {
    const place = this.#queue.indexOf(task);
    if (place >= 0) this.#queue.splice(place, 1);
    task.thread?.end(reason);
    task.reject(reason);
  }
}
