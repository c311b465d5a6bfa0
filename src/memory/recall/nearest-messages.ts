import type { Kysely } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { selectMessages, toMessage } from '../messages.ts';
import type { MemoryMessage } from '../types.ts';
import type { QueryVector } from './vector-leg.ts';

export interface NearMessage {
  seq: number;
  /** Exact. */
  cosine: number;
  message: MemoryMessage;
}

/**
 * Of the named documents the `limit` nearest with their messages, best first, in one statement. `there`: how many of
 * them have a vector, nearest or not.
 */
export async function nearestMessages(
  { dialect }: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  seqs: number[],
  { model, query }: QueryVector,
  limit: number,
): Promise<{ nearest: NearMessage[]; there: number }> {
  const named = () => vectorsOf({ dialect }, db, seqs, model);
  const rows = await selectMessages(db)
    .innerJoin('interviewly.documents as d', 'd.id', 'user_message_embeddings.id')
    .innerJoin(
      named()
        .select(['v.seq', dialect.cosine('v.vector', query).as('cosine')])
        .orderBy('cosine', 'desc')
        .orderBy('v.seq', 'desc')
        .limit(limit)
        .as('near'),
      'near.seq',
      'd.seq',
    )
    .select(['near.seq', 'near.cosine'])
    .select(
      named()
        .select((select) => select.fn.countAll<number>().as('count'))
        .as('there'),
    )
    .orderBy('near.cosine', 'desc')
    .orderBy('near.seq', 'desc')
    .execute();
  return {
    nearest: rows.map((row) => ({ seq: row.seq, cosine: row.cosine, message: toMessage(row) })),
    there: Number(rows[0]?.there ?? 0),
  };
}

/** Those of the documents that have a vector of the model. */
export async function withVector(
  store: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  seqs: number[],
  model: number,
): Promise<Set<number>> {
  const rows = await vectorsOf(store, db, seqs, model).select('v.seq').execute();
  return new Set(rows.map(({ seq }) => seq));
}

function vectorsOf({ dialect }: Pick<Store, 'dialect'>, db: Kysely<Database>, seqs: number[], model: number) {
  return db
    .selectFrom('interviewly.vectors as v')
    .where('v.model', '=', model)
    .where(dialect.isOneOf('v.seq', seqs));
}
