import { type Kysely, sql } from 'kysely';
import { breathe } from '../../kernel/breathe.ts';
import type { Database, Store } from '../../store/index.ts';
import { loadDocuments, toMessage } from '../messages.ts';
import { rank } from '../rank/rank.ts';
import { roundedCosine } from '../rank/standard.ts';
import type { Candidate } from '../rank/types.ts';
import type { MemoryMessage, Recalled, RecallMode, RecallRequest } from '../types.ts';
import { type Corpus, revisionNow } from './corpus.ts';
import { apart, equals, withFewCopies } from './crowding.ts';
import type { DocumentCache } from './documents/document-cache.ts';
import { choosePool, legCandidates } from './fusion.ts';
import { byBm25, type Words } from './keyword-leg.ts';
import { type Permitted, permittedDocuments } from './permitted.ts';
import { loadPool } from './pool.ts';
import type { VectorCache } from './quantized/vector-cache.ts';
import { nearestOf, type QueryVector, type VectorCandidates, vectorLeg } from './vector-leg.ts';

const mostResults = 10;

/** A question with what is known before its words are looked at. */
export interface Search {
  parts: { store: Store; vectors: VectorCache; documents: DocumentCache };
  db: Kysely<Database>;
  corpus: Corpus;
  request: RecallRequest;
  vector: QueryVector | null;
  permitted: Permitted;
  /** Where the nearest to its vector are; null without one. */
  near: VectorCandidates | null;
}

/** Begins a search with what may be found and what is near. */
export async function beginSearch(
  search: Omit<Search, 'permitted' | 'near'>,
  mode: RecallMode,
): Promise<Search> {
  const { parts, db, corpus, request, vector } = search;
  const permitted = await permittedDocuments(db, corpus.owner, request);
  const limit = mode === 'semantic' ? resultsOf(request) : legLimit(request);
  // Comparing keeps this thread busy: what else was asked of the database is sent before, and answered meanwhile.
  if (mode === 'hybrid') await breathe();
  const near = vector && (await vectorLeg(parts, db, corpus, vector, permitted, limit));
  return { ...search, permitted, near };
}

const resultsOf = ({ k = mostResults }: RecallRequest) => k;
const legLimit = (request: RecallRequest) => Math.max(legCandidates, resultsOf(request));

/**
 * The nearest, best first. `revision` tells whether the corpus they were looked for in is still the owner's; null where
 * nothing was found.
 */
export async function byMeaning(search: Search): Promise<{ results: Recalled[]; revision: number | null }> {
  const { parts, db, corpus, request, vector, near } = search;
  if (!vector || !near) return { results: [], revision: null };
  const nearest = await nearestOf(parts.store, db, vector, near, resultsOf(request));
  const revision = sql`, ${revisionNow(corpus)} as revision`;
  const rows = await loadDocuments<{ revision: number | null }>(
    parts.store,
    db,
    corpus.owner,
    [...nearest.keys()],
    revision,
  );
  const messages = new Map(rows.map((row) => [row.seq, toMessage(row)]));
  const results = [...nearest].map(([seq, cosine]) => ({ seq, score: cosine, explain: () => ({ cosine }) }));
  return { results: present(messages, results, request), revision: rows[0]?.revision ?? null };
}

/** The best by BM25. */
export async function byKeywords(search: Search, words: Words): Promise<Recalled[]> {
  const best = byBm25(words, search.permitted.permits, resultsOf(search.request));
  const results = best.map(({ seq, score }) => ({ seq, score, explain: () => ({ bm25: score }) }));
  return present(await loadMessages(search, results), results, search.request);
}

/** What either leg brings, ranked with care. */
export async function byMeaningAndKeywords(search: Search, words: Words): Promise<Recalled[]> {
  const { request } = search;
  const pool = await poolOf(search, words);
  const ranked = rank(words.query, pool, words.stats, { now: request.now }).slice(0, resultsOf(request));
  return present(await loadMessages(search, ranked), ranked, request);
}

async function poolOf(search: Search, words: Words): Promise<Candidate[]> {
  const { parts, db, corpus, request, vector, permitted, near } = search;
  const [k, limit] = [resultsOf(request), legLimit(request)];
  const held = await parts.documents.of(db, corpus);
  const nearest = await apart(nearestIn(search), { limit, most: equals.meaning });
  const lexical = await apart((places) => byBm25(words, permitted.permits, places), {
    limit,
    most: equals.keywords,
  });
  const { documents, withNeighbours } = choosePool([nearest.map(seqOf), lexical.map(seqOf)], k);
  // What was stored between the statements is not held yet.
  const knowsAll = held && documents.every((seq) => held.get(seq));
  const pool = await loadPool(parts.store, db, {
    owner: corpus.owner,
    documents,
    withNeighbours,
    vector,
    cosines: new Map(nearest.map(({ seq, score }) => [seq, score])),
    postings: words.postings,
    held: knowsAll ? { documents: held, vectors: near?.by ?? null } : null,
    permits: permitted.permits,
  });
  return withFewCopies(pool);
}

const seqOf = ({ seq }: { seq: number }) => seq;

/**
 * The nearest by their cosines, best first; of those that are as good as equal the newer, so that hardly a pool differs by
 * who told them.
 */
function nearestIn({ parts, db, corpus, request, vector, permitted, near }: Search) {
  return async (limit: number): Promise<{ seq: number; score: number }[]> => {
    if (!near || !vector) return [];
    const among =
      limit > legLimit(request) ? await vectorLeg(parts, db, corpus, vector, permitted, limit) : near;
    const cosines = await nearestOf(parts.store, db, vector, among, limit);
    return [...cosines]
      .map(([seq, cosine]) => ({ seq, score: roundedCosine(cosine) }))
      .sort((a, b) => b.score - a.score || b.seq - a.seq);
  };
}

async function loadMessages(
  { parts, db, corpus }: Search,
  results: readonly { seq: number }[],
): Promise<Map<number, MemoryMessage>> {
  const seqs = results.map(({ seq }) => seq);
  const rows = await loadDocuments(parts.store, db, corpus.owner, seqs);
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
