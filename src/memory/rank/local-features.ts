import { termsOf } from '../text/analyze.ts';
import type { Asking } from './calendar.ts';
import { tableOf } from './columns.ts';
import { bm25, type WeighedTerm, weighedTerms } from './lexical.ts';
import { matchSentences, NO_MATCH, weightsOf } from './matching.ts';
import { ordinariness, type PoolTerms, poolTerms } from './pool-terms.ts';
import { nearest, type Question, readQuestion } from './question.ts';
import type { Reading } from './reading.ts';
import { type Sides, sidesOf } from './sides.ts';
import { standardCosines } from './standard.ts';
import type { AnalyzedQuery, Candidate, CorpusStats } from './types.ts';

export interface LocalFeatures {
  names: readonly string[];
  rows: Float64Array[];
  question: Question;
  readings: Reading[];
  terms: WeighedTerm[];
  /** What each of them weighs, by its hash. */
  weights: ReadonlyMap<number, number>;
  sides: Sides;
  /** The terms of all messages, in the order of the rows. */
  poolTerms: PoolTerms;
}

/** A speaker's name says who talks, not what of: every other message holds it. */
const SPEAKER_WEIGHT = 0.15;

/** Whether a word of the question is a speaker's name, or short for it (Mel for Melanie). */
function speakerMeant(word: string, speakers: ReadonlySet<string>): string | null {
  for (const name of speakers) if (name === word || name.split(' ').includes(word)) return name;
  if (word.length >= 3) for (const name of speakers) if (name.startsWith(word)) return name;
  return null;
}

const localTable = tableOf();

/** The features of each message by itself. */
export function localFeatures(
  query: AnalyzedQuery,
  pool: readonly Candidate[],
  corpus: CorpusStats,
  asking: Asking = {},
): LocalFeatures {
  const question = readQuestion(query.text, asking);
  const readings = pool.map((c) => c.reading);
  const sides = sidesOf(pool, readings);
  const { speakers, asymmetry, peer } = sides;
  const meant = new Set<string>();
  for (const name of question.names) {
    const speaker = speakerMeant(name, speakers);
    if (speaker) meant.add(speaker);
  }
  const first = query.text.match(/\p{Lu}[\p{L}]+/u)?.[0]?.toLowerCase();
  if (first && speakers.has(first)) meant.add(first);
  const meantStems = new Set(
    [...question.names, ...meant].filter((n) => speakerMeant(n, speakers)).flatMap(termsOf),
  );
  const terms = weighedTerms(query, corpus, (term) => (meantStems.has(term) ? SPEAKER_WEIGHT : 1));
  const total = terms.reduce((a, t) => a + t.weight, 0);
  const meantHashes = new Set(query.terms.filter((t) => meantStems.has(t.term)).map((t) => t.hash));
  const pairs = query.sequence
    .slice(1)
    .map((hash, i): readonly [number, number] => [query.sequence[i]!, hash])
    .filter(([a, b]) => a !== b && !meantHashes.has(a) && !meantHashes.has(b));

  const lexical = pool.map((c) => bm25(terms, c, corpus));
  const best = Math.max(1e-9, ...lexical);
  const { z: cosines, toward } = standardCosines(pool, lexical);
  const termWeights = weightsOf(terms);
  const said = poolTerms(readings);
  const ordinary = ordinariness(said);

  const { put, end, finish } = localTable(pool.length);
  pool.forEach((c, i) => {
    const r = readings[i]!;
    const z = cosines[i]!;
    const bm = lexical[i]!;
    const match = c.termFrequencies.size
      ? matchSentences(r, c.termFrequencies.keys(), termWeights, total, pairs)
      : NO_MATCH;
    let cover = 0;
    for (const [hash] of c.termFrequencies) cover += termWeights.get(hash) ?? 0;
    cover = total ? cover / total : 0;
    const absolute = total ? bm / total : 0;
    const bySpeaker = meant.size > 0 && meant.size < speakers.size && r.speaker && speakers.has(r.speaker);
    const speaks = bySpeaker ? (meant.has(r.speaker!) ? 1 : -1) : 0;
    const user = c.role === 'user' ? 1 : 0;
    const asks = r.asks;
    const mine = user * asymmetry;
    const theirs = asymmetry - mine;
    const polite = r.polite ? 1 : 0;
    const match1 = Math.max(absolute, cover);
    put('cosine', z);
    put('cosineHigh', Math.max(0, z - 1));
    put('cosineToward', toward[i]!);
    put('bm25', bm / best);
    put('bm25Absolute', absolute);
    put('cover', cover);
    put('coverSquared', cover * cover);
    put('sentence', match.sentence);
    put('sentenceSquared', match.sentence ** 2);
    put('pairs', match.pairs);
    put('both', Math.max(0, z + 1) * absolute);
    put('speaker', speaks);
    put('speakerCover', speaks * cover);
    put('userAsym', mine);
    put('userAsymTheirs', question.ofAssistant ? mine : 0);
    put('userAsymAdvice', question.advice ? mine : 0);
    put('userAsymBroad', question.broad ? mine : 0);
    // What a trait is worth depends on who talks with whom: equals, an asker, or an assistant that writes at length.
    put('asksPeer', asks * peer);
    put('asksMine', asks * mine);
    put('asksTheirs', asks * theirs);
    put('politeMine', polite * mine);
    put('politeTheirs', polite * theirs);
    put('whenTime', question.when && r.time ? 1 : 0);
    put('whenTimeMatch', question.when && r.time ? match1 : 0);
    put('countNumber', question.count && r.number ? 1 : 0);
    put('whoNames', question.who ? r.names : 0);
    put('wherePlace', question.where && r.place ? 1 : 0);
    put('whyBecause', question.why && r.because ? 1 : 0);
    put('wishes', r.wishes ? user : 0);
    put('wishesAdvice', r.wishes ? user * (question.advice ? 1 : 0) * asymmetry : 0);
    put('standing', r.standing ? user : 0);
    put('standingAdvice', r.standing && question.advice ? user : 0);
    put('standingCosine', r.standing ? user * Math.max(0, z) : 0);
    put('wishesCosine', r.wishes ? user * Math.max(0, z) : 0);
    put('ordinary', ordinary[i]!);
    put('ordinaryMine', mine * ordinary[i]!);
    put('date', nearest(question, c.createdAt));
    end();
  });
  return {
    ...finish(),
    question,
    readings,
    terms,
    weights: termWeights,
    sides,
    poolTerms: said,
  };
}
