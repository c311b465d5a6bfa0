import type { AskedTimes } from '../rank/asked-times.ts';
import { roundedCosine } from '../rank/standard.ts';
import type { Candidate } from '../rank/types.ts';
import { legLimit, resultsOf, type Search } from './begin.ts';
import { withoutCopies } from './copies.ts';
import { apart, equals, withFewCopies, withoutRepeats } from './crowding.ts';
import type { HeldDocuments } from './documents/held-documents.ts';
import { choosePool } from './fusion.ts';
import { byBm25, type Words } from './keyword-leg.ts';
import { loadPool } from './pool.ts';
import { documentsOf, type TimeLegs, timeLegs } from './time-leg.ts';
import { cosinesAmong, cosinesOf, vectorLeg } from './vector-leg.ts';

/** What is ranked. `alone`: it is what was said at a time that the question names, and it asks for nothing else. */
export async function poolOf(
  search: Search,
  words: Words,
  times: AskedTimes,
): Promise<{ pool: readonly Candidate[]; alone: boolean }> {
  const { parts, db, corpus, request, vector, permitted, near } = search;
  const [k, limit] = [resultsOf(request), legLimit(request)];
  const held = await parts.documents.of(db, corpus);
  const nearest = await apart(nearestIn(search), {
    limit,
    without: (ranked) => withoutRepeats(ranked, equals.meaning),
  });
  const lexical = await apart((places) => byBm25(words, permitted.permits, places), {
    limit,
    without: (ranked) => withoutSayings(search, ranked, held),
  });
  const { legs, alone } = await timeLegsOf(search, words, times, held);
  const anyTime = [nearest.map(seqOf), lexical.map(seqOf)];
  const then = new Set(alone ? legs[0] : []);
  const isThen = ({ seq }: { seq: number }) => then.has(seq);
  const { documents, withNeighbours } = choosePool(alone ? legs : [...anyTime, ...legs], k);
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
    permits: alone ? isThen : permitted.permits,
  });
  return { pool: withFewCopies(pool, times.windows), alone };
}

/** What the times that the question names bring: nothing, as a rule. */
async function timeLegsOf(
  search: Search,
  words: Words,
  times: AskedTimes,
  held: HeldDocuments | null,
): Promise<TimeLegs> {
  const { parts, db, corpus, request, vector, permitted, near } = search;
  const said = await documentsOf(db, corpus.owner, times.windows, held);
  return timeLegs(
    times,
    { documents: said.filter((seq) => permitted.permits({ seq })), k: resultsOf(request) },
    {
      apart: (seqs) => withoutCopies(db, parts.store.dialect, seqs, held),
      async near(seqs) {
        if (!vector) return [];
        const cosines = await cosinesOf(parts.store, db, vector, seqs, near?.by ?? null);
        return withoutRepeats(bestFirst(cosines), equals.meaning).map(seqOf);
      },
      async lexical(seqs, limit) {
        const isOne = ({ seq }: { seq: number }) => seqs.has(seq);
        const best = await apart((places) => byBm25(words, isOne, places), {
          limit,
          without: (ranked) => withoutSayings(search, ranked, held),
        });
        return best.map(seqOf);
      },
    },
  );
}

/**
 * What words bring, without what says the same again. Forty applications, a line each, have one score as well: vectors bring
 * them by what they say; where there are none, or hardly any yet, it is looked at what that is.
 */
async function withoutSayings<T extends { seq: number; score: number }>(
  { parts, db, corpus, request, near }: Search,
  ranked: readonly T[],
  held: HeldDocuments | null,
): Promise<readonly T[]> {
  const few = withoutRepeats(ranked, equals.keywords);
  const byMeaning = near ? near.seqs.length : 0;
  if (few.length === ranked.length || byMeaning >= Math.min(corpus.count, legLimit(request))) return few;
  const kept = new Set(await withoutCopies(db, parts.store.dialect, ranked.map(seqOf), held));
  return ranked.filter(({ seq }) => kept.has(seq));
}

const seqOf = ({ seq }: { seq: number }) => seq;

/** The nearest by their cosines, best first. */
function nearestIn({ parts, db, corpus, request, vector, permitted, near }: Search) {
  return async (limit: number): Promise<{ seq: number; score: number }[]> => {
    if (!near || !vector) return [];
    const among =
      limit > legLimit(request) ? await vectorLeg(parts, db, corpus, vector, permitted, limit) : near;
    return bestFirst(await cosinesAmong(parts.store, db, vector, among)).slice(0, limit);
  };
}

/** As good as equal ones newest first, so that hardly a pool differs by who told the cosines. */
function bestFirst(cosines: ReadonlyMap<number, number>): { seq: number; score: number }[] {
  return [...cosines]
    .map(([seq, cosine]) => ({ seq, score: roundedCosine(cosine) }))
    .sort((a, b) => b.score - a.score || b.seq - a.seq);
}
