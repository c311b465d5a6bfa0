import { type Kysely, sql } from 'kysely';
import { breathe } from '../../kernel/breathe.ts';
import type { Database, Store } from '../../store/index.ts';
import { isSilent } from '../silent.ts';

/**
 * Queues those of the documents from one number on to another that have no vector of the model; tells how many. Replies of
 * nothing but what was recalled never have one.
 */
export async function queueLacking(
  db: Kysely<Database>,
  model: number,
  from: number,
  to: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into ${sql.table('interviewly.embedding_jobs')} (id, attempts, set_aside)
    select d.id, 0, false from ${sql.table('interviewly.documents')} d
    where d.seq between ${sql.lit(from)} and ${sql.lit(to)} and not ${isSilent('d')}
      and not exists (select 1 from ${sql.table('interviewly.vectors')} v where v.seq = d.seq and v.model = ${model})
      and not exists (select 1 from ${sql.table('interviewly.embedding_jobs')} j where j.id = d.id)
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Documents that are looked at in one statement: some ten milliseconds of it. */
const lookedAt = 20_000;

/**
 * Queues every message that the model lacks a vector of. A process of a version before this one may have worked off what
 * another model still needed; whoever begins to work looks what was left so.
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
