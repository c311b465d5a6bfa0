import { type Kysely, sql } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { highestOf } from '../rank/highest.ts';
import { saturated, weighedTerms } from '../rank/lexical.ts';
import type { AnalyzedQuery, CorpusStats } from '../rank/types.ts';
import { type Corpus, type CorpusRow, findCorpus, toCorpus } from './corpus.ts';

/** All of an owner's documents that hold one term of the query, as columns. */
export interface TermPostings {
  term: number;
  seqs: Int32Array;
  frequencies: Int32Array;
  /** Of the documents, in index terms. */
  lengths: Int32Array;
}

/** What the database says of a query's words. */
export interface Words {
  query: AnalyzedQuery;
  postings: readonly TermPostings[];
  stats: CorpusStats;
}

/**
 * Every document of a user's with a term of the query, and the corpus that they are of. A common word stands in thousands:
 * they come as one row a term, since making as many rows takes longer than finding them. Written out, since putting the
 * statement together of its parts would take a fifth of the time that the database does.
 */
export async function findPostings(
  { dialect }: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  user: string,
  query: AnalyzedQuery,
): Promise<{ corpus: Corpus | null; postings: TermPostings[] }> {
  const terms = query.terms.map(({ hash }) => hash);
  if (terms.length === 0) return { corpus: await findCorpus(db, user), postings: [] };
  const { rows } = await sql<CorpusRow & { term: number | null; seq: string; tf: string; length: string }>`
    select o.key, o.documents, o.total_length, o.generation, v.revision, p.term,
      string_agg(cast(p.seq as varchar(11)), ',') as seq, string_agg(cast(p.tf as varchar(11)), ',') as tf,
      string_agg(cast(p.length as varchar(11)), ',') as length
    from ${sql.table('interviewly.owners')} o
    left join ${sql.table('interviewly.vector_revisions')} v on v.owner = o.key
    left join ${sql.table('interviewly.postings')} p on p.owner = o.key and ${dialect.isOneOf('p.term', terms)}
    where o.user_id = ${user} group by o.key, v.revision, p.term`.execute(db);
  const postings = rows.flatMap(({ term, seq, tf, length }) =>
    term === null ? [] : [{ term, seqs: numbers(seq), frequencies: numbers(tf), lengths: numbers(length) }],
  );
  return { corpus: toCorpus(user, rows[0]), postings };
}

/** The exact statistics of the query's terms, over all of the owner's documents. */
export function statsOf(corpus: Corpus, postings: readonly TermPostings[]): CorpusStats {
  const documentFrequency = new Map(postings.map(({ term, seqs }) => [term, seqs.length]));
  return { count: corpus.count, averageLength: corpus.averageLength, documentFrequency };
}

const comma = ','.charCodeAt(0);
const zero = '0'.charCodeAt(0);

/** The numbers of «3,14,15»; digit by digit, since of a common word there are thousands, and splitting makes a string of each. */
function numbers(list: string): Int32Array {
  const found = new Int32Array((list.length + 1) >> 1);
  let count = 0;
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i);
    if (code === comma) count++;
    else found[count] = 10 * found[count]! + code - zero;
  }
  return found.subarray(0, count + 1);
}

/** The best `limit` documents by BM25, best first; equals newest first. */
export function byBm25(
  { query, postings, stats }: Words,
  permits: (document: { seq: number }) => boolean,
  limit: number,
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
  for (const seq of scores.keys()) if (!permits({ seq })) scores.delete(seq);
  const lowest = highestOf([...scores.values()], limit)[0] ?? 0;
  const best: { seq: number; score: number }[] = [];
  for (const [seq, score] of scores) if (score >= lowest) best.push({ seq, score });
  return best.sort((a, b) => b.score - a.score || b.seq - a.seq).slice(0, limit);
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
