import type { Span } from '../resume/index.ts';

/** A word as a part of a pattern. */
const escapeWord = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const LONGEST_NEEDLE = 2_000;

/** Where a passage stands in a text, white space between its words as it may be; null where it does not. */
export function locate(text: string, passage: string, within?: Span): Span | null {
  const needle = passage.trim();
  if (needle === '' || needle.length > LONGEST_NEEDLE) return null;
  const from = within?.start ?? 0;
  const part = within ? text.slice(within.start, within.end) : text;
  const exact = part.indexOf(needle);
  if (exact >= 0) return { start: from + exact, end: from + exact + needle.length };
  const loose = needle.split(/\s+/).map(escapeWord).join('\\s+');
  const found = new RegExp(loose, 'iu').exec(part);
  return found ? { start: from + found.index, end: from + found.index + found[0].length } : null;
}

/** Every match of a pattern (with the flag g) as a span. */
export function matches(text: string, pattern: RegExp): { span: Span; match: RegExpExecArray }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    match: match as RegExpExecArray,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}
