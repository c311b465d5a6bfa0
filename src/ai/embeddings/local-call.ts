import { EmbeddingUnavailable } from '../embedding.ts';
import type { Task } from './lanes.ts';
import type { ModelWorker } from './model-worker.ts';
import { splitPassages, spread } from './passages.ts';
import { addScaled, normalise } from './vectors.ts';

/**
 * The model reads 128 tokens and ignores the rest without a word: 98 of 100 passages of English chat cut to this
 * length have no more than that (of those cut to 400 characters, 94).
 */
const PASSAGE_CHARS = 360;

/**
 * Of a longer text, this many passages spread evenly over it are read, since each takes 100 ms and more. On two
 * career chats with messages of up to 8,000 characters, recall@10 was the same with 1, 4, 6, 12 and all of them.
 */
const MAX_PASSAGES = 6;

/**
 * One call of `embed`: its texts, passage by passage. A text's vector is the mean of its passages', weighted
 * by length.
 */
export class LocalCall implements Task {
  readonly vectors: Promise<Float32Array[]>;
  readonly #worker: ModelWorker;
  readonly #passages: { text: string; of: number }[];
  readonly #sums: Float32Array[];
  readonly #resolve: (vectors: Float32Array[]) => void;
  readonly #reject: (reason: unknown) => void;
  #failed = false;

  constructor(texts: string[], worker: ModelWorker) {
    const { promise, resolve, reject } = Promise.withResolvers<Float32Array[]>();
    this.vectors = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#worker = worker;
    this.#sums = texts.map(() => new Float32Array(512));
    this.#passages = texts.flatMap((text, of) =>
      spread(splitPassages(text, PASSAGE_CHARS), MAX_PASSAGES).map((passage) => ({ text: passage, of })),
    );
  }

  async step(): Promise<boolean> {
    const passage = this.#passages.shift();
    if (this.#failed || !passage) return true;
    try {
      addScaled(this.#sums[passage.of]!, await this.#worker.embed(passage.text), passage.text.length);
      if (this.#passages.length === 0) this.#resolve(this.#sums.map(unit));
    } catch (error) {
      this.fail(error);
    }
    return this.#failed || this.#passages.length === 0;
  }

  /** Gives up: the passage the worker is busy with is finished and thrown away. */
  fail(reason: unknown): void {
    this.#failed = true;
    this.#reject(reason);
  }
}

function unit(sum: Float32Array): Float32Array {
  const vector = normalise(sum);
  if (!vector) throw new EmbeddingUnavailable('The local embedding model gave a vector that is not one');
  return vector;
}
