import type { Kysely } from 'kysely';
import { EmbeddingRejected, EmbeddingUnavailable, shorten } from '../../ai/index.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Database, Store } from '../../store/index.ts';
import { selectDocuments, toMessage } from '../messages.ts';
import { rank } from '../rank/rank.ts';
import { analyzeQuery } from '../text/analyze.ts';
import type { MemoryMessage, Recalled, RecallMode, RecallRequest, RecallResult } from '../types.ts';
import type { BitCache } from './bits/bit-cache.ts';
import { allowedDocuments, byBm25, excludedDocuments, findCorpus, keywordLeg } from './legs.ts';
import { loadPool } from './pool.ts';
import { type QueryVector, vectorLeg } from './vector-leg.ts';

/** How many documents each leg may bring into the pool that is ranked with care; their neighbours come with them. */
const vectorCandidates = 100;
const keywordCandidates = 100;
/** How many of the pool are ranked with their context: of 150, some evidence is lost, of more nothing is won. */
const rankedDepth = 200;

/**
 * Of a longer query (a pasted CV), the beginning and the end are looked for. Statements take some 30,000 parameters, and
 * the time that ranking takes grows with every pair of words.
 */
const longestQuery = 4_000;

export interface RecallParts {
  store: Store;
  bits: BitCache;
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
  const { store } = parts;
  const {
    query,
    k = 10,
    mode: asked = 'hybrid',
    filters = {},
    exclude = [],
    excludeConversation,
    now,
  } = request;
  const corpus = await store.read((db) => findCorpus(db, user));
  if (!corpus) return { results: [], mode: asked };
  const { vector, degraded } = await queryVectorFor(parts, asked, request);
  const mode: RecallMode = degraded ? 'keyword' : asked;
  // Without vectors, hybrid ranks as ever by what is left: words, neighbours, speakers and dates.
  const fuse = asked === 'hybrid';
  const analyzed = analyzeQuery(shorten(query, longestQuery));

  const results = await store.read(async (db): Promise<Recalled[]> => {
    const allowed = await allowedDocuments(db, corpus.owner, filters);
    if (allowed?.size === 0) return [];
    const excluded = await excludedDocuments(db, corpus.owner, {
      ids: exclude,
      conversation: excludeConversation,
    });
    const permits = ({ seq }: { seq: number }) => !excluded.has(seq) && (!allowed || allowed.has(seq));
    const limit = mode === 'semantic' ? k : Math.max(vectorCandidates, k);
    const near = vector
      ? await vectorLeg(parts, db, corpus, vector, { allowed, excluded, permits }, limit)
      : [];
    if (mode === 'semantic') {
      return present(
        await loadMessages(
          store,
          db,
          near.map(({ seq }) => seq),
        ),
        near.map(({ seq, cosine }) => ({ seq, score: cosine, explain: () => ({ cosine }) })),
        request,
      );
    }
    const { postings, stats } = await keywordLeg(db, corpus, analyzed);
    const lexical = byBm25(analyzed, postings, stats, permits).slice(0, Math.max(keywordCandidates, k));
    if (!fuse) {
      const best = lexical.slice(0, k);
      return present(
        await loadMessages(
          store,
          db,
          best.map(({ seq }) => seq),
        ),
        best.map(({ seq, score }) => ({ seq, score, explain: () => ({ bm25: score }) })),
        request,
      );
    }
    const candidates = new Set([...near.map(({ seq }) => seq), ...lexical.map(({ seq }) => seq)]);
    const pool = await loadPool(store, db, [...candidates], {
      postings,
      cosines: new Map(near.map(({ seq, cosine }) => [seq, cosine])),
      vector,
      permits,
    });
    const ranked = rank(analyzed, pool, stats, { depth: Math.max(rankedDepth, 2 * k), now }).slice(0, k);
    return present(
      await loadMessages(
        store,
        db,
        ranked.map(({ seq }) => seq),
      ),
      ranked,
      request,
    );
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

async function loadMessages(
  store: Store,
  db: Kysely<Database>,
  seqs: number[],
): Promise<Map<number, MemoryMessage>> {
  if (seqs.length === 0) return new Map();
  const rows = await selectDocuments(store, db, seqs).execute();
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
