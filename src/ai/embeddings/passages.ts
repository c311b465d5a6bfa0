import { sliceWhole } from '../tokens.ts';

/**
 * Cuts a text into passages of at most `maxChars` UTF-16 units, in order and without loss except for the
 * space around the cuts. A cut is made at the last line end, else sentence end, else space of the passage's
 * second half, else (no space: Chinese, Japanese, a long link) where it is full.
 */
export function splitPassages(text: string, maxChars: number): string[] {
  const passages: string[] = [];
  let rest = text.trim();
  while (rest.length > maxChars) {
    const window = sliceWhole(rest, maxChars);
    const end = cutOf(window, maxChars / 2);
    passages.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest) passages.push(rest);
  return passages;
}

function cutOf(window: string, earliest: number): number {
  const line = window.lastIndexOf('\n');
  if (line > earliest) return line;
  let sentence = 0;
  for (const match of window.matchAll(/[.!?](?=\s)|[。！？]/g)) sentence = match.index + 1;
  if (sentence > earliest) return sentence;
  const space = window.lastIndexOf(' ');
  return space > earliest ? space : window.length;
}

/** At most `count` of them: all, or as many spread evenly from the first to the last. */
export function spread<T>(items: T[], count: number): T[] {
  if (items.length <= count) return items;
  if (count === 1) return items.slice(0, 1);
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]!);
}
