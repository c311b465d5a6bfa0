import type { Kysely } from 'kysely';
import { breathe } from '../../kernel/breathe.ts';
import type { Database, Store } from '../../store/index.ts';
import type { RecallMode, RecallRequest } from '../types.ts';
import type { Corpus } from './corpus.ts';
import type { DocumentCache } from './documents/document-cache.ts';
import { legCandidates } from './fusion.ts';
import { type Permitted, permittedDocuments } from './permitted.ts';
import type { VectorCache } from './quantized/vector-cache.ts';
import { type QueryVector, type VectorCandidates, vectorLeg } from './vector-leg.ts';

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

/** How many results are wanted. */
export const resultsOf = ({ k = mostResults }: RecallRequest) => k;
/** How many each leg brings. */
export const legLimit = (request: RecallRequest) => Math.max(legCandidates, resultsOf(request));
