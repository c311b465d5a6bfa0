import { injections } from '../../../../career/checks/index.ts';
import type { Span } from '../../../../career/resume/index.ts';

const FEWEST_WORDS = 3;

/** Looks for quotes in one text; white space, case and the form of quotation marks and dashes may differ. */
export function quoteFinder(text: string): (quote: string) => Span | null {
  const haystack = fold(text);
  const orders = injections(text);
  return (quote) => {
    const needle = fold(quote)
      .folded.trim()
      .replace(/^["'.… ]+|["'.… ]+$/g, '');
    if (needle.split(' ').length < FEWEST_WORDS) return null;
    const at = haystack.folded.indexOf(needle);
    if (at < 0) return null;
    const span = { start: haystack.places[at]!, end: haystack.places[at + needle.length - 1]! + 1 };
    // What was written to sway a program is no evidence of anything.
    return orders.some(({ start, end }) => span.start < end && start < span.end) ? null : span;
  };
}

/** A text in small letters with single spaces and plain marks, and where in the original each character stands. */
function fold(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = plain(text[i]!);
    if (char === ' ' && (folded === '' || folded.endsWith(' '))) continue;
    folded += char;
    for (let k = 0; k < char.length; k++) places.push(i);
  }
  return { folded, places };
}

function plain(char: string): string {
  if (/\s|[•◦▪*_#]/.test(char)) return ' ';
  if (/[‘’‚`´]/.test(char)) return "'";
  if (/[“”„«»]/.test(char)) return '"';
  if (/[‐‑‒–—]/.test(char)) return '-';
  return char.toLowerCase();
}
