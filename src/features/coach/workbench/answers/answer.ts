import type { Thing } from '../things.ts';

/** An answer from the workbench, made by rules. */
export interface WorkbenchAnswer {
  /** Markdown. The words of CVs and postings stand in block quotes and nowhere else, but for names and titles. */
  text: string;
  things: Thing[];
  /** The message_ids of what it quotes from memory. */
  messages?: string[];
}

/** Paragraphs; what is null or empty is left out. */
export function paragraphs(...parts: (string | null | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** «3 applications», «1 application». */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** «a, b and c». */
export function series(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Text of others on one line, without what Markdown would read as marks of its own. */
export function plain(text: string): string {
  return text.replace(/[\s*_`#<>[\]|\\]+/g, ' ').trim();
}
