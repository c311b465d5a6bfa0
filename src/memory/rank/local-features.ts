import { termsOf } from '../text/analyze.ts';
import { bm25, type WeighedTerm, weighedTerms } from './lexical.ts';
import { nearness, type Question, readQuestion } from './question.ts';
import { type Reading, readMessage } from './reading.ts';
import { standardCosines } from './standard.ts';
import type { AnalyzedQuery, Candidate, CorpusStats } from './types.ts';

export interface LocalFeatures {
  names: readonly string[];
  rows: Float64Array[];
  question: Question;
  readings: Reading[];
  terms: WeighedTerm[];
  /** For each message, which of the question's terms it holds. */
  holds: boolean[][];
  /** 0 where both sides write alike, towards 1 where one side's messages are far longer (a chat with an assistant). */
  asymmetry: number;
}

/** A speaker's name says who talks, not what of: every other message holds it. */
const SPEAKER_WEIGHT = 0.15;

/** The names that open messages as «Ann: …», where the same few do so again and again. */
function speakersOf(readings: readonly Reading[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { speaker } of readings) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const least = Math.max(2, readings.length / 50);
  return new Set([...counts].filter(([, n]) => n >= least).map(([name]) => name));
}

/** Whether a word of the question is a speaker's name, or short for it (Mel for Melanie). */
function speakerMeant(word: string, speakers: ReadonlySet<string>): string | null {
  for (const name of speakers) if (name === word || name.split(' ').includes(word)) return name;
  if (word.length >= 3) for (const name of speakers) if (name.startsWith(word)) return name;
  return null;
}

/** How much longer the assistant's messages are than the user's: 0 up to 1.7 times as long, 1 from 4.8 times on. */
function asymmetryOf(pool: readonly Candidate[]): number {
  const sums = { user: [0, 0], assistant: [0, 0] };
  for (const c of pool) {
    sums[c.role][0]! += Math.log2(1 + c.length);
    sums[c.role][1]!++;
  }
  const { user, assistant } = sums;
  if (!user[1] || !assistant[1]) return 0;
  return Math.min(1, Math.max(0, assistant[0]! / assistant[1]! - user[0]! / user[1]! - 0.75) / 1.5);
}

interface Match {
  /** The best sentence's share of the question's weight. */
  sentence: number;
  /** The share of the question's adjacent pairs that stand near each other in a sentence. */
  pairs: number;
}

const NO_MATCH: Match = { sentence: 0, pairs: 0 };

/** How a message's sentences hold the question's terms. */
function matchSentences(
  reading: Reading,
  terms: readonly WeighedTerm[],
  total: number,
  pairs: readonly (readonly [string, string])[],
): Match {
  const weights = new Map(terms.map((t) => [t.term, t.weight]));
  const near = new Set<number>();
  let sentence = 0;
  for (const words of reading.sentences) {
    const found = new Map<string, number[]>();
    words.forEach((word, at) => {
      if (weights.has(word)) {
        const places = found.get(word);
        if (places) places.push(at);
        else found.set(word, [at]);
      }
    });
    if (found.size === 0) continue;
    let sum = 0;
    for (const word of found.keys()) sum += weights.get(word)!;
    sentence = Math.max(sentence, sum);
    if (found.size > 1) {
      pairs.forEach(([a, b], i) => {
        const bs = found.get(b);
        if (bs && found.get(a)?.some((x) => bs.some((y) => Math.abs(x - y) <= 3))) near.add(i);
      });
    }
  }
  return {
    sentence: total ? sentence / total : 0,
    pairs: pairs.length ? near.size / pairs.length : 0,
  };
}

