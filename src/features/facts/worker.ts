import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatModel } from '../../ai/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';
import { askModel, MODEL_READING } from './ask-model.ts';
import { claim, type FactJob, finish, jobsStatus, postpone, setAside } from './jobs.ts';
import { keepStatements, type SourceMessage } from './keep.ts';
import { holdSources, isWorthAsking, readMessages } from './read-messages.ts';
import { settleOwner } from './settle-owner.ts';

/** Patterns are quick; a model is shown a handful, so that one answer is short and one failure costs little. */
const BATCH = { patterns: 200, model: 8 };
const MOST_ATTEMPTS = 4;
const pollMs = 2_000;
const maxPauseMs = 60_000;

export interface WorkerParts {
  store: Pick<Store, 'read' | 'transaction' | 'dialect'>;
  /** Null: the patterns alone read. */
  chat: ChatModel | null;
  clock: Clock;
  logger: Logger;
  /** After the first failure of a message, in ms; doubled with each further one. */
  backoffMs?: number;
}

export interface FactsWorker {
  /** One batch; 0 where nothing is due. Any number of processes may do this at once. Rejects where the model is away. */
  workOnce(signal?: AbortSignal): Promise<number>;
  start(): void;
  stop(): Promise<void>;
  /** Until nothing waits any more; what was set aside does not. */
  drain(signal?: AbortSignal): Promise<void>;
  wake(): void;
}

export function createWorker(parts: WorkerParts): FactsWorker {
  const { store, chat, clock, logger, backoffMs = 1_000 } = parts;

  async function workOnce(signal?: AbortSignal): Promise<number> {
    const jobs = await claim(store, clock.now(), chat ? BATCH.model : BATCH.patterns);
    if (jobs.length === 0) return 0;
    const ids = jobs.map(({ id }) => id);
    await readMessages(store, ids, { now: clock.now(), modelFollows: chat !== null });
    const messages = await store.transaction((trx) => holdSources(store, trx, ids));
    const attempts = new Map(jobs.map((job) => [job.id, job.attempts]));
    if (chat) {
      const left = await store.read((db) =>
        db.selectFrom('interviewly.fact_jobs').select('id').where('id', 'in', ids).execute(),
      );
      const open = new Set(left.map(({ id }) => id));
      const asked = messages.filter((message) => open.has(message.id) && isWorthAsking(message));
      await finish(
        store,
        [...open].filter((id) => !asked.some((message) => message.id === id)),
      );
      const groups = [...Map.groupBy(asked, (message) => message.user_id).values()];
      for (const [at, group] of groups.entries()) {
        try {
          await readByModel(chat, group, attempts, signal);
        } catch (error) {
          await putBack(groups.slice(at).flat(), error);
          throw error;
        }
      }
    }
    for (const owner of new Set(messages.map((message) => message.user_id))) await settleOwner(store, owner);
    return jobs.length;
  }

  /** Rejects where the model is away, and where the work was broken off: neither is a message's fault. */
  async function readByModel(
    model: ChatModel,
    group: SourceMessage[],
    attempts: Map<string, number>,
    signal?: AbortSignal,
  ): Promise<void> {
    // What failed before is asked about by itself, so that one message spoils nobody else's.
    const [fresh, suspects] = [
      group.filter(({ id }) => attempts.get(id)! <= 1),
      group.filter(({ id }) => attempts.get(id)! > 1),
    ];
    for (const batch of [fresh, ...suspects.map((one) => [one])]) {
      if (batch.length === 0) continue;
      try {
        const { statements, refused } = await askModel(model, batch, signal);
        if (Object.keys(refused).length > 0)
          logger.info({ refused }, 'facts that a message did not bear out');
        await store.transaction(async (trx) => {
          const there = await holdSources(
            store,
            trx,
            batch.map(({ id }) => id),
          );
          for (const message of there.filter((one) =>
            batch.some(({ id, message_text }) => id === one.id && message_text === one.message_text),
          ))
            await keepStatements(
              trx,
              message,
              statements.get(message.id) ?? [],
              `${model.engine} ${MODEL_READING}`,
              clock.now(),
            );
          await trx
            .deleteFrom('interviewly.fact_jobs')
            .where(
              'id',
              'in',
              batch.map(({ id }) => id),
            )
            .execute();
        });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'llm_failed' || signal?.aborted) throw error;
        for (const { id } of batch) await blame({ id, attempts: attempts.get(id)! }, error);
      }
    }
  }

  async function blame(job: FactJob, error: AppError): Promise<void> {
    const reason = error.detail ?? error.title;
    logger.warn(
      { id: job.id, attempts: job.attempts, reason },
      'facts of a message could not be read by the model',
    );
    if (job.attempts >= MOST_ATTEMPTS) return setAside(store, job.id, reason);
    return postpone(
      store,
      [job.id],
      reason,
      new Date(clock.now().getTime() + backoffMs * 2 ** (job.attempts - 1)),
    );
  }

  async function putBack(messages: SourceMessage[], error: unknown): Promise<void> {
    const retryMs = error instanceof AppError ? (error.retryAfter ?? 0) * 1_000 : backoffMs;
    const reason = error instanceof AppError ? error.title : 'broken off';
    const ids = messages.map(({ id }) => id);
    await postpone(store, ids, reason, new Date(clock.now().getTime() + retryMs), { isFree: true });
  }

  let stopping = new AbortController();
  let running: Promise<void> | undefined;
  let wakeUp = Promise.withResolvers<void>();

  async function pause(ms: number): Promise<void> {
    const timer = new AbortController();
    const signal = AbortSignal.any([timer.signal, stopping.signal]);
    await Promise.race([wakeUp.promise, sleep(ms, undefined, { ref: false, signal }).catch(() => {})]);
    timer.abort();
    wakeUp = Promise.withResolvers<void>();
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const done = await workOnce(stopping.signal);
        failures = 0;
        if (done === 0) await pause(pollMs);
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures++;
        const pauseMs = Math.min(maxPauseMs, 500 * 2 ** failures);
        logger.warn(
          { reason: error instanceof AppError ? error.title : 'unknown', pauseMs },
          'reading of facts is on hold',
        );
        await sleep(pauseMs, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      }
    }
  }

  return {
    workOnce,
    start() {
      if (running) return;
      stopping = new AbortController();
      running = loop();
    },
    async stop() {
      stopping.abort();
      wakeUp.resolve();
      await running;
      running = undefined;
    },
    async drain(signal) {
      for (;;) {
        signal?.throwIfAborted();
        if ((await jobsStatus(store, null)).pending === 0) return;
        if ((await workOnce(signal)) === 0) await sleep(25, undefined, { signal });
      }
    },
    wake: () => wakeUp.resolve(),
  };
}
