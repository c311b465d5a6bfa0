/**
 * Makes a function that works jobs off, one after the other, until none is due. Called while it is at work, it looks once more
 * when it is through, and all who called wait for the same end. Between two jobs it ends when the signal does. Rejects
 * with what `next` or `work` throws; the next call begins anew.
 */
export function workOff<Job>(
  next: () => Promise<Job | null>,
  work: (job: Job) => Promise<void>,
  signal: AbortSignal,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function loop(): Promise<void> {
    try {
      while (again && !signal.aborted) {
        again = false;
        for (let job = await next(); job; job = await next()) {
          await work(job);
          if (signal.aborted) return;
        }
      }
    } finally {
      // At once: whoever calls from now on begins anew.
      running = null;
    }
  }

  return () => {
    again = true;
    if (signal.aborted && !running) return Promise.resolve();
    running ??= loop();
    return running;
  };
}
