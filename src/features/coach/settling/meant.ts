import { readFacts, type Statement } from '../../../career/facts/index.ts';
import type { Fact } from '../../facts/index.ts';

const LONGEST = 80;
/** «No, I meant Lyon», «Sorry, Lyon», «make that 52,000», «*Lyon». */
const MEANT =
  /^(?:(?:(?:no|nope|sorry|oops|wait|ah|oh|actually|correction|typo|my (?:bad|mistake))\b[\s,.:;!–-]*)*(?:i meant|i mean|i wanted to (?:say|write)|make (?:it|that)|that should be|that was meant to be)\s+(?:to (?:say|write)\s+)?(?:in |at |for )?|(?:\*\s?))(.+?)[\s.!*]*$/i;
const PUT_RIGHT =
  /^(?:(?:no|nope|sorry|oops|wait|correction|typo|my (?:bad|mistake))\b[\s,.:;!–-]+)+(?:(?:it was|it is|it's|that's|that is|that was|in|at)\s+)?(.+?)[\s.!]*$/i;
const AFTERWARDS = /,?\s+(?:sorry|of course|not \S+(?: \S+)?|instead(?: of \S+)?)$/i;
const MOST_WORDS = 5;
const UNIT =
  '(?:days?|weeks?|months?|years?|hours?|euros?|eur|usd|dollars?|gbp|pounds?|chf|francs?|gross|net|per|an?|k)';
const UNIT_AFTER = new RegExp(`^\\s?${UNIT}\\b`, 'i');
const AMOUNT = new RegExp(`^[$€£]?\\s?\\d[\\d.,']*\\s?(?:[$€£%]|${UNIT}\\b)?(?:\\s${UNIT}\\b)*$`, 'i');
/** A slip of the finger leaves most of a word as it was. */
const SLIP = 0.5;

/** What a short message puts in the place of something said just before; null where it corrects nothing. */
export function meantBy(message: string): { words: string; isSure: boolean } | null {
  const text = message.trim().replaceAll('’', "'");
  if (text.length > LONGEST || /[?？]/.test(text)) return null;
  const sure = MEANT.exec(text);
  const words = (sure ?? PUT_RIGHT.exec(text))?.[1]?.replace(AFTERWARDS, '').trim();
  if (!words || words.split(/\s+/).length > MOST_WORDS) return null;
  if (/\d/.test(words) ? !AMOUNT.test(words) : !sure && !/^\p{Lu}/u.test(words)) return null;
  return { words, isSure: sure !== null };
}

type Reading = Pick<Statement, 'kind' | 'key' | 'value' | 'confidence'>;

/**
 * The fact that is corrected, read anew with the other words in the place of its own: what then is no fact of the same
 * kind corrects another one, or nothing. Of several, the one that was nearly written so.
 */
export function correctedFact(
  { words, isSure }: { words: string; isSure: boolean },
  facts: readonly Fact[],
  saidAt: Date,
): { fact: Fact; reading: Reading } | null {
  const read = facts.flatMap((fact) => {
    const reading = readAs(fact, words, saidAt);
    return reading ? [{ fact, reading, distance: distanceOf(fact.value, words) }] : [];
  });
  read.sort((a, b) => a.distance - b.distance);
  const [best, next] = read;
  if (!best) return null;
  const isSlip = best.distance <= SLIP && (!next || next.distance > best.distance);
  // In lower case a place is told from any other word by its name alone, and nothing else is.
  const isTold = isSure && (/^\p{Lu}/u.test(words) || best.fact.kind === 'location');
  return isSlip || (read.length === 1 && (/\d/.test(words) || isTold)) ? best : null;
}

/** A fact's own words with others in their place, read as they were read; null where that says nothing of its kind. */
export function readAs({ kind, key, value, text }: Fact, words: string, saidAt: Date): Reading | null {
  const whole = placeOf(text, value, /\d/.test(words));
  if (!whole) return null;
  // «4 weeks» brings its own unit along.
  const after = /\d\s?\p{L}{3,}$/u.test(words)
    ? text.slice(whole.end).replace(UNIT_AFTER, '')
    : text.slice(whole.end);
  const told = `${text.slice(0, whole.start)}${words}${after}`;
  const reading = readFacts(told, saidAt).find((one) => one.kind === kind && one.key === key);
  return reading && reading.value.toLowerCase() !== value.toLowerCase() ? reading : null;
}

const NUMBER = /\d[\d.,']*(?:\s?k\b)?/gi;

/** Where a value stands in the words that say it: as it is, or as the one number among them. */
function placeOf(text: string, value: string, isNumber: boolean): { start: number; end: number } | null {
  if (!isNumber) {
    const start = text.toLowerCase().indexOf(value.toLowerCase());
    return start < 0 ? null : { start, end: start + value.length };
  }
  const numbers = [...text.matchAll(NUMBER)];
  if (numbers.length !== 1 || !/\d/.test(value)) return null;
  const start = numbers[0]!.index;
  const end = start + numbers[0]![0].replace(/[.,']+$/, '').length;
  return { start, end };
}

/** How much of two words differs, 0 to 1: letters to exchange, add or leave out. */
function distanceOf(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  let row = Array.from({ length: y.length + 1 }, (_, at) => at);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(x[i - 1] !== y[j - 1]));
    row = next;
  }
  return row.at(-1)! / Math.max(x.length, y.length, 1);
}
