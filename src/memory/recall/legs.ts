import { type Kysely, sql } from 'kysely';
import { type Database, instant } from '../../store/index.ts';
import { saturated, weighedTerms } from '../rank/lexical.ts';
import type { AnalyzedQuery, CorpusStats } from '../rank/types.ts';
import type { Filters } from '../types.ts';

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

/** The documents that filters leave; null where nothing is filtered, which needs no list. */
export async function allowedDocuments(
  db: Kysely<Database>,
  owner: number,
  filters: Filters,
): Promise<Set<number> | null> {
  if (Object.values(filters).every((value) => value === undefined)) return null;
  let query = db.selectFrom('interviewly.documents').select('seq').where('owner', '=', owner);
  if (filters.conversation_id !== undefined)
    query = query.where('conversation_id', '=', filters.conversation_id);
  if (filters.context_type !== undefined) query = query.where('context_type', '=', filters.context_type);
  if (filters.role !== undefined) query = query.where('role', '=', filters.role);
  if (filters.since) query = query.where('created_at', '>=', instant(filters.since));
  if (filters.until) query = query.where('created_at', '<=', instant(filters.until));
  const rows = await query.execute();
  return new Set(rows.map((row) => row.seq));
}

/** The documents not to be found: single messages, and those of one conversation. Few, so they are named rather than the rest. */
export async function excludedDocuments(
  db: Kysely<Database>,
  owner: number,
  { ids, conversation }: { ids: string[]; conversation: string | undefined },
): Promise<Set<number>> {
  if (ids.length === 0 && conversation === undefined) return new Set();
  const rows = await db
    .selectFrom('interviewly.documents')
    .select('seq')
    .where('owner', '=', owner)
    .where((where) =>
      where.or([
        ...(ids.length > 0 ? [where('id', 'in', ids)] : []),
        ...(conversation !== undefined ? [where('conversation_id', '=', conversation)] : []),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.seq));
}

/** All of an owner's documents that hold one term of the query, as columns. */
export interface TermPostings {
  term: number;
  seqs: Int32Array;
  frequencies: Int32Array;
  /** Of the documents, in index terms. */
  lengths: Int32Array;
}

/**
 * Every document with a term of the query, and the exact statistics of the terms, over all of the owner's documents. A
 * common word stands in thousands: they come as one row a term, since making as many rows takes longer than finding them.
 */
export async function keywordLeg(
  db: Kysely<Database>,
  corpus: Corpus,
  query: AnalyzedQuery,
): Promise<{ postings: TermPostings[]; stats: CorpusStats }> {
  const terms = query.terms.map(({ hash }) => hash);
  const joined = (column: 'seq' | 'tf' | 'length') =>
    sql<string>`string_agg(cast(${sql.ref(column)} as varchar(11)), ',')`.as(column);
  const rows =
    terms.length === 0
      ? []
      : await db
          .selectFrom('interviewly.postings')
          .select(['term', joined('seq'), joined('tf'), joined('length')])
          .where('owner', '=', corpus.owner)
          .where('term', 'in', terms)
          .groupBy('term')
          .execute();
  const postings = rows.map(({ term, seq, tf, length }) => ({
    term,
    seqs: numbers(seq),
    frequencies: numbers(tf),
    lengths: numbers(length),
  }));
  const documentFrequency = new Map(postings.map(({ term, seqs }) => [term, seqs.length]));
  return { postings, stats: { count: corpus.count, averageLength: corpus.averageLength, documentFrequency } };
}

const numbers = (list: string): Int32Array => Int32Array.from(list.split(','), Number);

/** The documents by BM25, best first; equals newest first. */
export function byBm25(
  query: AnalyzedQuery,
  postings: readonly TermPostings[],
  stats: CorpusStats,
  permits: (document: { seq: number }) => boolean,
): { seq: number; score: number }[] {
  const byTerm = new Map(postings.map((one) => [one.term, one]));
  const scores = new Map<number, number>();
  for (const { hash, weight } of weighedTerms(query, stats)) {
    const found = byTerm.get(hash);
    if (!found) continue;
    const { seqs, frequencies, lengths } = found;
    for (let i = 0; i < seqs.length; i++) {
      const score = weight * saturated(frequencies[i]!, lengths[i]!, stats.averageLength);
      scores.set(seqs[i]!, (scores.get(seqs[i]!) ?? 0) + score);
    }
  }
  const ranked: { seq: number; score: number }[] = [];
  for (const [seq, score] of scores) if (permits({ seq })) ranked.push({ seq, score });
  return ranked.sort((a, b) => b.score - a.score || b.seq - a.seq);
}

/** How often each of the query's terms stands in these documents. */
export function frequenciesIn(
  postings: readonly TermPostings[],
  documents: ReadonlySet<number>,
): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>();
  for (const { term, seqs, frequencies } of postings) {
    for (let i = 0; i < seqs.length; i++) {
      const seq = seqs[i]!;
      if (!documents.has(seq)) continue;
      const known = found.get(seq);
      if (known) known.set(term, frequencies[i]!);
      else found.set(seq, new Map([[term, frequencies[i]!]]));
    }
  }
  return found;
}
