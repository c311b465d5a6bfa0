import type { Span } from '../resume/index.ts';

/*
 * Texts are compared word by word, each word folded to a form in which case, accents, typographic marks and the plural
 * no longer tell two writings of the same thing apart.
 */

export interface Word {
  /** As the text has it. */
  text: string;
  /** Folded: what is compared. */
  key: string;
  span: Span;
}

const digitZeros = [0x0660, 0x06f0, 0xff10, 0x0966];

/**
 * The same text, character for character, with the many dashes, quotes, spaces and digits reduced to one of each; so a
 * place in it is a place in the original.
 */
export function levelled(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'")
    .replace(/\uff05|\u066a/g, '%')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u0966-\u096f]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - digitZeros.find((zero) => code >= zero && code <= zero + 9)!);
    });
}

const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** Lower case without accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[łøđßæœıþð]/g, (letter) => LETTERS[letter]!)
    .normalize('NFKC');
}

/** The singular, roughly: enough that «engineers» and «engineer» are one word. Short words and acronyms stay. */
export function singular(key: string): string {
  if (key.length < 4 || /(?:ss|us|is|ics)$/.test(key) || !/^[a-z]+$/.test(key)) return key;
  if (/ies$/.test(key) && key.length > 4) return `${key.slice(0, -3)}y`;
  if (/(?:[sxz]|[cs]h)es$/.test(key)) return key.slice(0, -2);
  return key.endsWith('s') ? key.slice(0, -1) : key;
}

/** A word: letters and digits, with the marks inside that belong to it (C++, C#, .NET, Node.js, R&D, O'Neil). */
const WORD = /\.?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:\+\+|#)?/gu;

/** The words of a text (a levelled one), in order. Hyphens and slashes part words. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    key: keyOf(match[0]),
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** A word's folded form: without a possessive s, without dots of an abbreviation, in the singular. */
export function keyOf(word: string): string {
  const plain = folded(word).replace(/'s?$/, '').replace(/'s$/, '');
  const undotted = /^(?:\p{L}\.)+\p{L}?$/u.test(plain) ? plain.replaceAll('.', '') : plain;
  return singular(undotted.replace(/^'|'/g, ''));
}

const FUNCTION_WORDS = new Set(
  `a an and are as at be been but by for from had has have her his i if in into is it its me my no not of on onto or our
  out over per she he so some such than that the their them then there these they this those to under until up us via was
  we were what when where which while who whom with within without would you your all also any both each more most other
  across after against along among around before between during through throughout toward towards upon about approximately
  nearly almost roughly circa least above below including plus new only own same using used use`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word says something on its own. */
export const isContent = ({ key }: Word): boolean =>
  key.length > 1 && !FUNCTION_WORDS.has(key) && !/^\d/.test(key);

export const isFunctionWord = (key: string): boolean => FUNCTION_WORDS.has(key);

/** A stem that lets «led», «leading» aside but makes «reduced», «reduces» and «reducing» one. */
export function stemOf(key: string): string {
  const stem = key.replace(/(?:ations?|ings?|ed|er|es|e|s|ion|ment)$/, '');
  return stem.length >= 3 ? stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1') : key;
}
