import type { ChatModel } from '../../../ai/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Logger } from '../../../kernel/logger.ts';
import { workOff } from '../../../kernel/work-off.ts';
import type { Store } from '../../../store/index.ts';
import { keepTitle } from '../change.ts';
import { nextBatch } from './batch.ts';
import { DIGEST, digest } from './digest.ts';
import { claim, enqueue, type Job, keepPoints, release, retrySummary } from './jobs.ts';
import { modelPoints, type NewPoint } from './points.ts';

/** Attempts at answers that were of no use; then the conversation is set aside. */
const MOST_ATTEMPTS = 3;
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 600_000;
/** How often work that another process left, or that waits for a model, is looked for. */
const SWEEP = 30_000;

export interface SummaryParts {
  store: Pick<Store, 'read' | 'transaction' | 'dialect' | 'state'>;
  /** Null: the most telling sentences are quoted. */
  chat: ChatModel | null;
  temperature?: number;
  clock: Clock;
  logger: Logger;
}

export interface Summaries {
  /** Has a conversation looked at in the background; never throws. */
  note(owner: string, conversationId: string): void;
  /** Another attempt at one that was set aside; false where none was. */
  retry(owner: string, conversationId: string): Promise<boolean>;
  /** Works off what is due, here and now. */
  drain(): Promise<void>;
  /** Looks for work that was left, again and again, until stopped. */
  start(): void;
  stop(): Promise<void>;
}

/** Summarises what of long conversations falls out of the prompt, a batch at a time, in the background. */
export function createSummaries(parts: SummaryParts): Summaries {
  const { store, clock, logger } = parts;
  const stopping = new AbortController();
  const noting = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const work = workOff(
    () => claim(store, clock.now()),
    (job) => summarise(parts, job, stopping.signal),
    stopping.signal,
  );

  function inBackground(task: Promise<void>): void {
    const watched = task
      .catch((error: unknown) => {
        if (!stopping.signal.aborted)
          logger.warn(
            { reason: error instanceof AppError ? error.code : 'unknown' },
            'summaries are on hold',
          );
      })
      .finally(() => noting.delete(watched));
    noting.add(watched);
  }

  return {
    note(owner, conversationId) {
      if (stopping.signal.aborted) return;
      inBackground(enqueue(store, owner, conversationId, clock.now()).then(work));
    },
    async retry(owner, conversationId) {
      const found = await retrySummary(store, owner, conversationId, clock.now());
      if (found) inBackground(work());
      return found;
    },
    async drain() {
      await Promise.all(noting);
      await work();
    },
    start() {
      timer ??= setInterval(() => {
        if (store.state.phase === 'ready') inBackground(work());
      }, SWEEP).unref();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.all(noting);
      await work().catch(() => {});
    },
  };
}

/** One batch of one conversation. Where it fails, the conversation is tried again later, or set aside and shown. */
async function summarise(parts: SummaryParts, job: Job, signal: AbortSignal): Promise<void> {
  const { store, chat, clock } = parts;
  const batch = await store.read((db) => nextBatch(db, job.owner_id, job.conversation_id));
  if (!batch) return release(store, job, { run_after: null, attempts: 0, error: null }, clock.now());
  let made: { points: NewPoint[]; title: string | null };
  try {
    const { temperature } = parts;
    made = chat
      ? await modelPoints(chat, batch.messages, { temperature, signal })
      : { points: digest(batch.messages), title: null };
  } catch (error) {
    return postpone(parts, job, error, signal);
  }
  const { id: through } = batch.messages.at(-1)!;
  const { points, title } = made;
  const engine = chat?.engine ?? DIGEST;
  await keepPoints(store, job, { points, engine, through, isLast: batch.isLast }, clock.now());
  if (title === null || job.through_id !== null) return;
  const { owner_id, conversation_id } = job;
  await keepTitle(parts, owner_id, conversation_id, { title, by: engine, from: batch.messages[0]!.id });
}

async function postpone(
  { store, clock, logger }: SummaryParts,
  job: Job,
  error: unknown,
  signal: AbortSignal,
) {
  const now = clock.now();
  // Ended in the middle: the next process goes on at once.
  if (signal.aborted)
    return release(store, job, { run_after: now, attempts: job.attempts - 1, error: null }, now);
  const reason =
    error instanceof AppError ? (error.detail ?? error.title) : 'It failed for an unknown reason.';
  const isAway = error instanceof AppError && error.code === 'llm_unavailable';
  const attempts = isAway ? job.attempts - 1 : job.attempts;
  const set_aside = attempts >= MOST_ATTEMPTS;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** job.attempts);
  const run_after = new Date(now.getTime() + pause);
  logger.warn({ set_aside, code: error instanceof AppError ? error.code : 'unknown' }, 'no summary was made');
  await release(
    store,
    job,
    { run_after: set_aside ? null : run_after, attempts, error: reason, set_aside },
    now,
  );
}
