import type { Span } from '../../../career/resume/index.ts';

const LONGEST = 220;

/** The line of a text that a span begins in, on one line; of a long one the words around the span. */
export function lineAround(text: string, { start }: Span): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(from, end < 0 ? text.length : end);
  if (line.length <= LONGEST) return bare(line);
  const at = Math.max(0, Math.min(start - from - LONGEST / 2, line.length - LONGEST));
  const cut = line.slice(at, at + LONGEST).toWellFormed();
  const [head, tail] = [at > 0, at + LONGEST < line.length];
  // Whole words: the first and the last one may be halves.
  const whole = cut.slice(head ? cut.indexOf(' ') + 1 : 0, tail ? cut.lastIndexOf(' ') : undefined);
  return `${head ? '… ' : ''}${bare(whole)}${tail ? ' …' : ''}`;
}

/** Without the sign of a list before it. */
export function bare(line: string): string {
  return line
    .replace(/^[\s•·▪◦‣*–-]+(?=\S)/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
