import type { ClusterCounts } from './counts.ts';
import { termBits } from './groups.ts';
import type { KeptLabel } from './runs.ts';

const mostWords = 3;
const without = 'Questions without a word in common';

/** By their stems: what is done with everything, and what every question here is about. Told only where nothing else is. */
const general = new Set(
  'after anyone anything answer ask before best better big come end find good happen help job keep let look mean need new person put question right see seem someone something start sure talk try want without work worth'.split(
    ' ',
  ),
);

/**
 * A title where no model gave one, of what at least k people say now: a run of words that says it as they do («notice
 * period»), and terms that are not in it. A run is taken where it holds one of the first terms, which tell the cluster apart.
 */
export function plainTitle({ terms, phrases }: KeptLabel, { peopleOfBit }: ClusterCounts, k: number): string {
  const isTold = (bit: number) => (peopleOfBit[bit] ?? 0) >= k;
  const told = terms.filter((_, bit) => isTold(bit));
  if (told.length === 0) return without;
  const telling = told.filter(({ term }) => !general.has(term));
  const first = (telling.length > 0 ? telling : told).slice(0, mostWords);
  const run = phrases.find(
    (phrase, i) =>
      phrase.isRun &&
      isTold(termBits + i) &&
      phrase.terms.some((term) => first.some((one) => one.term === term)),
  );
  const rest = first.filter(({ term }) => !run?.terms.includes(term));
  const room = run ? mostWords - run.terms.length : mostWords;
  return [...(run ? [run.surface] : []), ...rest.slice(0, room).map(({ surface }) => surface)].join(', ');
}
