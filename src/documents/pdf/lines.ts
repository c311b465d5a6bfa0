import type { Draft } from '../assemble.ts';
import type { PageBlock } from './flow.ts';
import type { Dot } from './page.ts';
import type { Fragment, Row } from './rows.ts';

/** A link's area on its page. */
export interface LinkArea {
  page: number;
  url: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A wider gap within a line than this, in font sizes, is a tab: a date at the margin, the cells of a row. */
const tabGap = 1.6;
/** Rows further apart than this, in font sizes, have a blank line between them. */
const blankGap = 1.9;
/** Fonts whose letters are signs: `l` and `§` are bullets. */
const signFonts = /wingdings|symbol|dingbat|webdings|awesome|material|icon/i;

/** The lines of blocks in their order, with links put to the words that carry them. */
export function toDrafts(blocks: PageBlock[], links: LinkArea[], dots: Map<number, Dot[]>): Draft[] {
  const drafts: Draft[] = [];
  for (const { page, rows } of blocks) {
    if (drafts.length > 0) drafts.push(blank(page));
    let before: Row | null = null;
    for (const row of rows) {
      if (before && row.y - before.y > blankGap * Math.max(before.size, row.size)) drafts.push(blank(page));
      drafts.push(lineOf(row, page, links, dots.get(page) ?? []));
      before = row;
    }
  }
  return drafts;
}

export const blank = (page: number): Draft => ({
  text: '',
  page,
  x: null,
  y: null,
  width: null,
  size: null,
  bold: false,
});

function lineOf({ y, size, fragments }: Row, page: number, links: LinkArea[], dots: Dot[]): Draft {
  const [first] = fragments as [Fragment, ...Fragment[]];
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  return {
    text: hasDot(dots, first, y, size) ? `• ${textOf(fragments)}` : textOf(fragments),
    page,
    x: round(first.left),
    y: round(y),
    width: round(right - first.left),
    size: round(size),
    // A title stays one beside a date in plain type.
    bold: first.bold,
    wraps: true,
    links: links
      .filter((link) => link.page === page && link.top <= y - size * 0.2 && link.bottom >= y - size * 0.4)
      .map(({ url, left, right: end }) => ({ url, words: wordsBetween(fragments, left, end) }))
      .filter(({ words }) => words.trim() !== ''),
  };
}

/** Browsers draw the bullets of lists as shapes, a little to the left of the text. */
function hasDot(dots: Dot[], { left }: Fragment, y: number, size: number): boolean {
  return dots.some((dot) => {
    const gap = left - dot.x;
    return gap > size * 0.3 && gap < size * 2.5 && dot.y < y && dot.y > y - size * 0.8;
  });
}

function textOf(fragments: Fragment[]): string {
  let text = '';
  let end: number | null = null;
  for (const [i, fragment] of ordered(fragments).entries()) {
    const gap = end === null ? 0 : Math.abs(fragment.left - end);
    const isSign = signFonts.test(fragment.font) && fragment.text.trim().length === 1;
    const part = isSign ? (i === 0 ? '•' : ' ') : bulletLetter(fragment, i, fragments.length);
    const afterBullet = /^[^\p{L}\p{N}]?$/u.test(text.trim());
    text += end === null ? part : `${gap > tabGap * fragment.size && !afterBullet ? '\t' : ' '}${part}`;
    end = fragment.right;
  }
  return text;
}

/** Word writes an «o» of Courier as the bullet of the second level. */
function bulletLetter(fragment: Fragment, i: number, count: number): string {
  const isBullet = i === 0 && count > 1 && fragment.text.trim() === 'o' && /courier/i.test(fragment.font);
  if (isBullet) return '•';
  if (signFonts.test(fragment.font)) return fragment.text.replace(/^\s*[^\s](?=\s)/, i === 0 ? '•' : ' ');
  return fragment.text.replace(/^o(?= )/, /courier/i.test(fragment.font) ? '•' : 'o');
}

/** Rows of a language that is written from the right begin there. */
function ordered(fragments: Fragment[]): Fragment[] {
  const text = fragments.map((fragment) => fragment.text).join('');
  const foreign = text.match(/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/g)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return foreign > letters / 2 ? fragments.toReversed() : fragments;
}

function wordsBetween(fragments: Fragment[], left: number, right: number): string {
  return fragments
    .flatMap(({ glyphs }) => glyphs)
    .filter((glyph) => (glyph.left + glyph.right) / 2 >= left && (glyph.left + glyph.right) / 2 <= right)
    .map(({ text }) => text)
    .join('')
    .trim();
}

const round = (value: number) => Math.round(value * 100) / 100;
