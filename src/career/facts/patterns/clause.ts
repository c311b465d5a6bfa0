import { NUMBER_WORDS } from '../numbers.ts';
import { type NamedTimes, namedTimes } from '../time.ts';

/** Where another clause begins, whose dates are not of this one. */
const CLAUSE_ENDS =
  /[;:]|(?<!\p{L})(?:and|but|because|where|when|so|then|though|although|while|which|who)(?!\p{L})/iu;

const ADVERBIAL = new RegExp(
  `^(?:in|on|since|back in|as of|around|early|late|last|this|yesterday|today|(?:an?|\\d{1,2}|${NUMBER_WORDS.slice(1).join('|')}|a couple of|a few) (?:day|week|month|year)s? ago)\\b`,
  'i',
);

/** What stands behind a value that was read off a match, up to the next clause where `whole` is not asked for. */
export function behind(sentence: string, match: RegExpExecArray, values: readonly string[]): string {
  const rest = sentence.slice(match.index);
  const folded = rest.toLowerCase();
  const ends = values.map((value) => {
    const at = value ? folded.indexOf(value.toLowerCase()) : -1;
    return at < 0 ? 0 : at + value.length;
  });
  return rest.slice(Math.max(0, ...ends));
}

/** «In 2019, I moved»: the time that a clause begins with. */
function adverbialBefore(text: string): string | null {
  const clause = text
    .replace(/[,\s]+$/, '')
    .split(new RegExp(`,|${CLAUSE_ENDS.source}`, 'iu'))
    .at(-1)!
    .trim();
  return ADVERBIAL.test(clause) && clause.split(' ').length <= 6 ? clause : null;
}

/**
 * The times of the clause that a match stands in: those behind its verb, without the values themselves («Studio 2019» is no
 * year) and without what a further clause dates; else the time that the clause begins with.
 */
export function timesAround(
  sentence: string,
  match: RegExpExecArray,
  values: readonly string[],
  saidAt: Date,
  options: { ends?: boolean } = {},
): NamedTimes {
  let rest = sentence.slice(match.index);
  for (const value of values) {
    const at = value ? rest.toLowerCase().indexOf(value.toLowerCase()) : -1;
    if (at >= 0) rest = `${rest.slice(0, at)}${' '.repeat(value.length)}${rest.slice(at + value.length)}`;
  }
  const named = namedTimes(` ${rest.split(CLAUSE_ENDS)[0]!}`, saidAt, options);
  if (named.from || named.to) return named;
  const before = adverbialBefore(sentence.slice(0, match.index));
  return before ? namedTimes(before, saidAt, options) : named;
}
