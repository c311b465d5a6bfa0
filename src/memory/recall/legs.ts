import type { Kysely } from 'kysely';
import { type Database, instant } from '../../store/index.ts';
import { bm25, weighedTerms } from '../rank/lexical.ts';
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

/** A document that holds a term of the query. */
export interface LexicalHit {
  seq: number;
  length: number;
  termFrequencies: Map<number, number>;
}

/** Every document with a term of the query, and the exact statistics of the terms, over all of the owner's documents. */
export async function keywordLeg(
  db: Kysely<Database>,
  corpus: Corpus,
  query: AnalyzedQuery,
): Promise<{ hits: Map<number, LexicalHit>; stats: CorpusStats }> {
  const hits = new Map<number, LexicalHit>();
  const documentFrequency = new Map<number, number>();
  const terms = query.terms.map(({ hash }) => hash);
  const rows =
    terms.length === 0
      ? []
      : await db
          .selectFrom('interviewly.postings')
          .select(['term', 'seq', 'tf', 'length'])
          .where('owner', '=', corpus.owner)
          .where('term', 'in', terms)
          .execute();
  for (const { term, seq, tf, length } of rows) {
    documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
    const hit = hits.get(seq);
    if (hit) hit.termFrequencies.set(term, tf);
    else hits.set(seq, { seq, length, termFrequencies: new Map([[term, tf]]) });
  }
  return { hits, stats: { count: corpus.count, averageLength: corpus.averageLength, documentFrequency } };
}

/** The hits by BM25, best first; equals newest first. */
export function byBm25(
  query: AnalyzedQuery,
  hits: Iterable<LexicalHit>,
  stats: CorpusStats,
): { seq: number; score: number }[] {
  const terms = weighedTerms(query, stats);
  return [...hits]
    .map((hit) => ({ seq: hit.seq, score: bm25(terms, hit, stats) }))
    .sort((a, b) => b.score - a.score || b.seq - a.seq);
}
