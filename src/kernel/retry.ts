import { setTimeout as sleep } from 'node:timers/promises';

export interface RetryOptions {
  /** Whether this failure may pass on its own; anything else is thrown at once. */
  isTransient(error: unknown): boolean;
  /** Whether its cause is gone already: if so at the first attempt, a second one is made at once, however late it is. */
  isOver?(error: unknown): boolean;
  /** How long to go on, in ms, counted from the first attempt. */
  forMs: number;
  /** The first pause, in ms; doubled each time up to `maxDelayMs`, each with up to 25% of jitter. */
  firstDelayMs?: number;
  maxDelayMs?: number;
  signal?: AbortSignal;
  onRetry?(error: unknown, attempt: number, delayMs: number): void;
}

/** Runs `work` until it succeeds, fails for good, or the time is over; then the last failure is thrown. */
export async function retry<T>(work: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { firstDelayMs = 100, maxDelayMs = 5_000 } = options;
  const deadline = Date.now() + options.forMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt === 1 && !options.signal?.aborted && options.isOver?.(error)) continue;
      const delay = Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (1 + Math.random() * 0.25);
      if (options.signal?.aborted || !options.isTransient(error) || Date.now() + delay > deadline)
        throw error;
      options.onRetry?.(error, attempt, delay);
      await sleep(delay, undefined, { signal: options.signal });
    }
  }
}
