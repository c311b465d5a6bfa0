import type { Store } from '../../store/index.ts';
import { isSilent } from '../silent.ts';
import type { EmbeddingProgress } from '../types.ts';
import { type Engine, findModel } from './models.ts';

/**
 * How far the embedding of one owner's messages is, or of everybody's: what has a vector of the engine in use. After a
 * change of model it starts from nothing, while keywords find everything.
 */
export function embeddingProgress(
  store: Store,
  embedding: Engine,
  user: string | null,
): Promise<EmbeddingProgress> {
  return store.read(async (db) => {
    const owners = await db
      .selectFrom('interviewly.owners')
      .select(['key', 'documents'])
      .$if(user !== null, (query) => query.where('user_id', '=', user!))
      .execute();
    const counted = (rows: { count: number | string }[]) =>
      rows.reduce((sum, row) => sum + Number(row.count), 0);
    const jobs = await db
      .selectFrom('interviewly.embedding_jobs as j')
      .innerJoin('user_message_embeddings as m', 'm.id', 'j.id')
      .select(['j.set_aside', (select) => select.fn.countAll<number>().as('count')])
      .$if(user !== null, (query) => query.where('m.user_id', '=', user!))
      .groupBy('j.set_aside')
      .execute();
    const model = await findModel(db, embedding);
    const vectors =
      model && store.dialect.vectors.available
        ? await db
            .selectFrom('interviewly.vector_bits')
            .select((select) => select.fn.countAll<number>().as('count'))
            .where('model', '=', model.key)
            .$if(user !== null, (query) => query.where('owner', 'in', [-1, ...owners.map(({ key }) => key)]))
            .execute()
        : [];
    // Replies of nothing but what was recalled wait for no vector, and are found by nothing.
    const silent = await db
      .selectFrom('interviewly.documents as d')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where(isSilent('d'))
      .$if(user !== null, (query) => query.where('owner', 'in', [-1, ...owners.map(({ key }) => key)]))
      .execute();
    const embedded = counted(vectors);
    const speaking = owners.reduce((sum, { documents }) => sum + documents, 0) - counted(silent);
    return {
      engine: embedding.name,
      dimensions: embedding.dimensions || model?.dimensions || null,
      vector_search: store.dialect.vectors.available,
      messages: Math.max(speaking, embedded),
      embedded,
      pending: counted(jobs.filter((row) => !row.set_aside)),
      set_aside: counted(jobs.filter((row) => row.set_aside)),
    };
  });
}
