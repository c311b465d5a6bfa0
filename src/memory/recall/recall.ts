import { EmbeddingRejected, EmbeddingUnavailable, shorten } from '../../ai/index.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';
import { analyzeQuery } from '../text/analyze.ts';
import type { RecallMode, RecallRequest, RecallResult } from '../types.ts';
import { type Corpus, findCorpus } from './corpus.ts';
import { findPostings } from './keyword-leg.ts';
import { permittedDocuments } from './permitted.ts';
import type { VectorCache } from './quantized/vector-cache.ts';
import { byKeywords, byMeaning, byMeaningAndKeywords } from './searches.ts';
import type { QueryVector } from './vector-leg.ts';

/**
 * Of a longer query (a pasted CV), the beginning and the end are looked for. Statements take some 30,000 parameters, and
 * the time that ranking takes grows with every pair of words.
 */
const longestQuery = 4_000;

/** Users whose corpus is remembered. */
const mostSeen = 5_000;

export interface RecallParts {
  store: Store;
  vectors: VectorCache;
  /** What was last seen of those who asked: worth beginning with, and checked each time. */
  seen: Map<string, Corpus>;
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
  const known = seen.get(user) ?? (await store.read((db) => findCorpus(db, user)));
  if (!known) return { results: [], mode: asked };
  const { vector, degraded } = await queryVectorFor(parts, asked, request);
  const mode: RecallMode = degraded ? 'keyword' : asked;
  const query = analyzeQuery(shorten(request.query, longestQuery));

  const results = await store.read(async (db) => {
    const begin = async (corpus: Corpus) => {
      const [permitted, postings] = await Promise.all([
        permittedDocuments(db, corpus.owner, request),
        mode === 'semantic' ? [] : findPostings(db, corpus.owner, query),
      ]);
      const search = { parts, db, corpus, request, query, postings, vector, permitted };
      return { search, nearest: mode === 'semantic' && vector && (await byMeaning({ ...search, vector })) };
    };
    // What was last seen of an owner is mostly still so: the search begins with it, beside the statement that tells.
    const [corpus, begun] = await Promise.all([findCorpus(db, user), begin(known)]);
    remember(seen, user, corpus);
    if (!corpus) return [];
    const isSame =
      corpus.owner === known.owner && (mode !== 'semantic' || corpus.revision === known.revision);
    const { search, nearest } = isSame ? begun : await begin(corpus);
    if (nearest) return nearest;
    if (search.permitted.allowed?.size === 0) return [];
    // Without vectors, hybrid ranks as ever by what is left: words, neighbours, speakers and dates.
    return asked === 'hybrid'
      ? byMeaningAndKeywords({ ...search, corpus })
      : byKeywords({ ...search, corpus });
  });
  return { results, mode, ...(degraded && { degraded }) };
}

function remember(seen: RecallParts['seen'], user: string, corpus: Corpus | null): void {
  seen.delete(user);
  if (!corpus) return;
  if (seen.size >= mostSeen) seen.delete(seen.keys().next().value!);
  seen.set(user, corpus);
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
