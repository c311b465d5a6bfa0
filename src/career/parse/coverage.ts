import type { Span } from '../resume/index.ts';

/**
 * The stretches of a text that hold words and lie in none of the spans, one or more a line: what a reader of the fields
 * alone would never see.
 */
export function uncovered(text: string, spans: Span[]): Span[] {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  const left: Span[] = [];
  let open: Span | null = null;
  for (const match of text.matchAll(/[\p{L}\d][\p{L}\p{M}\d'’+#.&-]*|\n/gu)) {
    const end = match.index + match[0].length;
    const isLeft = match[0] !== '\n' && !covered.subarray(match.index, end).includes(1);
    if (isLeft && open) open.end = end;
    else if (isLeft) {
      open = { start: match.index, end };
      left.push(open);
    } else open = null;
  }
  return left;
}
