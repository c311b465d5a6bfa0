import type { EmbeddingEngine } from '../../ai/index.ts';

/** Queries whose vectors are kept: pages, tools and retries ask the same thing again within minutes. */
const keptQueries = 500;

/** Embeds queries, remembering the latest. Failures are not remembered. */
export function createQueryVectors(embedding: EmbeddingEngine) {
  const known = new Map<string, Float32Array>();
  return async (query: string, signal?: AbortSignal): Promise<Float32Array> => {
    const kept = known.get(query);
    if (kept) {
      known.delete(query);
      known.set(query, kept);
      return kept;
    }
    const [own] = await embedding.embed([query], signal);
    const vector = embedding.asQuery?.(own!) ?? own!;
    if (known.size >= keptQueries) known.delete(known.keys().next().value!);
    known.set(query, vector);
    return vector;
  };
}