/** The features of each message by itself. */
export function localFeatures(
  query: AnalyzedQuery,
  pool: readonly Candidate[],
  corpus: CorpusStats,
  read: (text: string) => Reading = readMessage,
): LocalFeatures {
  const question = readQuestion(query.text);
  const readings = pool.map((c) => read(c.text));
  const speakers = speakersOf(readings);
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
  const texts = new Map(query.terms.map((t) => [t.hash, t.term]));
  const pairs = query.sequence
    .slice(1)
    .map((hash, i): readonly [string, string] => [texts.get(query.sequence[i]!)!, texts.get(hash)!])
    .filter(([a, b]) => a !== b && !meantStems.has(a) && !meantStems.has(b));

  const lexical = pool.map((c) => bm25(terms, c, corpus));
  const best = Math.max(1e-9, ...lexical);
  const cosines = standardCosines(pool, lexical);
  const topCosine = Math.max(0, ...cosines);
  const rankOf = new Map(
    [...cosines]
      .sort((a, b) => b - a)
      .map((z, i) => [z, i] as const)
      .reverse(),
  );
  const lexicalRank = new Map(
    [...lexical]
      .sort((a, b) => b - a)
      .map((z, i) => [z, i] as const)
      .reverse(),
  );
  const asymmetry = asymmetryOf(pool);
  const lengths = { user: [0, 0], assistant: [0, 0] };
  for (const c of pool) {
    lengths[c.role][0]! += Math.log2(1 + c.length);
    lengths[c.role][1]!++;
  }
  const holds = pool.map((c) => terms.map((t) => c.termFrequencies.has(t.hash)));

  const rows: Record<string, number>[] = pool.map((c, i) => {
    const r = readings[i]!;
    const z = cosines[i]!;
    const bm = lexical[i]!;
    const match = c.termFrequencies.size ? matchSentences(r, terms, total, pairs) : NO_MATCH;
    let cover = 0;
    let rarest = 0;
    terms.forEach((t, j) => {
      if (!holds[i]![j]) return;
      cover += t.weight;
      rarest = Math.max(rarest, t.weight);
    });
    cover = total ? cover / total : 0;
    const absolute = total ? bm / total : 0;
    const size = Math.log2(1 + c.length);
    const meanSize = lengths[c.role][0]! / Math.max(1, lengths[c.role][1]!);
    const bySpeaker = meant.size > 0 && meant.size < speakers.size && r.speaker && speakers.has(r.speaker);
    const speaks = bySpeaker ? (meant.has(r.speaker!) ? 1 : -1) : 0;
    const user = c.role === 'user' ? 1 : 0;
    const asks = r.asks;
    const mine = user * asymmetry;
    const peer = 1 - asymmetry;
    // What a trait is worth depends on who talks with whom: equals, an asker, or an assistant that writes at length.
    const gated = (name: string, value: number) => ({
      [`${name}Peer`]: value * peer,
      [`${name}Mine`]: value * mine,
      [`${name}Theirs`]: value * (asymmetry - mine),
    });
    const match1 = Math.max(absolute, cover);
    return {
      cosine: z,
      cosineHigh: Math.max(0, z - 1),
      cosineGap: z - topCosine,
      cosineRank: -Math.log2(2 + rankOf.get(z)!),
      bm25: bm / best,
      bm25Absolute: absolute,
      bm25Rank: bm > 0 ? -Math.log2(2 + lexicalRank.get(bm)!) : -Math.log2(2 + pool.length),
      cover,
      coverSquared: cover * cover,
      rarest: rarest / heaviest,
      sentence: match.sentence,
      sentenceSquared: match.sentence ** 2,
      pairs: match.pairs,
      both: Math.max(0, z + 1) * absolute,
      speaker: speaks,
      speakerCover: speaks * cover,
      speakerCosine: speaks * z,
      userAsym: mine,
      userAsymTheirs: question.ofAssistant ? mine : 0,
      userAsymAdvice: question.advice ? mine : 0,
      userAsymBroad: question.broad ? mine : 0,
      ...gated('asks', asks),
      ...gated('size', size - meanSize),
      sizeShortPeer: peer * Math.max(0, 3 - size),
      sizeShortMine: mine * Math.max(0, 4 - size),
      ...gated('names', r.names),
      ...gated('number', r.number ? 1 : 0),
      ...gated('time', r.time ? 1 : 0),
      ...gated('self', Math.min(3, r.self)),
      ...gated('polite', r.polite ? 1 : 0),
      whenTime: question.when && r.time ? 1 : 0,
      whenTimeMatch: question.when && r.time ? match1 : 0,
      countNumber: question.count && r.number ? 1 : 0,
      whoNames: question.who ? r.names : 0,
      wherePlace: question.where && r.place ? 1 : 0,
      whyBecause: question.why && r.because ? 1 : 0,
      whetherDenies: question.whether && r.denies ? match1 * user : 0,
      wishes: r.wishes ? user : 0,
      wishesAdvice: r.wishes ? user * (question.advice ? 1 : 0) * asymmetry : 0,
      date: question.dates.length ? Math.max(...question.dates.map((d) => nearness(d, c.createdAt))) : 0,
    };
  });
  const names = Object.keys(rows[0] ?? {});
  return {
    names,
    rows: rows.map((row) => Float64Array.from(Object.values(row))),
    question,
    readings,
    terms,
    holds,
    asymmetry,
  };
}
