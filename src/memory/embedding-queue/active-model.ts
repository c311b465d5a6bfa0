import type { Kysely, Transaction } from 'kysely';
import { type EmbeddingEngine, EmbeddingUnavailable } from '../../ai/index.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Database, Store } from '../../store/index.ts';
import { retrySetAside } from './jobs.ts';
import { queueLacking } from './lacking.ts';
import { activeName, aside, findModel } from './models.ts';

/** What an engine embeds to show that it works. */
export const probe = 'interview';

/** The model that has a name now. */
const named = (db: Kysely<Database>, name: string) =>
  db
    .selectFrom('interviewly.models')
    .select(['key', 'active', 'dimensions'])
    .where('name', '=', name)
    .executeTakeFirst();

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
  await models()
    .set({ name: aside(name, before.dimensions) })
    .where('key', '=', before.key)
    .execute();
  await models().set({ name }).where('name', '=', aside(name, dimensions)).execute();
}

export interface Models {
  /**
   * For those who work off the queue: the number under which the engine's vectors are kept. The first call with another
   * engine than before, once that has shown that it works, makes it the active one and queues every message that has no
   * vector of it: old vectors are never compared with new ones, and keywords find what is not embedded again yet.
   */
  active(): Promise<number>;
  /**
   * For those who ask: the same number, and nothing is changed over for a question, as embedding everything anew may cost
   * money. Throws EmbeddingUnavailable where the engine made no vectors here while another one's are in use.
   */
  own(): Promise<number>;
}

export function createModels(store: Store, embedding: EmbeddingEngine, logger: Logger): Models {
  let activated: Promise<number> | undefined;
  let found: number | undefined;
  /** The model that was active here while its engine was away. */
  let began: number | undefined;

  async function activate(): Promise<number> {
    const { name } = embedding;
    const current = await store.read((db) => named(db, name));
    const inUse = () => current?.active && current.dimensions === embedding.dimensions;
    if (inUse()) return current!.key;
    // Superseded before its engine came back: what another process chose later is not undone.
    if (current && !current.active && current.key === began) return current.key;
    try {
      // A wrong key or a mistyped model must not put the vectors of a working one aside: first it has to embed something.
      // And of some engines only their first answer tells how many dimensions they give.
      await embedding.embed([probe]);
    } catch (error) {
      if (!current?.active) throw error;
      // Away, and nothing says that it is another model by now: the next call looks again.
      activated = undefined;
      began = current.key;
      return current.key;
    }
    if (inUse()) return current!.key;
    const { dimensions } = embedding;
    return store.transaction(async (trx) => {
      await store.dialect.holdModels(trx, 'to change');
      // Once more: while the engine showed that it works, another process may have come with the same name.
      const before = await named(trx, name);
      if (before && before.dimensions !== dimensions) await otherDimensions(trx, name, before, dimensions);
      await trx.updateTable('interviewly.models').set({ active: false }).where('name', '!=', name).execute();
      const { key } = await trx
        .insertInto('interviewly.models')
        .values({ name, dimensions, active: true })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ active: true }))
        .returning('key')
        .executeTakeFirstOrThrow();
      // What another model failed with, this one may take.
      await retrySetAside(trx);
      const queued = await queueLacking(trx, key, 0, 2 ** 31 - 1);
      logger.info({ model: name, queued }, 'embedding model is active');
      return key;
    });
  }

  function active(): Promise<number> {
    activated ??= activate().catch((error: unknown) => {
      activated = undefined;
      throw error;
    });
    return activated;
  }

  async function own(): Promise<number> {
    if (found !== undefined) return found;
    if (embedding.dimensions === 0) {
      // Only its first answer tells which of the models of its name it is.
      const away = await embedding.embed([probe]).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (away) {
        const named = await store.read((db) => findModel(db, embedding));
        if (named) return named.key;
        throw away;
      }
    }
    const { model, inUse } = await store.read(async (db) => ({
      model: await findModel(db, embedding),
      inUse: await activeName(db),
    }));
    if (model) {
      found = model.key;
      return found;
    }
    if (inUse === undefined) return active();
    const { name, dimensions } = embedding;
    const which = name === inUse ? `${name} of ${dimensions} dimensions` : name;
    throw new EmbeddingUnavailable(
      `${which} has no vectors here, those of ${inUse} are in use: set EMBEDDING_MODEL as it was, or «interviewly embed» changes over`,
    );
  }

  return { active, own };
}
