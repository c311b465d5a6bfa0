import { estimateTokens, takeTokens } from '../ai/index.ts';
import { type AnalyzedQuery, analyzeText } from './text/analyze.ts';

/** Where nothing ends a sentence (tables, other scripts), a piece ends after so many characters. */
const longestPiece = 400;
/** Of a longer text, which only an import or another program can store, the beginning is looked at. */
const longestText = 200_000;

/**
 * What is told of a message that is too long for its place: of all stretches that fit it, the one with most of the
 * query's words, each counting the more the fewer pieces of the message hold it. The beginning, where it has as many.
 * Where it is cut is marked; the marks come on top of the budget.
 */
export function passage(text: string, query: AnalyzedQuery, budget: number): string {
  if (estimateTokens(text) <= budget) return text;
  const pieces = piecesOf(text.slice(0, longestText));
  const costs = pieces.map(estimateTokens);
  const { holds, weights } = wordsIn(pieces, query);

  const counts = new Int32Array(weights.length);
  let [cost, value, end] = [0, 0, 0];
  let [best, first, last] = [0, 0, 0];
  for (let start = 0; start < pieces.length; start++) {
    while (end < pieces.length && (end <= start || cost + costs[end]! <= budget)) {
      cost += costs[end]!;
      for (const word of holds[end]!) if (counts[word]!++ === 0) value += weights[word]!;
      end++;
    }
    // Sums of the same weights in another order differ in their last digits.
    if (start === 0 || value > best + 1e-9) [best, first, last] = [value, start, start];
    else if (value > best - 1e-9 && last === start - 1) last = start;
    cost -= costs[start]!;
    for (const word of holds[start]!) if (--counts[word]! === 0) value -= weights[word]!;
  }
  // In the middle of the stretches that are as good: what was asked for stands with something before and after it.
  const start = first === 0 ? 0 : (first + last) >> 1;
  const rest = pieces.slice(start).join('');
  const told = takeTokens(rest, budget);
  const isCut = told.length < rest.length || text.length > longestText;
  return `${start === 0 ? told : `[…] ${told.trimStart()}`}${isCut ? ' […]' : ''}`;
}

function piecesOf(text: string): string[] {
  const sentences = text.match(/[^\n.!?。！？]*[\n.!?。！？]+\s*|[^\n.!?。！？]+$/gu) ?? [text];
  return sentences.flatMap((sentence) =>
    sentence.length <= longestPiece
      ? sentence
      : (sentence.match(new RegExp(`.{1,${longestPiece}}`, 'gsu')) ?? []),
  );
}

/** Which of the query's words each piece holds, by their places, and what each word counts. */
function wordsIn(pieces: readonly string[], { terms }: AnalyzedQuery) {
  const found = new Float64Array(terms.length);
  const places = new Map(terms.map(({ hash }, word) => [hash, word]));
  const holds = pieces.map((piece) =>
    [...analyzeText(piece).terms.keys()].flatMap((hash) => places.get(hash) ?? []),
  );
  for (const words of holds) for (const word of words) found[word]!++;
  return { holds, weights: terms.map(({ weight }, word) => weight / Math.max(1, found[word]!)) };
}
