import { markedPieces } from './words.ts';

interface Ranked {
  text: string;
  likely?: boolean;
  confidence?: number;
}

/** Below it even the best is a guess, unless it has a word of the question. */
const guess = 0.2;

/**
 * What probably answers, and the rest, each in its order. Where nothing is known of that, all is likely. `starts` are
 * the beginnings of the question's words.
 */
export function byLikelihood<Result extends Ranked>(
  results: readonly Result[],
  starts: readonly string[],
): { likely: Result[]; unlikely: Result[] } {
  const likely = results.filter((result) => result.likely !== false);
  const best = Math.max(0, ...results.map(({ confidence = 1 }) => confidence));
  const hasWord = ({ text }: Result) => markedPieces(text, starts).some(({ marked }) => marked);
  if (best < guess && !likely.some(hasWord)) return { likely: [], unlikely: [...results] };
  return { likely, unlikely: results.filter((result) => result.likely === false) };
}
