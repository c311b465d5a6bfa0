import { sql } from 'kysely';
import { loadDocuments, toMessage } from '../messages.ts';
import { askedTimes } from '../rank/asked-times.ts';
import { rank } from '../rank/rank.ts';
import type { MemoryMessage, Recalled, RecallRequest } from '../types.ts';
import { resultsOf, type Search } from './begin.ts';
import { revisionNow } from './corpus.ts';
import { poolOf } from './gather.ts';
import { byBm25, type Words } from './keyword-leg.ts';
import { nearestOf } from './vector-leg.ts';

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
  const times = askedTimes(request.query, request);
  const { pool, alone } = await poolOf(search, words, times);
  const { now, utc_offset } = request;
  const options = { now, utc_offset, windows: times.windows };
  const ranked = rank(words.query, pool, words.stats, options).slice(0, resultsOf(request));
  const messages = await loadMessages(search, ranked);
  return present(messages, alone ? ranked.map(askedFor) : ranked, request);
}

/** How likely what was said at a time is evidence for a question that names the time and nothing else: it is what was asked for. */
const asAskedFor = 0.9;

function askedFor<T extends { confidence: number }>(found: T): T {
  return { ...found, confidence: Math.max(found.confidence, asAskedFor) };
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
