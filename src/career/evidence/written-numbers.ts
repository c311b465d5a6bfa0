/** Numbers written as words: «twelve hundred», «one and a half million», «twenty-five». */

const SMALL: Record<string, number> = {
  zero: 0,
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const LARGE: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

const small = Object.keys(SMALL).join('|');
const large = Object.keys(LARGE).join('|');
const atom = `(?:${small}|hundred|dozen|${large})`;
/** «half» counts only inside a number: «half a million», «two and a half thousand». */
const half = `half(?: an? | )(?=(?:dozen|hundred|${large})\\b)`;

export const WRITTEN_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${half}|an? (?=(?:dozen|hundred|thousand|million|billion)\\b))?` +
    `${atom}(?:(?: and a |[ -]and[ -]|[ -])${atom})*(?![\\p{L}\\p{N}])`,
  'giu',
);

/** The value; null where the words are not one number («one» alone is a pronoun more often than not). */
export function writtenValue(words: string): number | null {
  const parts = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (parts.length === 1 && (parts[0] === 'half' || parts[0] === 'hundred')) return null;
  let total = 0;
  let group = 0;
  let seen = false;
  for (const part of parts) {
    if (part === 'and' || part === 'a' || part === 'an') continue;
    if (part === 'hundred') group = (seen ? group || 1 : 1) * 100;
    else if (part === 'dozen') group = (seen ? group || 1 : 1) * 12;
    else if (part in LARGE) {
      total += (seen && group !== 0 ? group : 1) * LARGE[part]!;
      group = 0;
    } else group += SMALL[part]!;
    seen = true;
  }
  return seen ? total + group : null;
}

/** Words that are a number and its unit at once: how many times as much. */
export const TIMES_WORDS: Record<string, number> = {
  double: 2,
  doubled: 2,
  doubling: 2,
  doubles: 2,
  twofold: 2,
  twice: 2,
  triple: 3,
  tripled: 3,
  tripling: 3,
  triples: 3,
  threefold: 3,
  thrice: 3,
  quadruple: 4,
  quadrupled: 4,
  quadrupling: 4,
  fourfold: 4,
  fivefold: 5,
  tenfold: 10,
  halve: 0.5,
  halved: 0.5,
  halving: 0.5,
};

/** Parts of a whole: «a quarter of», «two-thirds of», «in half». */
export const FRACTION =
  /(?<![\p{L}\p{N}])(?:(an?|one|two|three|four)[ -](third|quarter|fifth)s?(?= of\b)|in half|by half|half (?:of|the))(?!\p{L})/giu;

const PARTS: Record<string, number> = { third: 3, quarter: 4, fifth: 5 };

export const fractionValue = (count: string | undefined, part: string | undefined): number =>
  part === undefined
    ? 0.5
    : Number(((SMALL[(count ?? 'a').toLowerCase()] ?? 1) / PARTS[part.toLowerCase()]!).toPrecision(6));

/** Numbers without a number: at least so many. */
export const VAGUE: Record<string, number> = {
  dozens: 24,
  hundreds: 200,
  thousands: 2e3,
  millions: 2e6,
  billions: 2e9,
};
