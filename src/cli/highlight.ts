import { stemmer } from 'stemmer';

const words = /[\p{L}\p{N}]+/gu;
/** Shorter words stand in every text and would light up all of it. */
const shortest = 3;
const common = new Set(
  'the and for are was has have had did does what when where who why how with from that this you your'.split(
    ' ',
  ),
);

function stem(word: string): string {
  return stemmer(word.toLowerCase());
}

/** The stems of a question that are worth marking in an answer. */
export function stemsOf(question: string): Set<string> {
  const found = question.match(words) ?? [];
  return new Set(
    found.filter((word) => word.length >= shortest && !common.has(word.toLowerCase())).map(stem),
  );
}

/** Where the words of a question stand in a text. */
export function matches(text: string, stems: Set<string>): { start: number; end: number }[] {
  return [...text.matchAll(words)]
    .filter(([word]) => stems.has(stem(word)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export function highlight(text: string, stems: Set<string>): string {
  let marked = '';
  let from = 0;
  for (const { start, end } of matches(text, stems)) {
    marked += `${text.slice(from, start)}\x1b[1;33m${text.slice(start, end)}\x1b[0m`;
    from = end;
  }
  return marked + text.slice(from);
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const wide = /\p{Emoji_Presentation}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\uff01-\uff60]/u;

/**
 * A piece of a text that is no wider than `width` columns, around the first word that matches: the beginning of a
 * long answer often says nothing of why it was found.
 */
export function excerpt(text: string, stems: Set<string>, width: number): string {
  const first = matches(text, stems)[0];
  const graphemes = [...segmenter.segment(text)].map(({ segment, index }) => ({
    segment,
    index,
    columns: wide.test(segment) ? 2 : 1,
  }));
  const total = graphemes.reduce((sum, { columns }) => sum + columns, 0);
  if (total <= width) return text;
  const matched = first ? graphemes.findIndex(({ index }) => index >= first.start) : 0;
  // A third before the match, the rest after it; from the beginning where the match is near it.
  let begin = matched > (width * 2) / 3 ? matched - Math.floor(width / 3) : 0;
  const wordStart = graphemes.findIndex(({ segment }, i) => i >= begin && segment === ' ');
  if (begin > 0 && wordStart > 0 && wordStart < matched) begin = wordStart + 1;
  let shown = begin > 0 ? '…' : '';
  let columns = shown.length;
  for (const grapheme of graphemes.slice(begin)) {
    if (columns + grapheme.columns > width - 1) return `${shown.trimEnd()}…`;
    shown += grapheme.segment;
    columns += grapheme.columns;
  }
  return shown;
}
