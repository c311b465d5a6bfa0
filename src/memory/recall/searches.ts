import type { Kysely } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { selectDocuments, toMessage } from '../messages.ts';
import { rank } from '../rank/rank.ts';
import type { AnalyzedQuery, Candidate } from '../rank/types.ts';
import type { MemoryMessage, Recalled, RecallRequest } from '../types.ts';
import type { Corpus } from './corpus.ts';
import type { DocumentCache } from './documents/document-cache.ts';
import { byBm25, statsOf, type TermPostings } from './keyword-leg.ts';
import { nearestMessages } from './nearest-messages.ts';
import type { Permitted } from './permitted.ts';
import { loadPool } from './pool.ts';
import type { VectorCache } from './quantized/vector-cache.ts';
import { type QueryVector, vectorLeg } from './vector-leg.ts';

/** How many documents each leg may bring into the pool that is ranked with care; their neighbours come with them. */
const vectorCandidates = 100;
const keywordCandidates = 100;
/** How many of the pool are ranked with their context: of 150, some evidence is lost, of more nothing is won. */
const rankedDepth = 200;

const mostResults = 10;

/** A question with all that is known before anything is searched. */
export interface Search {
  parts: { store: Store; vectors: VectorCache; documents: DocumentCache };
  db: Kysely<Database>;
  corpus: Corpus;
  request: RecallRequest;
  query: AnalyzedQuery;
  postings: readonly TermPostings[];
  vector: QueryVector | null;
  permitted: Permitted;
}

/**
 * The nearest by their exact cosines. `revision` tells whether the corpus they were looked for in is still the owner's;
 * null where nothing was found.
 */
export async function byMeaning(search: Search): Promise<{ results: Recalled[]; revision: number | null }> {
  const { parts, db, corpus, request, vector, permitted } = search;
  if (!vector) return { results: [], revision: null };
  const { k = mostResults } = request;
  const found = await vectorLeg(parts, db, corpus, vector, permitted, k);
  const { nearest, revision } = await nearestMessages(parts.store, db, corpus, found.seqs, vector, k);
  const messages = new Map(nearest.map(({ seq, message }) => [seq, message]));
  const results = nearest.map(({ seq, cosine }) => ({ seq, score: cosine, explain: () => ({ cosine }) }));
  return { results: present(messages, results, request), revision };
}

/** The best by BM25. */
export async function byKeywords(search: Search): Promise<Recalled[]> {
  const { k = mostResults } = search.request;
  const best = holdingWords(search).slice(0, k);
  const results = best.map(({ seq, score }) => ({ seq, score, explain: () => ({ bm25: score }) }));
  return present(await loadMessages(search, results), results, search.request);
}

/** What either leg brings, ranked with care. */
export async function byMeaningAndKeywords(search: Search): Promise<Recalled[]> {
  const { corpus, request, query, postings } = search;
  const { k = mostResults, now } = request;
  const stats = statsOf(corpus, postings);
  const depth = Math.max(rankedDepth, 2 * k);
  const ranked = rank(query, await poolOf(search, k), stats, { depth, now }).slice(0, k);
  return present(await loadMessages(search, ranked), ranked, request);
}

function holdingWords({ query, postings, corpus, permitted }: Search) {
  return byBm25(query, postings, statsOf(corpus, postings), permitted.permits);
}

async function poolOf(search: Search, k: number): Promise<Candidate[]> {
  const { parts, db, corpus, postings, vector, permitted } = search;
  const nearest = Math.max(vectorCandidates, k);
  const [held, found] = await Promise.all([
    parts.documents.of(db, corpus),
    vector && vectorLeg(parts, db, corpus, vector, permitted, nearest),
  ]);
  const lexical = holdingWords(search)
    .slice(0, Math.max(keywordCandidates, k))
    .map(({ seq }) => seq);
  const near = found?.seqs ?? [];
  // What was stored between the statements is not held yet.
  const knowsAll = held && [...near, ...lexical].every((seq) => held.get(seq));
  return loadPool(parts.store, db, {
    near,
    lexical,
    nearest,
    vector,
    postings,
    held: knowsAll ? { documents: held, vectors: found?.by ?? null } : null,
    permits: permitted.permits,
  });
}

async function loadMessages(
  { parts, db }: Search,
  results: readonly { seq: number }[],
): Promise<Map<number, MemoryMessage>> {
  if (results.length === 0) return new Map();
  const seqs = results.map(({ seq }) => seq);
  const rows = await selectDocuments(parts.store, db, seqs).execute();
  return new Map(rows.map((row) => [row.seq, toMessage(row)]));
}

function present(
  messages: Map<number, MemoryMessage>,
  ranked: { seq: number; score: number; confidence?: number; explain(): Record<string, number> }[],
  { explain }: RecallRequest,
): Recalled[] {
  return ranked.flatMap(({ seq, score, confidence, explain: parts }) => {
    const message = messages.get(seq);
    if (!message) return [];
    const certain = confidence === undefined ? {} : { confidence };
    return [{ ...message, score, ...certain, ...(explain && { explain: parts() }) }];
  });
}
