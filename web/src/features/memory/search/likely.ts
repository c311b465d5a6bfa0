/**
 * Below which confidence the coach itself is not reminded of something: of anything, by the best of the results, and of
 * each. As the server has it in `src/memory/rank/confidence-weights.ts`; a test holds the two together.
 */
export const limits = { best: 0.0266, each: 0.0052 } as const;

interface Result {
  confidence?: number;
}

/** The results that probably answer, and the rest, in their order. Where nothing is known of that, all are likely. */
export function byLikelihood<Message extends Result>(
  results: readonly Message[],
): { likely: Message[]; unlikely: Message[] } {
  const least = (results[0]?.confidence ?? 1) < limits.best ? Number.POSITIVE_INFINITY : limits.each;
  const isLikely = ({ confidence = 1 }: Result) => confidence >= least;
  return {
    likely: results.filter(isLikely),
    unlikely: results.filter((result) => !isLikely(result)),
  };
}
