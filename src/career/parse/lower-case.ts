import type { ReadDocument } from '../../documents/index.ts';
import type { SourceSpans } from '../resume/index.ts';

/** Texts whose letters are capitals less often than this are written in small letters throughout; prose has some 3 %. */
const fewCapitals = 0.004;

const wordStart = /(?<![\p{L}\p{M}\d'’.@/\\_-])\p{Ll}/gu;

/** A letter's capital where that is one letter as well, so that every place in the text stays what it was. */
const capital = (letter: string) => {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
};

/**
 * A CV without capitals as one with them, since they tell names from prose: every word of a short line, the first of a
 * long one. Places in the text stay the same. Null for a CV with capitals.
 */
export function withCapitals(document: ReadDocument): ReadDocument | null {
  const { text } = document;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  // Scripts that have no capitals are none of these.
  if (small < 100 || small < letters * 0.5 || capitals > small * fewCapitals) return null;
  let wasLong = false;
  const lines = text.split('\n').map((line) => {
    const bare = line.trim();
    const isItem = /^[^\p{L}\d(]/u.test(bare);
    const isShort =
      !isItem &&
      (bare.split(/\s+/).length < 9 || /\d{4}|\bnow\b|\bpresent\b/.test(bare)) &&
      !/[.!?]$/.test(bare);
    const goesOn = wasLong && !isItem && !isShort;
    wasLong = line.length > 60;
    if (isShort) return line.replace(wordStart, capital);
    return goesOn ? line : line.replace(/\p{Ll}/u, capital);
  });
  return { ...document, text: lines.join('\n') };
}

/** Values as the CV writes them, where capitals were only lent. */
export function asWritten<T>(resume: T, spans: SourceSpans, text: string): T {
  const walk = (value: unknown, pointer: string): unknown => {
    if (typeof value === 'string') {
      const source = (spans[pointer] ?? [])
        .map(({ start, end }) => text.slice(start, end))
        .join(' ')
        .replace(/\s+/g, ' ');
      return source.toLowerCase() === value.toLowerCase() ? source : value;
    }
    if (Array.isArray(value)) return value.map((item, i) => walk(item, `${pointer}/${i}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, walk(member, `${pointer}/${key}`)]),
    );
  };
  return walk(resume, '') as T;
}
