import type { EmbeddingEngine } from '../../src/ai/index.ts';
import { probe } from '../../src/memory/embedding-queue/active-model.ts';

const dimensions = 256;

/**
 * An engine for tests of what is around embeddings: words hashed into dimensions, so texts that share words are near.
 * Deterministic and instant; what the real engines do is tested where they live.
 */
export class WordEngine implements EmbeddingEngine {
  readonly name: string;
  readonly dimensions = dimensions;
  readonly maxBatch = 32;
  /** Texts asked for so far, batch by batch. */
  readonly batches: string[][] = [];
  /** All texts asked for but the probe of a new engine. */
  get embedded(): string[] {
    return this.batches.flat().filter((text) => text !== probe);
  }
  /** Set to make calls fail. */
  fail: ((texts: string[]) => Error | null) | null = null;

  constructor(name = 'test/words') {
    this.name = name;
  }

  async embed(texts: string[], signal?: AbortSignal): Promise<Float32Array[]> {
    signal?.throwIfAborted();
    this.batches.push(texts);
    const error = this.fail?.(texts);
    if (error) throw error;
    return texts.map(wordVector);
  }

  async close(): Promise<void> {}
}

export function wordVector(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 7;
    for (const character of word) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) | 0;
    // Two dimensions a word, one of them negative, as real vectors have both signs, and a weight of its own: no two texts
    // are equally near by chance.
    const weight = 1 + (Math.abs(Math.imul(hash, 40_503)) % 997) / 2_000;
    vector[Math.abs(hash) % dimensions]! += weight;
    vector[Math.abs(Math.imul(hash, 2_654_435)) % dimensions]! -= weight / 2;
  }
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}
