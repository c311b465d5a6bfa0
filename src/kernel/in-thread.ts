import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * What runs in every thread of Threads: loads the file that does the work, and hands it one task after the other.
 */

/**
 * What a thread tells the one that started it: that everything is loaded, and then of each task the result, or the name of
 * what was thrown (never its message, which may quote a text).
 */
export type ThreadMessage = { ready: true } | { output: unknown } | { failed: string };

/** What a thread's file exports as `work`. */
export type Work<Input, Output> = (input: Input) => Output | Promise<Output>;

const send = (message: ThreadMessage) => parentPort!.postMessage(message);

// Compiled code is kept between starts: a thread that loads parsers is there in a quarter of the time.
module.enableCompileCache();
const { work } = (await import(workerData.script)) as { work: Work<unknown, unknown> };

parentPort!.on('message', async (input: unknown) => {
  try {
    send({ output: await work(input) });
  } catch (error) {
    send({ failed: error instanceof Error ? error.name : 'Error' });
  }
});
send({ ready: true });
