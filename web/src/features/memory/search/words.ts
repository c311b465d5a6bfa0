/** What a query and a text have in common, for marking: whole words that begin as a word of the query does. */
const shortest = 3;
const common = new Set(
  'the and for are was were what when where who how why did does can could would should you your that this with from have has had about tell will not but any all our their them they she him her his its'.split(
    ' ',
  ),
);

/** A word with the marks inside that belong to it: 52,000, Node.js, C++, it's. */
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[.,'’-](?=[\p{L}\p{N}])|[+#])*/gu;

/** The beginnings to mark in texts; endings differ («negotiate», «negotiating»), so they are cut. */
export function wordStarts(query: string): string[] {
  const words = query.toLocaleLowerCase().match(word) ?? [];
  const telling = words.filter((one) => !common.has(one) && (one.length >= shortest || /\p{N}/u.test(one)));
  return [...new Set(telling.map(stem))];
}

function stem(whole: string): string {
  if (/\p{N}/u.test(whole) || whole.length < 5) return whole;
  const cut = whole.replace(/(?:ations?|ating|ated|ates?|ings?|ed|es|e|s|ion|ment|ly)$/u, '');
  return cut.length >= 4 ? cut : whole;
}

export interface Piece {
  text: string;
  marked: boolean;
  /** Where it begins in the text. */
  start: number;
}

/** A text in pieces, the words that begin with one of `starts` marked. */
export function markedPieces(text: string, starts: readonly string[]): Piece[] {
  if (starts.length === 0) return [{ text, marked: false, start: 0 }];
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const folded = found.toLocaleLowerCase();
    if (!starts.some((start) => folded.startsWith(start))) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), marked: false, start: at });
    pieces.push({ text: found, marked: true, start: index });
    at = index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, start: at });
  return pieces;
}

/** As much of a long text as a list has room for, from shortly before the first mark. */
export function excerpt(text: string, starts: readonly string[], length = 420): string {
  if (text.length <= length) return text;
  const first = markedPieces(text, starts).find(({ marked }) => marked)?.start ?? 0;
  const from = first < length / 2 ? 0 : text.lastIndexOf(' ', first - 60) + 1;
  const to = from + length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}
