import type { Made, Pattern } from './patterns/pattern.ts';
import { type FactChange, type FactKind, SINGLE_KINDS } from './types.ts';

/** «No, I meant Lyon», «Sorry, correction: …»: what was said before was never so. */
const CORRECTS =
  /^\W*(?:(?:no|sorry|oops|wait|actually)[,!. ]+)*(?:correction\b|i meant\b|i mean\b|i made a mistake|that was (?:a typo|wrong)|i misspoke|typo|(?:no|sorry|oops)[,!.] )/i;
/** «Actually I want 70k»: another mind; «Actually, I work at SAP»: it never was otherwise. */
const ACTUALLY = /^\W*(?:(?:no|well|hm+|oh|wait|sorry|so|but|and)[,!. ]+)*actually\b/i;
/** «60k, not 52k as I said», «Lyon, not Paris». */
const NOT_THE_OTHER = /^[^.;!?\n]{0,20}?,? (?:and )?not (?:in |at |for |an? |the )?(?:[\d$€£]|\p{Lu})/u;
const NOT_AS_SAID =
  /^[^.;!?\n]{0,40}?\bnot\b[^.;!?\n]{0,40}\b(?:as|like|what) i (?:said|wrote|told|mentioned|claimed)\b/i;
const SAYS_NOW =
  /\b(?:now|as of (?:today|now)|nowadays|these days|from now on|any ?more|new)\b|(?<since>\bsince (?=\d|last|then|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter))/giu;

const WISHES: ReadonlySet<FactKind> = new Set(['salary_target', 'target_role', 'goal', 'preference']);

/** How a reading stands to what was said before, by the words around it. */
export function changeOf(made: Made, pattern: Pattern, text: string, match: RegExpMatchArray): FactChange {
  const change = made.change ?? pattern.change ?? 'state';
  if (change !== 'state') return change;
  const kind = made.kind ?? pattern.kind;
  if (CORRECTS.test(text)) return 'correction';
  const at = made.value ? text.toLowerCase().indexOf(made.value.toLowerCase(), match.index) : -1;
  const end = at < 0 ? match.index! + match[0].length : at + made.value.length;
  if (SINGLE_KINDS.has(kind)) {
    const after = text.slice(end);
    if (NOT_THE_OTHER.test(after) || NOT_AS_SAID.test(after)) return 'correction';
  }
  const isNow = saysNow(made, text, match, at < 0 ? null : { start: at, end });
  if (ACTUALLY.test(text)) {
    if (WISHES.has(kind) || isNow) return 'change';
    if (SINGLE_KINDS.has(kind)) return 'correction';
  }
  return isNow ? 'change' : 'state';
}

/** Whether a word near by says that it became so; the value's own words («New York») say nothing. */
function saysNow(
  made: Made,
  text: string,
  match: RegExpMatchArray,
  value: { start: number; end: number } | null,
): boolean {
  const bare = value
    ? text.slice(0, value.start) + ' '.repeat(value.end - value.start) + text.slice(value.end)
    : text;
  const near = bare.slice(Math.max(0, match.index! - 20), match.index! + match[0].length + 25);
  // «Since 2019» says when it began, and not that somebody was told otherwise; the date does the rest.
  return [...near.matchAll(SAYS_NOW)].some(
    ({ 0: word, groups }) => !/^New$/.test(word) && !(groups!.since && made.from),
  );
}
