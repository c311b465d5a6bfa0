import { type Kysely, sql, type Transaction } from 'kysely';
import type { EmbeddingEngine } from '../../ai/index.ts';
import { breathe } from '../../kernel/breathe.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Database, Store } from '../../store/index.ts';

/** What an engine embeds to show that it works. */
export const probe = 'interview';

/**
 * The same name with other dimensions is another model: a server was given another one under the name that it had. What
 * there was goes under a name that says so, and comes back with its dimensions. 0: made before they were written down.
 */
async function otherDimensions(
  trx: Transaction<Database>,
  name: string,
  before: { key: number; dimensions: number },
  dimensions: number,
): Promise<void> {
  const models = () => trx.updateTable('interviewly.models');
  if (before.dimensions === 0) {
    await models().set({ dimensions }).where('key', '=', before.key).execute();
    return;
  }
  const aside = (of: number) => `${name} (${of})`;
  await models()
    .set({ name: aside(before.dimensions) })
    .where('key', '=', before.key)
    .execute();
  await models().set({ name }).where('name', '=', aside(dimensions)).execute();
}

/** Queues those of the documents from one number on to another that have no vector of the model; tells how many. */
async function queueLacking(db: Kysely<Database>, model: number, from: number, to: number): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into ${sql.table('interviewly.embedding_jobs')} (id, attempts, set_aside)
    select d.id, 0, false from ${sql.table('interviewly.documents')} d
    where d.seq between ${sql.lit(from)} and ${sql.lit(to)}
      and not exists (select 1 from ${sql.table('interviewly.vectors')} v where v.seq = d.seq and v.model = ${model})
      and not exists (select 1 from ${sql.table('interviewly.embedding_jobs')} j where j.id = d.id)
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Documents that are looked at in one statement: some ten milliseconds of it. */
const lookedAt = 20_000;

/**
 * Queues every message that the model lacks a vector of. While two processes have different models, as when one takes over from
 * the other, either may work off what the other needs; whoever begins to work looks what was left so.
 */
export async function queueAllLacking(store: Store, model: number, signal?: AbortSignal): Promise<void> {
  const { last } = await store.read((db) =>
    db
      .selectFrom('interviewly.documents')
      .select((select) => select.fn.max<number | null>('seq').as('last'))
      .executeTakeFirstOrThrow(),
  );
  for (let from = 0; from <= (last ?? -1); from += lookedAt) {
    signal?.throwIfAborted();
    await store.transaction((trx) => queueLacking(trx, model, from, from + lookedAt - 1));
    await breathe();
  }
}

/**
 * The number under which the engine's vectors are kept. The first call with another engine than before, once
 * that has shown that it works, makes it the active one and queues every message that has no vector of it: old vectors are never compared with new ones, and
 * keywords find what is not embedded again yet.
 */
export function createActiveModel(store: Store, embedding: EmbeddingEngine, logger: Logger) {
  let known: Promise<number> | undefined;

  async function activate(): Promise<number> {
    const { name } = embedding;
    const current = await store.read((db) =>
      db
        .selectFrom('interviewly.models')
        .select(['key', 'active', 'dimensions'])
        .where('name', '=', name)
        .executeTakeFirst(),
    );
    const inUse = () => current?.active && current.dimensions === embedding.dimensions;
    if (inUse()) return current!.key;
    try {
      // A wrong key or a mistyped model must not put the vectors of a working one aside: first it has to embed something.
      // And of some engines only their first answer tells how many dimensions they give.
      await embedding.embed([probe]);
    } catch (error) {
      if (!current?.active) throw error;
      // Away, and nothing says that it is another model by now: the next call looks again.
      known = undefined;
      return current.key;
    }
    if (inUse()) return current!.key;
    const { dimensions } = embedding;
    return store.transaction(async (trx) => {
      if (current && current.dimensions !== dimensions) await otherDimensions(trx, name, current, dimensions);
      await trx.updateTable('interviewly.models').set({ active: false }).where('name', '!=', name).execute();
      const { key } = await trx
        .insertInto('interviewly.models')
        .values({ name, dimensions, active: true })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ active: true }))
        .returning('key')
        .executeTakeFirstOrThrow();
      const queued = await queueLacking(trx, key, 0, 2 ** 31 - 1);
      logger.info({ model: name, queued }, 'embedding model is active');
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
