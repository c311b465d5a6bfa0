import { type Kysely, sql } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { selectMessages, toMessage } from '../messages.ts';
import type { MemoryMessage } from '../types.ts';
import { type Corpus, revisionNow } from './corpus.ts';
import type { QueryVector } from './vector-leg.ts';

export interface NearMessage {
  seq: number;
  /** Exact. */
  cosine: number;
  message: MemoryMessage;
}

/**
 * Of the named documents the `limit` nearest with their messages, best first, in one statement. `revision`: of the owner's
 * vectors now; null where the corpus is another one, or nothing was found.
 */
export async function nearestMessages(
  { dialect }: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  corpus: Corpus,
  seqs: number[],
  { model, query }: QueryVector,
  limit: number,
): Promise<{ nearest: NearMessage[]; revision: number | null }> {
  // Written out: building it of its parts would take as long as the database takes to run it.
  const near = sql<{ seq: number; cosine: number }>`(
    select v.seq, ${dialect.cosine('v.vector', query)} as cosine
    from ${sql.table('interviewly.vectors')} v
    where v.model = ${model} and ${dialect.isOneOf('v.seq', seqs)}
    order by cosine desc, v.seq desc limit ${limit})`;
  const rows = await selectMessages(db)
    .innerJoin('interviewly.documents as d', 'd.id', 'user_message_embeddings.id')
    .innerJoin(near.as('near'), 'near.seq', 'd.seq')
    .select(['near.seq', 'near.cosine'])
    .select(revisionNow(corpus).as('revision'))
    .orderBy(sql`near.cosine desc, near.seq desc`)
    .execute();
  return {
    nearest: rows.map((row) => ({ seq: row.seq, cosine: row.cosine, message: toMessage(row) })),
    revision: rows[0]?.revision ?? null,
  };
}
