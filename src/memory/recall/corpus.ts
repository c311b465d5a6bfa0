import type { Kysely } from 'kysely';
import type { Database } from '../../store/index.ts';

/** An owner's index: its number and the totals that BM25 needs. */
export interface Corpus {
  owner: number;
  count: number;
  averageLength: number;
  /** Of their vectors; see `bits/`. */
  revision: number;
}

export async function findCorpus(db: Kysely<Database>, user: string): Promise<Corpus | null> {
  const row = await db
    .selectFrom('interviewly.owners as o')
    .leftJoin('interviewly.vector_revisions as v', 'v.owner', 'o.key')
    .select(['o.key', 'o.documents', 'o.total_length', 'v.revision'])
    .where('o.user_id', '=', user)
    .executeTakeFirst();
  if (!row || row.documents === 0) return null;
  return {
    owner: row.key,
    count: row.documents,
    averageLength: Number(row.total_length) / row.documents,
    revision: row.revision ?? 0,
  };
}
