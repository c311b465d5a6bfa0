import { type Kysely, sql } from 'kysely';
import type { Database } from '../../store/index.ts';

/** An owner's index: its number and the totals that BM25 needs. */
export interface Corpus {
  user: string;
  owner: number;
  count: number;
  averageLength: number;
  /** Of their vectors; see `quantized/`. */
  revision: number;
  /** Another one where something was forgotten since: nothing that is held is then of use. */
  generation: number;
}

/** What is read of an owner (`o`) and the revision of their vectors (`v`). */
export interface CorpusRow {
  key: number;
  documents: number;
  total_length: number | string;
  generation: number;
  revision: number | null;
}

/** Null where the owner has no documents. */
export function toCorpus(user: string, row: CorpusRow | undefined): Corpus | null {
  if (!row || row.documents === 0) return null;
  return {
    user,
    owner: row.key,
    count: row.documents,
    averageLength: Number(row.total_length) / row.documents,
    revision: row.revision ?? 0,
    generation: row.generation,
  };
}

export async function findCorpus(db: Kysely<Database>, user: string): Promise<Corpus | null> {
  const row = await db
    .selectFrom('interviewly.owners as o')
    .leftJoin('interviewly.vector_revisions as v', 'v.owner', 'o.key')
    .select(['o.key', 'o.documents', 'o.total_length', 'o.generation', 'v.revision'])
    .where('o.user_id', '=', user)
    .executeTakeFirst();
  return toCorpus(user, row);
}

/** Whether what was looked up for one of them is right for the other too: the same vectors, and nothing forgotten. */
export const isSame = (a: Corpus, b: Corpus): boolean =>
  a.owner === b.owner && a.generation === b.generation && a.revision === b.revision;

/** The revision as it is now, to be selected beside something else; null where the corpus is another one by now. */
export const revisionNow = ({ user, owner, generation }: Corpus) => sql<number | null>`(
  select coalesce(v.revision, 0) from ${sql.table('interviewly.owners')} o
  left join ${sql.table('interviewly.vector_revisions')} v on v.owner = o.key
  where o.user_id = ${user} and o.key = ${owner} and o.generation = ${generation})`;
