import { parentPort } from 'node:worker_threads';
import { read, type Task, type TaskResult } from './read.ts';

export interface Question {
  id: number;
  task: Task;
}

/** `error` is the name of what went wrong, never its message, which may quote the text. */
export type Answer = { id: number; result: TaskResult } | { id: number; error: string };

parentPort?.on('message', ({ id, task }: Question) => {
  let answer: Answer;
  try {
    answer = { id, result: read(task) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error.name : 'Error' };
  }
  parentPort?.postMessage(answer);
});

// Everything is loaded.
parentPort?.postMessage('ready');
