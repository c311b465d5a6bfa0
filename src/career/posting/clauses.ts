import type { Span } from '../resume/index.ts';

const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|vs|sr|jr|inc|ltd|co|approx|min|max|incl|yrs?|dr|mr|mrs|ms|no|st|dept|est|resp|bzw|z\.b|ca)|\b[A-Z](?:\.[A-Z])*)$/i;

/** A block's sentences, and what semicolons part within them; each trimmed, in the order of the text. */
export function clausesOf(text: string, block: Span): Span[] {
  const body = text.slice(block.start, block.end);
  const cuts: number[] = [];
  for (const match of body.matchAll(/[.!?](?=["”)]?\s+["“(]?[\p{Lu}\d•])|;(?=\s)/gu)) {
    const isStop = match[0] === '.';
    if (isStop && abbreviation.test(body.slice(Math.max(0, match.index - 8), match.index))) continue;
    cuts.push(match.index + 1);
  }
  const spans: Span[] = [];
  let from = 0;
  for (const to of [...cuts, body.length]) {
    const part = body.slice(from, to);
    const lead = part.length - part.trimStart().length;
    const end = block.start + from + withoutEnd(part).length;
    const start = block.start + from + lead;
    if (end > start) spans.push(...shorten(text, { start, end }));
    from = to;
  }
  return spans;
}

/** Without white space and semicolons at its end. By hand: an expression takes the square of a long gap's length. */
function withoutEnd(part: string): string {
  let end = part.length;
  while (end > 0 && /[\s;]/.test(part[end - 1]!)) end--;
  return part.slice(0, end);
}

/** What is read about a clause grows with the square of its names: a text without a stop is read in parts. */
const LONGEST = 2000;

function shorten(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.slice(from, from + LONGEST).lastIndexOf(' ');
    const to = from + (space > 0 ? space : LONGEST);
    parts.push({ start: from, end: to });
    from = to + (space > 0 ? 1 : 0);
  }
  return from < end ? [...parts, { start: from, end }] : parts;
}
