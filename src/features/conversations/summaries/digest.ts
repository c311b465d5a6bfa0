import { asks, sentencesOf } from '../../../ai/offline/index.ts';
import { analyzeText } from '../../../memory/index.ts';
import type { MemoryMessage } from '../../../memory/types.ts';
import type { NewPoint } from './points.ts';

/** What is written into a point that was made so; raised with every change of the method. */
export const DIGEST = 'digest-1';

const SHORTEST = 20;
const LONGEST = 280;
/** One sentence in so many is kept, of a batch at least and at most these. */
const SHARE = 6;
const FEWEST = 2;
const MOST = 6;
/** Sentences looked at: the ranking takes time with their square. */
const LOOKED_AT = 200;
/** The damping and the rounds that TextRank is used with (Mihalcea and Tarau, 2004). */
const DAMPING = 0.85;
const ROUNDS = 30;
/** A question says what was wanted; a statement says what is so. */
const QUESTION = 0.6;
/** More alike than this (cosine), two sentences say the same. */
const SAME = 0.5;

interface Sentence {
  text: string;
  message: MemoryMessage;
  terms: Map<number, number>;
}

/**
 * The most telling sentences of what the person said, as they said them: TextRank over the cosine of the sentences'
 * weighted terms. Nothing is put into other words, so nothing can be wrong that was not wrong before.
 */
export function digest(messages: readonly MemoryMessage[]): NewPoint[] {
  const sentences = readSentences(messages);
  if (sentences.length === 0) return [];
  const alike = similarities(sentences);
  const ranks = textRank(alike).map((rank, i) => (asks(sentences[i]!.text) ? QUESTION * rank : rank));
  const order = ranks.map((_, i) => i).sort((a, b) => ranks[b]! - ranks[a]! || a - b);
  const wanted = Math.min(MOST, Math.max(FEWEST, Math.round(sentences.length / SHARE)));
  const chosen: number[] = [];
  for (const i of order) {
    if (chosen.length === wanted) break;
    if (chosen.every((other) => alike[i]![other]! < SAME)) chosen.push(i);
  }
  return chosen
    .sort((a, b) => a - b)
    .map((i) => ({ text: `«${sentences[i]!.text}»`, sources: [sentences[i]!.message.id] }));
}

function readSentences(messages: readonly MemoryMessage[]): Sentence[] {
  return messages
    .filter(({ role }) => role === 'user')
    .flatMap((message) =>
      sentencesOf(message.text)
        .filter((text) => text.length >= SHORTEST && text.length <= LONGEST)
        .map((text) => ({ text, message, terms: analyzeText(text).terms })),
    )
    .filter(({ terms }) => terms.size > 1)
    .slice(0, LOOKED_AT);
}

/** Cosines of the sentences' terms, each weighted by how few of the sentences have it. */
function similarities(sentences: readonly Sentence[]): number[][] {
  const inHowMany = new Map<number, number>();
  for (const { terms } of sentences)
    for (const term of terms.keys()) inHowMany.set(term, (inHowMany.get(term) ?? 0) + 1);
  const weighted = sentences.map(({ terms }) => {
    const vector = new Map<number, number>();
    for (const [term, count] of terms)
      vector.set(term, count * Math.log(1 + sentences.length / inHowMany.get(term)!));
    const norm = Math.hypot(...vector.values());
    return { vector, norm };
  });
  return weighted.map((a, i) =>
    weighted.map((b, j) => {
      if (i === j || a.norm === 0 || b.norm === 0) return 0;
      let product = 0;
      for (const [term, weight] of a.vector) product += weight * (b.vector.get(term) ?? 0);
      return product / (a.norm * b.norm);
    }),
  );
}

/** The stationary weight of each sentence in a walk from one to another that resembles it. */
function textRank(alike: readonly (readonly number[])[]): number[] {
  const sums = alike.map((row) => row.reduce((sum, value) => sum + value, 0));
  let ranks = alike.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    ranks = alike.map((row) => {
      let from = 0;
      for (let j = 0; j < row.length; j++) if (row[j]! > 0) from += (row[j]! / sums[j]!) * ranks[j]!;
      return 1 - DAMPING + DAMPING * from;
    });
  }
  return ranks;
}
