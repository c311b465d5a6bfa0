import type { AnalyzedQuery, Candidate, CorpusStats } from './types.ts';

/** BM25's saturation and length norm, the usual values (Robertson and Zaragoza 2009), not fitted. */
const K1 = 1.2;
const B = 0.75;

/** One term of the question, weighed. */
export interface WeighedTerm {
  hash: number;
  term: string;
  idf: number;
  /** Its weight in the question times its idf. */
  weight: number;
}

export function idf(count: number, documents: number): number {
  return Math.log(1 + (Math.max(count, documents) - documents + 0.5) / (documents + 0.5));
}

/** The question's terms with their idf. `discount` lowers terms that tell little here, such as a speaker's name. */
export function weighedTerms(
  query: AnalyzedQuery,
  corpus: CorpusStats,
  discount: (term: string) => number = () => 1,
): WeighedTerm[] {
  return query.terms.map(({ hash, term, weight }) => {
    const value = idf(corpus.count, corpus.documentFrequency.get(hash) ?? 0);
    return { hash, term, idf: value, weight: weight * discount(term) * value };
  });
}

/** What a term's frequency counts in a message of a length, in terms: each further time less, and less in long ones. */
export function saturated(frequency: number, length: number, averageLength: number): number {
  const norm = K1 * (1 - B + (B * length) / Math.max(1, averageLength));
  return (frequency * (K1 + 1)) / (frequency + norm);
}

/** Okapi BM25 of one message over weighed terms. */
export function bm25(
  terms: readonly WeighedTerm[],
  candidate: Pick<Candidate, 'termFrequencies' | 'length'>,
  corpus: CorpusStats,
): number {
  let sum = 0;
  for (const { hash, weight } of terms) {
    const tf = candidate.termFrequencies.get(hash);
    if (tf) sum += weight * saturated(tf, candidate.length, corpus.averageLength);
  }
  return sum;
}
