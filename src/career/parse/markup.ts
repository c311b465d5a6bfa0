import { Piece } from './piece.ts';

/** A link's address as it stands in the text itself, with the place of the words that carry it. */
export interface TextLink {
  url: string;
  start: number;
  end: number;
}

/** What a reader does not see; the joiners within words of Persian and Hindi stay. */
const invisible =
  /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]|\ufe0f/;

interface Cut {
  from: number;
  to: number;
}

/** Pairs of emphasis marks (`**`, `__`, `*`, `_`, `` ` ``), the brackets and address of a Markdown link, HTML breaks. */
function cuts(raw: string, offset: number, links: TextLink[]): Cut[] {
  const found: Cut[] = [];
  for (const match of raw.matchAll(/!?\[([^\][]{1,200})\]\(\s*<?([^\s()<>]{1,500})>?(?:\s+"[^"]*")?\s*\)/g)) {
    const textStart = match.index + match[0].indexOf('[') + 1;
    const textEnd = textStart + match[1]!.length;
    found.push({ from: match.index, to: textStart }, { from: textEnd, to: match.index + match[0].length });
    links.push({ url: match[2]!, start: offset + textStart, end: offset + textEnd });
  }
  for (const match of raw.matchAll(/<((?:https?:\/\/|mailto:)?[^\s<>]+[@.][^\s<>]+)>/g)) {
    found.push({ from: match.index, to: match.index + 1 });
    found.push({ from: match.index + match[0].length - 1, to: match.index + match[0].length });
  }
  for (const match of raw.matchAll(/<\/?(?:br|b|i|u|em|strong|p|div|span)\s*\/?>/gi)) {
    found.push({ from: match.index, to: match.index + match[0].length });
  }
  const emphasis =
    /(?<![\p{L}\d*_`\\])(\*\*\*|___|\*\*|__|\*|_|`)(?=\S)(.{1,400}?)(?<=\S)\1(?![\p{L}\d*_`])/gu;
  const inner = (text: string, at: number) => {
    for (const match of text.matchAll(emphasis)) {
      const mark = match[1]!.length;
      const start = at + match.index;
      found.push({ from: start, to: start + mark });
      found.push({ from: start + match[0].length - mark, to: start + match[0].length });
      inner(match[2]!, start + mark);
    }
  };
  inner(raw, 0);
  return found;
}

/** A line without its markup and invisible characters; every kind of space is a plain one, tabs stay. */
export function withoutMarkup(raw: string, offset: number, links: TextLink[]): Piece {
  const isCut = new Uint8Array(raw.length);
  if (/[*_`[<]/.test(raw)) {
    for (const { from, to } of cuts(raw, offset, links)) isCut.fill(1, from, to);
  }
  let text = '';
  const offsets: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const char = raw[i]!;
    if (isCut[i] || invisible.test(char)) continue;
    if (char === '\\' && /[*_`#[\]()\\|+.!-]/.test(raw[i + 1] ?? '')) continue;
    text += char !== '\t' && /\s/.test(char) ? ' ' : char;
    offsets.push(offset + i);
  }
  return new Piece(text, offsets);
}
