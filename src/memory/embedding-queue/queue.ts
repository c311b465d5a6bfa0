import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddingUnavailable } from '../../ai/index.ts';
import type { Memory } from '../types.ts';
import type { Models } from './active-model.ts';
import { type EmbedPending, embedPending } from './embed-pending.ts';
import { queueStatus, retrySetAside } from './jobs.ts';
import { queueAllLacking } from './lacking.ts';
import { ModelSuperseded } from './models.ts';

/** How often an idle worker looks for what other processes and programs have stored. */
const pollMs = 2_000;
const maxPauseMs = 60_000;
/** How often a worker whose model is the active one no more looks whether it is again. */
const supersededMs = 60_000;
/** While the engine is away, an import waits this long before it leaves the rest to the queue. */
const drainPatienceMs = 15_000;

export interface QueueParts extends Omit<EmbedPending, 'model'> {
  models: Models;
}

/** The queue of pending embeddings as a worker in this process; `wake` tells it that there is something new. */
export function createQueue({ models, ...rest }: QueueParts): { queue: Memory['queue']; wake(): void } {
  const parts: EmbedPending = { ...rest, model: models.active };
  const { store, logger } = parts;
  let stopping = new AbortController();
  let running: Promise<void> | undefined;
  let wakeUp = Promise.withResolvers<void>();
  let looked = false;
  let stoodBack = false;

  function wake(): void {
    wakeUp.resolve();
  }

  /** Once: queues what has no vector of the model, which becomes the active one where it was just chosen. */
  async function lookForLacking(signal?: AbortSignal): Promise<void> {
    if (looked || !store.dialect.vectors.available) return;
    await queueAllLacking(store, await models.active(), signal);
    looked = true;
  }

  /** Waits as long as another model is the active one, and says so once. */
  async function standBack(superseded: ModelSuperseded): Promise<void> {
    if (!stoodBack) logger.warn({ reason: superseded.message }, 'embedding is left to others');
    stoodBack = true;
    await sleep(supersededMs, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
  }

  async function pause(ms: number): Promise<void> {
    const timer = new AbortController();
    await Promise.race([
      wakeUp.promise,
      sleep(ms, undefined, { ref: false, signal: AbortSignal.any([timer.signal, stopping.signal]) }).catch(
        () => {},
      ),
    ]);
    timer.abort();
    wakeUp = Promise.withResolvers<void>();
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await lookForLacking(stopping.signal);
        const { done, unavailable } = await embedPending(parts, stopping.signal);
        if (unavailable instanceof ModelSuperseded) {
          await standBack(unavailable);
          continue;
        }
        if (unavailable) throw unavailable;
        failures = 0;
        stoodBack = false;
        if (done === 0) await pause(pollMs);
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures++;
        const retryAfterMs = (error as EmbeddingUnavailable).retryAfterMs;
        const pauseMs = Math.max(retryAfterMs ?? 0, Math.min(maxPauseMs, 500 * 2 ** failures));
        logger.warn(
          { reason: error instanceof Error ? error.message : 'unknown', pauseMs },
          'embedding is on hold',
        );
        await sleep(pauseMs, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      }
    }
  }

  const queue: Memory['queue'] = {
    status: () => queueStatus(store),

    async workOnce(signal) {
      const { done, unavailable } = await embedPending(parts, signal);
      if (unavailable) throw unavailable;
      return done;
    },

    start() {
      if (running) return;
      stopping = new AbortController();
      running = loop();
    },

    async stop() {
      stopping.abort();
      wake();
      await running;
      running = undefined;
    },

    async drain({ signal, onProgress, changeOver = true } = {}) {
      let awaySince: number | undefined;
      onProgress?.((await queueStatus(store)).pending);
      if (changeOver) await lookForLacking(signal);
      const working = changeOver ? parts : { ...parts, model: models.own };
      for (;;) {
        signal?.throwIfAborted();
        const { pending } = await queueStatus(store);
        onProgress?.(pending);
        if (pending === 0) return;
        const { done, unavailable } = await embedPending(working, signal);
        // Keywords only: what is left in the queue waits for vectors, not for us.
        if (done === 0 && !store.dialect.vectors.available) return;
        if (unavailable instanceof ModelSuperseded) throw unavailable;
        if (unavailable) {
          awaySince ??= Date.now();
          if (Date.now() - awaySince > drainPatienceMs) throw unavailable;
        } else if (done > 0) {
          awaySince = undefined;
          continue;
        }
        // Nothing due now: claimed by another process, or waiting after a failure.
        await sleep(Math.min(unavailable?.retryAfterMs ?? 250, 2_000), undefined, { signal });
      }
    },

    async retrySetAside() {
      const count = await store.transaction(retrySetAside);
      wake();
      return count;
    },
  };
  return { queue, wake };
}
