const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A count in figures, in words to ninety-nine, or roughly; one group. Longer words first: «sixteen», not «six». */
export const COUNT = [
  '(\\d{1,3}',
  `(?:${TENS.join('|')})(?:[ -](?:${ONES.slice(0, 9).join('|')}))?`,
  ONES.toReversed().join('|'),
  '(?:an? )?half(?: an?)?',
  '(?:a )?couple(?: of)?|(?:a )?few|several|an?)',
].join('|');

/** What a count is, and by how much more or less it is meant; both in its unit. */
export function countOf(said: string): { count: number; spread: number } {
  const word = said.toLowerCase();
  if (/^\d/.test(word)) return { count: Number(word), spread: 0.5 };
  if (word.includes('half')) return { count: 0.5, spread: 1 / 6 };
  if (word.includes('couple')) return { count: 2, spread: 0.5 };
  if (word.includes('few')) return { count: 3, spread: 1.5 };
  if (word === 'several') return { count: 4, spread: 2 };
  const [first = '', second = ''] = word.split(/[ -]/);
  const ones = (name: string) => ONES.indexOf(name) + 1;
  const tens = TENS.indexOf(first);
  return { count: tens < 0 ? Math.max(1, ones(first)) : (tens + 2) * 10 + ones(second), spread: 0.5 };
}
