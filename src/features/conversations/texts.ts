/** A title in a list takes so many characters, a preview and a snippet so many. */
const TITLE = 60;
const PREVIEW = 140;
const SNIPPET = 160;

/**
 * A text on one line, without the marks of Markdown that would only be in the way. Each expression reads a character a
 * bounded number of times, as texts of 100,000 characters come by here.
 */
export function plain(text: string): string {
  return text
    .replace(/```[^\n]*\n?|```/g, ' ')
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/^[^\S\n]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[^\S\n]+/gm, '')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cut at the end of a word, and never within a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  const space = head.lastIndexOf(' ');
  const kept = space > limit / 2 ? head.slice(0, space) : head;
  return `${kept.toWellFormed().replace(/[\s,;:.\ufffd-]+$/, '')}…`;
}

const GREETING =
  /^(?:(?:hi|hello|hey|good (?:morning|evening|afternoon)|ok(?:ay)?|so|well|please|thanks)(?: there| again)?\b[\s,.!:-]*)+/i;

/** The title of a conversation that nobody named: its first sentence, or as much of that as fits. */
export function firstWords(text: string): string {
  const line = plain(text);
  const content = line.replace(GREETING, '');
  const words = /[\p{L}\p{N}]/u.test(content) ? content : line;
  const [sentence = words] = words.split(/(?<=[.!?…])\s+(?=\S)/);
  const title = sentence.length >= 12 ? sentence : words;
  const shown = cut(title.replace(/(?<![.])[.]$/, ''), TITLE);
  return shown.charAt(0).toUpperCase() + shown.slice(1) || '…';
}

export const preview = (text: string): string => cut(plain(text), PREVIEW);

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The part of a text around the words of a query; its beginning where none is found as it is written. */
export function snippetOf(text: string, query: string): string {
  const line = plain(text);
  const lower = line.toLowerCase();
  const places = [query.trim().toLowerCase(), ...words(query).toSorted((a, b) => b.length - a.length)]
    // A stem finds the word's other forms too.
    .flatMap((word) => [word, word.length > 5 ? word.slice(0, -2) : word])
    .map((word) => (word.length > 1 ? lower.indexOf(word) : -1));
  const at = places.find((place) => place >= 0) ?? 0;
  if (at < SNIPPET / 2) return cut(line, SNIPPET);
  const start = line.indexOf(' ', at - SNIPPET / 3);
  const from = start >= 0 && start < at ? start + 1 : at;
  return `…${cut(line.slice(from).toWellFormed(), SNIPPET)}`;
}
