import { sql } from 'kysely';
import type { EmbeddingEngine } from '../../ai/index.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';

/** What an engine embeds to show that it works. */
export const probe = 'interview';

/**
 * The number under which the engine's vectors are kept. The first call with another engine than before, once
 * that has shown that it works, makes it the active one and queues every message that has no vector of it: old vectors are never compared with new ones, and
 * keywords find what is not embedded again yet.
 */
export function createActiveModel(store: Store, embedding: EmbeddingEngine, logger: Logger) {
  let known: Promise<number> | undefined;

  async function activate(): Promise<number> {
    const { name, dimensions } = embedding;
    const current = await store.read((db) =>
      db
        .selectFrom('interviewly.models')
        .select(['key', 'active'])
        .where('name', '=', name)
        .executeTakeFirst(),
    );
    if (current?.active) return current.key;
    // A wrong key or a mistyped model must not put the vectors of a working one aside: first it has to embed something.
    await embedding.embed([probe]);
    return store.transaction(async (trx) => {
      await trx.updateTable('interviewly.models').set({ active: false }).where('name', '!=', name).execute();
      const { key } = await trx
        .insertInto('interviewly.models')
        .values({ name, dimensions, active: true })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ active: true }))
        .returning('key')
        .executeTakeFirstOrThrow();
      const queued = await sql`
        insert into ${sql.table('interviewly.embedding_jobs')} (id, attempts, set_aside)
        select d.id, 0, false from ${sql.table('interviewly.documents')} d
        where not exists (select 1 from ${sql.table('interviewly.vectors')} v where v.seq = d.seq and v.model = ${key})
          and not exists (select 1 from ${sql.table('interviewly.embedding_jobs')} j where j.id = d.id)`.execute(
        trx,
      );
      logger.info({ model: name, queued: Number(queued.numAffectedRows ?? 0) }, 'embedding model is active');
      return key;
    });
  }

  return (): Promise<number> => {
    known ??= activate().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
