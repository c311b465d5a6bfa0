import { termsOf } from '../text/analyze.ts';
import { columns } from './columns.ts';
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
  poolTerms: PoolTerms;
  terms: WeighedTerm[];
  /** What each of them weighs, by its hash. */
  weights: ReadonlyMap<number, number>;
  sides: Sides;
}

/** A speaker's name says who talks, not what of: every other message holds it. */
const SPEAKER_WEIGHT = 0.15;

/** Whether a word of the question is a speaker's name, or short for it (Mel for Melanie). */
function speakerMeant(word: string, speakers: ReadonlySet<string>): string | null {
  for (const name of speakers) if (name === word || name.split(' ').includes(word)) return name;
  if (word.length >= 3) for (const name of speakers) if (name.startsWith(word)) return name;
  return null;
}

/** One trait's columns: among equals, of the asker, of the assistant. */
type Gated = readonly [peer: string, mine: string, theirs: string];
const gatedBy = (name: string): Gated => [`${name}Peer`, `${name}Mine`, `${name}Theirs`];
const GATED = {
  asks: gatedBy('asks'),
  size: gatedBy('size'),
  names: gatedBy('names'),
  number: gatedBy('number'),
  time: gatedBy('time'),
  self: gatedBy('self'),
  polite: gatedBy('polite'),
};

/** The features of each message by itself. `now`: when the question was asked, for «last week». */
export function localFeatures(
  query: AnalyzedQuery,
  pool: readonly Candidate[],
  corpus: CorpusStats,
  now?: Date,
): LocalFeatures {
  const question = readQuestion(query.text, now);
  const readings = pool.map((c) => c.reading);
  const sides = sidesOf(pool, readings);
  const { speakers, alone, asymmetry, peer } = sides;
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
  const heaviest = Math.max(1e-9, ...terms.map((t) => t.weight));
  const meantHashes = new Set(query.terms.filter((t) => meantStems.has(t.term)).map((t) => t.hash));
  const pairs = query.sequence
    .slice(1)
    .map((hash, i): readonly [number, number] => [query.sequence[i]!, hash])
    .filter(([a, b]) => a !== b && !meantHashes.has(a) && !meantHashes.has(b));

  const lexical = pool.map((c) => bm25(terms, c, corpus));
  const best = Math.max(1e-9, ...lexical);
  const { z: cosines, toward } = standardCosines(pool, lexical);
  const termWeights = weightsOf(terms);
  const lengths = { user: [0, 0], assistant: [0, 0] };
  for (const c of pool) {
    lengths[c.role][0]! += Math.log2(1 + c.length);
    lengths[c.role][1]!++;
  }
  const numbered = poolTerms(readings);
  const ordinary = ordinariness(numbered);

  const { put, begin, finish } = columns(pool.length);
  // What a trait is worth depends on who talks with whom: equals, an asker, or an assistant that writes at length.
  const gate = { peer, mine: 0, theirs: 0 };
  const gated = (names: Gated, value: number) => {
    put(names[0], value * gate.peer);
    put(names[1], value * gate.mine);
    put(names[2], value * gate.theirs);
  };
  pool.forEach((c, i) => {
    begin();
    const r = readings[i]!;
    const z = cosines[i]!;
    const bm = lexical[i]!;
    const match = c.termFrequencies.size
      ? matchSentences(r, c.termFrequencies.keys(), termWeights, total, pairs)
      : NO_MATCH;
    let cover = 0;
    let rarest = 0;
    for (const [hash] of c.termFrequencies) {
      const weight = termWeights.get(hash) ?? 0;
      cover += weight;
      rarest = Math.max(rarest, weight);
    }
    cover = total ? cover / total : 0;
    const absolute = total ? bm / total : 0;
    const size = Math.log2(1 + c.length);
    const meanSize = lengths[c.role][0]! / Math.max(1, lengths[c.role][1]!);
    // Bounded: a short reply among long ones is not ten times as telling as one of the usual length.
    const longer = Math.max(-2, Math.min(2, size - meanSize));
    const bySpeaker = meant.size > 0 && meant.size < speakers.size && r.speaker && speakers.has(r.speaker);
    const speaks = bySpeaker ? (meant.has(r.speaker!) ? 1 : -1) : 0;
    const user = c.role === 'user' ? 1 : 0;
    const asks = r.asks;
    const mine = user * asymmetry;
    gate.mine = mine;
    gate.theirs = asymmetry - mine;
    const match1 = Math.max(absolute, cover);
    put('cosine', z);
    put('cosineHigh', Math.max(0, z - 1));
    put('cosineToward', toward[i]!);
    put('bm25', bm / best);
    put('bm25Absolute', absolute);
    put('cover', cover);
    put('coverSquared', cover * cover);
    put('rarest', rarest / heaviest);
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
    gated(GATED.asks, asks);
    put('asksAlone', asks * alone);
    gated(GATED.size, longer);
    put('sizeAlone', longer * alone);
    gated(GATED.names, r.names);
    gated(GATED.number, r.number ? 1 : 0);
    gated(GATED.time, r.time ? 1 : 0);
    gated(GATED.self, Math.min(3, r.self));
    gated(GATED.polite, r.polite ? 1 : 0);
    put('whenTime', question.when && r.time ? 1 : 0);
    put('whenTimeMatch', question.when && r.time ? match1 : 0);
    put('countNumber', question.count && r.number ? 1 : 0);
    put('whoNames', question.who ? r.names : 0);
    put('wherePlace', question.where && r.place ? 1 : 0);
    put('whyBecause', question.why && r.because ? 1 : 0);
    put('whetherDenies', question.whether && r.denies ? match1 * user : 0);
    put('wishes', r.wishes ? user : 0);
    put('wishesAdvice', r.wishes ? user * (question.advice ? 1 : 0) * asymmetry : 0);
    put('standing', r.standing ? user : 0);
    put('standingAdvice', r.standing && question.advice ? user : 0);
    put('standingCosine', r.standing ? user * Math.max(0, z) : 0);
    put('wishesCosine', r.wishes ? user * Math.max(0, z) : 0);
    put('ordinary', ordinary[i]!);
    put('ordinaryMine', mine * ordinary[i]!);
    put('date', nearest(question, c.createdAt));
  });
  return {
    ...finish(),
    question,
    readings,
    poolTerms: numbered,
    terms,
    weights: termWeights,
    sides,
  };
}
