import type { ChatModel, EmbeddingEngine } from '../../ai/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import type { Store } from '../../store/index.ts';
import type { Results, Task } from './thread.ts';

export interface WorkParts {
  store: Store;
  memory: Pick<Memory, 'allMessages' | 'progress'>;
  /** Embeds the playbook, which subjects are learned from. */
  embedding: Pick<EmbeddingEngine, 'embed' | 'maxBatch'>;
  chat: ChatModel | null;
  clock: Clock;
  logger: Logger;
  minPeople: number;
  /** Runs a task in the thread. */
  run<Name extends Task['name']>(
    task: Extract<Task, { name: Name }>,
    options: { signal: AbortSignal },
  ): Promise<Results[Name]>;
  /** Questions that clusters are found among; of more, a sample. */
  mostSampled?: number;
  /** Messages of a page. */
  pageSize?: number;
}

export interface WorkOptions {
  signal?: AbortSignal | undefined;
  onProgress?(phase: 'reading' | 'assigning', done: number, total: number): void;
}

/** `busy`: another process is at it. `waiting`: up to date but for messages that wait for their vectors. */
export type Worked = 'busy' | 'done' | 'waiting';

/** The options within a turn: the signal is also aborted when the lease is lost. */
export type Turn = Omit<WorkOptions, 'signal'> & { signal: AbortSignal };
