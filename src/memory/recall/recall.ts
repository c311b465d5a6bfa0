import type { Kysely } from 'kysely';
import { EmbeddingRejected, EmbeddingUnavailable, shorten } from '../../ai/index.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Database, Store } from '../../store/index.ts';
import { analyzeQuery } from '../text/analyze.ts';
import type { RecallMode, RecallRequest, RecallResult } from '../types.ts';
import { beginSearch } from './begin.ts';
import { type Corpus, findCorpus, isSame } from './corpus.ts';
import type { DocumentCache } from './documents/document-cache.ts';
import { findPostings, statsOf } from './keyword-leg.ts';
import type { VectorCache } from './quantized/vector-cache.ts';
import { byKeywords, byMeaning, byMeaningAndKeywords } from './searches.ts';
import type { Seen } from './seen.ts';
import type { QueryVector } from './vector-leg.ts';

/**
 * Of a longer query (a pasted CV), the beginning and the end are looked for. Statements take some 30,000 parameters, and
 * the time that ranking takes grows with every pair of words.
 */
const longestQuery = 4_000;

export interface RecallParts {
  store: Store;
  vectors: VectorCache;
  documents: DocumentCache;
  seen: Seen;
  activeModel(): Promise<number>;
  queryVector(query: string, signal?: AbortSignal): Promise<Float32Array>;
  logger: Logger;
}

/** Finds the messages of one user that fit a query, best first. Nothing of another user is looked at. */
export async function recall(
  parts: RecallParts,
  user: string,
  request: RecallRequest,
): Promise<RecallResult> {
  const { store, seen } = parts;
  const { mode: asked = 'hybrid' } = request;
  const look = async (db: Kysely<Database>) => seen.note(user, await findCorpus(db, user));
  if (!seen.get(user) && !(await store.read(look))) return { results: [], mode: asked };
  const { vector, degraded } = await queryVectorFor(parts, asked, request);
  // Embedding the question took a while; others may have looked since.
  const known = seen.get(user) ?? (await store.read(look));
  if (!known) return { results: [], mode: asked };
  const mode: RecallMode = degraded ? 'keyword' : asked;
  const results = await store.read(async (db) => {
    const begin = (corpus: Corpus) => beginSearch({ parts, db, corpus, request, vector }, asked);
    // What was last seen of an owner is mostly still so: a search begins with it, and learns on the way whether it is.
    if (mode === 'semantic') {
      const begun = await byMeaning(await begin(known));
      if (begun.revision === known.revision) return begun.results;
      const corpus = await look(db);
      return corpus ? (await byMeaning(await begin(corpus))).results : [];
    }
    const query = analyzeQuery(shorten(request.query, longestQuery));
    const [{ corpus, postings }, begun] = await Promise.all([
      findPostings(store, db, user, query),
      begin(known),
    ]);
    seen.note(user, corpus);
    if (!corpus) return [];
    const search = isSame(corpus, known) ? { ...begun, corpus } : await begin(corpus);
    if (search.permitted.allowed?.size === 0) return [];
    // Without vectors, hybrid ranks as ever by what is left: words, neighbours, speakers and dates.
    const find = asked === 'hybrid' ? byMeaningAndKeywords : byKeywords;
    return find(search, { query, postings, stats: statsOf(corpus, postings) });
  });
  return { results, mode, ...(degraded && { degraded }) };
}

/** The query's vector, or why there is none: recall then goes on with keywords and says so. */
async function queryVectorFor(
  { store, activeModel, queryVector, logger }: RecallParts,
  asked: RecallMode,
  { query, signal }: RecallRequest,
): Promise<{ vector: QueryVector | null; degraded?: string }> {
  if (asked === 'keyword') return { vector: null };
  const support = store.dialect.vectors;
  if (!support.available) return { vector: null, degraded: support.reason };
  try {
    const [model, vector] = await Promise.all([activeModel(), queryVector(query, signal)]);
    return { vector: { model, query: vector } };
  } catch (error) {
    if (!(error instanceof EmbeddingUnavailable || error instanceof EmbeddingRejected)) throw error;
    logger.warn({ reason: error.message }, 'recall goes on without vectors');
    return { vector: null, degraded: error.message };
  }
}
