import { threadId } from 'node:worker_threads';

/** Each does what a task may do to a thread. */
export type OddJob =
  | { do: 'echo'; what: unknown }
  | { do: 'sleep'; ms: number }
  | {
      do:
        | 'which thread'
        | 'spin'
        | 'throw'
        | 'leave'
        | 'leave later'
        | 'fill the heap'
        | 'fill buffers'
        | 'print';
    };

function spin(): never {
  for (;;);
}

export async function work(job: OddJob): Promise<unknown> {
  const kept: unknown[] = [];
  switch (job.do) {
    case 'echo':
      return job.what;
    case 'sleep':
      await new Promise((resolve) => setTimeout(resolve, job.ms));
      return threadId;
    case 'which thread':
      return threadId;
    case 'spin':
      return spin();
    case 'throw':
      throw new RangeError('quotes a secret');
    case 'leave':
      return process.exit(3);
    case 'leave later':
      setTimeout(() => process.exit(3), 20);
      return threadId;
    case 'fill the heap':
      for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
    case 'fill buffers':
      for (;;) {
        kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    case 'print':
      console.log('quotes a secret');
      console.error('quotes a secret');
      return null;
  }
}
