import type { Span } from '../../career/resume/index.ts';

/** Where a text says something: white space, case and the form of marks may differ. Null where it does not. */
export function findQuote(text: string, quote: string): Span | null {
  return quoteFinder(text)(quote);
}

/** As `findQuote`, for many quotes of one text. */
export function quoteFinder(text: string): (quote: string) => Span | null {
  const haystack = folded(text);
  return (quote) => {
    const needle = folded(quote)
      .text.trim()
      .replace(/^["'.…, ]+|["'.…, ]+$/g, '');
    if (needle.length < 2) return null;
    for (let at = haystack.text.indexOf(needle); at >= 0; at = haystack.text.indexOf(needle, at + 1)) {
      const end = at + needle.length;
      const isWhole = !isWord(haystack.text[at - 1]) || !isWord(needle[0]);
      if (isWhole && (!isWord(haystack.text[end]) || !isWord(needle.at(-1)))) {
        return { start: haystack.places[at]!, end: haystack.places[end - 1]! + 1 };
      }
    }
    return null;
  };
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** In small letters with single spaces and plain marks, and where each character stood. */
function folded(text: string): { text: string; places: number[] } {
  let result = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = plain(text[at]!);
    if (char === ' ' && (result === '' || result.endsWith(' '))) continue;
    result += char;
    for (let k = 0; k < char.length; k++) places.push(at);
  }
  return { text: result, places };
}

function plain(char: string): string {
  if (/[\s•◦▪*]/.test(char)) return ' ';
  if (/[‘’‚`´]/.test(char)) return "'";
  if (/[“”„«»]/.test(char)) return '"';
  if (/[‐‑‒–—]/.test(char)) return '-';
  return char.toLowerCase();
}
