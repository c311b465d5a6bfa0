import type { EmbeddingEngine } from '../../ai/index.ts';
import type { Store } from '../../store/index.ts';
import { finish } from './finish.ts';
import type { Pending } from './load.ts';

/** The model whose vectors deployments have from before us. */
const adoptedModel = 'openai/text-embedding-3-small';

/**
 * Vectors that a deployment has already, and paid for, are used as they are where they are of the active model.
 * Returns the ids of the messages that are done with that.
 */
export async function adoptVectors(
  store: Store,
  embedding: EmbeddingEngine,
  model: number,
  pending: Pending[],
): Promise<Set<string>> {
  if (embedding.name !== adoptedModel || pending.length === 0) return new Set();
  const rows = await store.read((db) =>
    db
      .selectFrom('user_message_embeddings')
      .select('id')
      .where(
        'id',
        'in',
        pending.map((job) => job.id),
      )
      .where('embedding', 'is not', null)
      .where((where) =>
        where.or([where('embedding_model', 'is', null), where('embedding_model', '=', adoptedModel)]),
      )
      .execute(),
  );
  const there = new Set(rows.map((row) => row.id));
  const adopted: (Pending & { vector: Float32Array })[] = [];
  for (const job of pending.filter(({ id }) => there.has(id))) {
    const vector = await store.read((db) => store.dialect.readEmbedding(db, job.id));
    if (vector?.length === embedding.dimensions) adopted.push({ ...job, vector: unitLength(vector) });
  }
  await finish(store, model, adopted, null);
  return new Set(adopted.map((job) => job.id));
}

function unitLength(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}
