/**
 * Text to words, for every script: the part of the analysis that knows characters, not languages.
 *
 * Unicode-aware (`\p{L}`), folds case and the diacritics of Latin letters, keeps `C++`, `C#`, `.NET` and numbers such as
 * `$12.99` or `85,000` (as `85000`) in one piece. Scripts written without spaces come out as runs, to be cut
 * into character pairs by `analyze.ts`.
 */

/** Scripts whose words aren't set apart by spaces; Hangul too, as its words carry endings no stemmer here knows. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々';

const TOKEN = new RegExp(
  [
    `[${UNSPACED}][${UNSPACED}\\p{M}]*`,
    // A number with its separators and a following k or m, or a version: 12.99, 85,000, 1.5m, 75k, v3.5.
    'v?\\d+(?:[.,]\\d+)*(?:[km]\\b)?',
    '\\.net\\b',
    // An abbreviation (u.s., a.i.), a letter hyphened on (e-mail, x-ray), a word with inner apostrophes and its c++ or c# tail.
    `(?:\\p{L}\\.){2,}|\\b[a-z]-(?=\\p{L}{2})\\p{L}+|(?:(?![${UNSPACED}])[\\p{L}\\p{M}])(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}']|(?<=\\p{L})_)*(?:\\+\\+|#)?`,
  ].join('|'),
  'gu',
);

/** The same for plain ASCII, which most text is: several times faster without the Unicode classes. */
const PLAIN_TOKEN =
  /v?\d+(?:[.,]\d+)*(?:[km]\b)?|\.net\b|(?:[a-z]\.){2,}|\b[a-z]-(?=[a-z]{2})[a-z]+|[a-z](?:[a-z\d']|(?<=[a-z])_)*(?:\+\+|#)?/g;

const PLAIN = /^[\x00-\x7f]*$/;
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u');

/** Lower case, compatibility forms united, Latin accents and Arabic vowel signs dropped; other marks mean something. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'")
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647');
}

/** 85,000 and 85k and 85000 are one number, whichever way it was typed. */
function number(token: string): string {
  const unit = token.endsWith('k') ? 1e3 : token.endsWith('m') ? 1e6 : 1;
  let digits = unit === 1 ? token : token.slice(0, -1);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) digits = digits.replaceAll(',', '');
  if (unit === 1) return digits;
  const value = Number(digits) * unit;
  return Number.isFinite(value) ? String(value) : token;
}

export interface Token {
  /** Folded; a run of several characters in an unspaced script. */
  text: string;
  kind: 'word' | 'number' | 'unspaced' | 'abbreviation';
}

/** The tokens of a text in order. Possessive and other endings after an apostrophe are dropped or joined. */
export function tokens(text: string): Token[] {
  return foldedTokens(fold(text));
}

/** As `tokens`, for a text that is folded already. */
export function foldedTokens(folded: string): Token[] {
  const found: Token[] = [];
  const raws = folded.match(PLAIN.test(folded) ? PLAIN_TOKEN : TOKEN) ?? [];
  for (const raw of raws) {
    const first = raw.charCodeAt(0);
    const second = raw.charCodeAt(1);
    if (first >= 48 && first <= 57) {
      found.push({ text: number(raw), kind: 'number' });
    } else if (first === 118 && second >= 48 && second <= 57) {
      found.push({ text: raw, kind: 'number' });
    } else if (first > 127 && UNSPACED_START.test(raw)) {
      found.push({ text: raw, kind: 'unspaced' });
    } else {
      const word = raw.includes("'") ? raw.replace(/'s?$/, '').replaceAll("'", '') : raw;
      if (word.includes('.') && word !== '.net')
        found.push({ text: word.replaceAll('.', ''), kind: 'abbreviation' });
      else if (second === 45) found.push({ text: word.replace('-', ''), kind: 'word' });
      else if (word) found.push({ text: word, kind: 'word' });
    }
  }
  return found;
}
