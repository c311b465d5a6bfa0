import { AppError } from '../kernel/errors.ts';
import { type RunOptions, type ThreadFailure, Threads } from '../kernel/threads.ts';
import type { Call, FunctionName, Functions } from './functions.ts';
import { isHeavy } from './weight.ts';

export interface DeskOptions {
  /** How long one call may take, in ms (10,000). Real CVs and postings take some ten. */
  timeoutMs?: number;
  /** Threads at once (2). */
  threads?: number;
  /** Calls that may wait for a thread (16). */
  waiting?: number;
  /** Up to which weight a call is done at once, where it stands (40,000; see weight.ts): a CV of some four pages. */
  light?: number;
}

/**
 * Where long texts are worked on: reads, checks and matches CVs and postings without keeping other requests waiting. What
 * is short is done at once, as handing it over would take longer.
 */
export interface Desk {
  /**
   * Calls the function of that name. What is given and returned may be a copy. Throws `text_too_complex` (422) where it
   * takes too long or too much memory, `texts_busy` (503) where too many wait.
   */
  run<Name extends FunctionName>(
    name: Name,
    given: Parameters<Functions[Name]>,
    options?: RunOptions,
  ): Promise<ReturnType<Functions[Name]>>;
  /** How many threads there are now. */
  readonly threadCount: number;
  close(): Promise<void>;
}

export function createDesk(options: DeskOptions = {}): Desk {
  const { light = 40_000, timeoutMs = 10_000 } = options;
  const threads = new Threads<Call, unknown>({
    script: new URL('./thread.ts', import.meta.url),
    name: 'desk',
    size: options.threads ?? 2,
    queueLength: options.waiting ?? 16,
    timeoutMs,
    heapMegabytes: 512,
    refuse,
  });
  return {
    async run<Name extends FunctionName>(
      name: Name,
      given: Parameters<Functions[Name]>,
      how: RunOptions = {},
    ) {
      how.signal?.throwIfAborted();
      const asked = { name, given } as Call;
      // Loaded with the first call: a program that reads no CV starts without it.
      const result = isHeavy(given, light)
        ? await threads.run(asked, how)
        : (await import('./functions.ts')).call(asked);
      return result as ReturnType<Functions[Name]>;
    },
    get threadCount() {
      return threads.count;
    },
    close: () => threads.close(),
  };
}

function refuse(failure: ThreadFailure): Error {
  switch (failure.why) {
    case 'busy':
    case 'closed':
      return new AppError('texts_busy', {
        status: 503,
        title: 'Too many long texts at once',
        detail: 'Other texts are being read. Nothing was stored.',
        retryAfter: 5,
      });
    case 'late':
    case 'memory':
      return tooComplex();
    case 'crashed':
      return new Error('The thread that works on texts ended');
    case 'failed':
      // Nested too deep, or longer than an array or a text may be.
      if (failure.error === 'RangeError') return tooComplex();
      return new Error(`The text could not be worked on (${failure.error})`);
  }
}

const tooComplex = () =>
  new AppError('text_too_complex', {
    status: 422,
    title: 'The text is too long or too odd to be worked on',
    detail: 'Working on the text took too long or too much memory, and was given up.',
    remedy:
      'Send the CV or the posting alone, without what was copied along with it; a few pages are enough.',
  });
