import { type EmbeddingModel, embedMany } from 'ai';
import type { Logger } from '../../kernel/logger.ts';
import { type EmbeddingEngine, EmbeddingRejected, EmbeddingUnavailable } from '../embedding.ts';
import { embeddingFailure, MENDED_BY_HAND_MS } from './errors.ts';
import { checkedTexts } from './inputs.ts';
import { normalise } from './vectors.ts';

/** The width of the column that vectors are stored in. */
export const MAX_DIMENSIONS = 1536;

export interface RemoteOptions {
  /** `openai/text-embedding-3-small`. */
  name: string;
  model: Exclude<EmbeddingModel, string>;
  /** For messages: who answers, what the model is called, and where its key is set. */
  provider: string;
  modelName: string;
  keyVariable: string;
  maxBatch: number;
  timeoutMs: number;
  /** The dimensions to ask for; undefined leaves the choice to the model. */
  requestDimensions?: number;
  /** The dimensions the model is known to have; undefined: learnt from its first answer. */
  dimensions?: number;
  /**
   * Ways to shorten a text, from the mildest. The first is always taken; the next ones are tried in turn when
   * the provider refuses a batch, because how many tokens a text has is only estimated.
   */
  cuts: ((text: string) => string)[];
  logger?: Logger;
}

/** An engine behind an HTTP API. It never retries on its own what may pass: the queue does, with back-off. */
export function createRemoteEngine(options: RemoteOptions): EmbeddingEngine {
  const { provider, modelName: model, keyVariable } = options;
  let dimensions = options.dimensions ?? 0;

  async function request(values: string[], signal: AbortSignal): Promise<Float32Array[]> {
    const { embeddings, responses } = await embedMany({
      model: options.model,
      values,
      dimensions: options.requestDimensions,
      maxRetries: 0,
      maxParallelCalls: 2,
      abortSignal: signal,
    });
    const places = responses?.length === 1 ? placesOf(responses[0]?.body, values.length) : undefined;
    const vectors: Float32Array[] = new Array(values.length);
    embeddings.forEach((embedding, index) => {
      vectors[places?.[index] ?? index] = checked(embedding);
    });
    return vectors;
  }

  function checked(embedding: number[]): Float32Array {
    if (embedding.length > MAX_DIMENSIONS) {
      const detail = `gives ${embedding.length} dimensions, and at most ${MAX_DIMENSIONS} can be stored`;
      throw unusable(`EMBEDDING_MODEL (${model}) ${detail}: choose another model`);
    }
    if (dimensions !== 0 && embedding.length !== dimensions) {
      const detail = `gave ${embedding.length} dimensions instead of ${dimensions}`;
      throw unusable(`EMBEDDING_MODEL (${model}) ${detail}: is the server still running that model?`);
    }
    const vector = normalise(Float32Array.from(embedding));
    if (!vector) throw new EmbeddingUnavailable(`${provider} answered with a vector that is not one`);
    dimensions = vector.length;
    return vector;
  }

  async function embedCut(texts: string[], signal: AbortSignal): Promise<Float32Array[]> {
    let sent: string[] = [];
    let refusal: EmbeddingRejected | undefined;
    for (const cut of options.cuts) {
      const shorter = texts.map(cut);
      if (refusal && shorter.every((text, index) => text === sent[index])) continue;
      if (refusal) options.logger?.debug({ engine: options.name }, 'texts refused, sent again shorter');
      sent = shorter;
      try {
        return await request(sent, signal);
      } catch (error) {
        const failure = embeddingFailure(error, { provider, model, keyVariable });
        if (!(failure instanceof EmbeddingRejected)) throw failure;
        refusal = failure;
      }
    }
    throw refusal!;
  }

  return {
    name: options.name,
    maxBatch: options.maxBatch,
    get dimensions() {
      return dimensions;
    },
    async embed(texts, signal) {
      signal?.throwIfAborted();
      const values = checkedTexts(texts);
      if (values.length === 0) return [];
      const timeout = AbortSignal.timeout(options.timeoutMs);
      try {
        return await embedCut(values, signal ? AbortSignal.any([signal, timeout]) : timeout);
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
    },
    async close() {},
  };
}

/** A failure that stays until somebody changes the configuration; the work stays queued until then. */
function unusable(message: string): EmbeddingUnavailable {
  return new EmbeddingUnavailable(message, { retryAfterMs: MENDED_BY_HAND_MS });
}

/**
 * Where each vector of an answer belongs. The protocol numbers them (`index`) and does not promise their
 * order, and the SDK does not look. Undefined where the numbers are missing or no permutation: then the order
 * is all there is.
 */
function placesOf(body: unknown, count: number): number[] | undefined {
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
  if (!Array.isArray(data) || data.length !== count) return undefined;
  const places = data.map((item: { index?: unknown }) => (typeof item.index === 'number' ? item.index : -1));
  const seen = new Set(places.filter((place) => Number.isInteger(place) && place >= 0 && place < count));
  return seen.size === count ? places : undefined;
}
