import { type Kysely, sql } from 'kysely';
import type { Database } from '../../store/index.ts';
import { saturated, weighedTerms } from '../rank/lexical.ts';
import type { AnalyzedQuery, CorpusStats } from '../rank/types.ts';
import type { Corpus } from './corpus.ts';

/** All of an owner's documents that hold one term of the query, as columns. */
export interface TermPostings {
  term: number;
  seqs: Int32Array;
  frequencies: Int32Array;
  /** Of the documents, in index terms. */
  lengths: Int32Array;
}

/**
 * Every document of the owner's with a term of the query. A common word stands in thousands: they come as one row a term,
 * since making as many rows takes longer than finding them.
 */
export async function findPostings(
  db: Kysely<Database>,
  owner: number,
  query: AnalyzedQuery,
): Promise<TermPostings[]> {
  const terms = query.terms.map(({ hash }) => hash);
  const joined = (column: 'seq' | 'tf' | 'length') =>
    sql<string>`string_agg(cast(${sql.ref(column)} as varchar(11)), ',')`.as(column);
  const rows =
    terms.length === 0
      ? []
      : await db
          .selectFrom('interviewly.postings')
          .select(['term', joined('seq'), joined('tf'), joined('length')])
          .where('owner', '=', owner)
          .where('term', 'in', terms)
          .groupBy('term')
          .execute();
  return rows.map(({ term, seq, tf, length }) => ({
    term,
    seqs: numbers(seq),
    frequencies: numbers(tf),
    lengths: numbers(length),
  }));
}

/** The exact statistics of the query's terms, over all of the owner's documents. */
export function statsOf(corpus: Corpus, postings: readonly TermPostings[]): CorpusStats {
  const documentFrequency = new Map(postings.map(({ term, seqs }) => [term, seqs.length]));
  return { count: corpus.count, averageLength: corpus.averageLength, documentFrequency };
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
  documents: ReadonlyMap<number, unknown>,
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
