import type { Glyph } from './page.ts';

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const leftToRight = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;

/**
 * Text of glyphs that stand from left to right. Arabic and Hebrew are read from the right: the glyphs are turned round,
 * and Latin words and numbers among them, which run the other way, turned back.
 */
export function inReadingOrder(glyphs: Glyph[]): string {
  const text = glyphs.map((glyph) => glyph.text).join('');
  const foreign = [...text].filter((character) => rightToLeft.test(character)).length;
  if (foreign === 0) return text;
  const letters = [...text].filter((character) => /\p{L}/u.test(character)).length;
  if (foreign * 2 < letters) return withIslandsTurned(glyphs);
  const turned = glyphs.toReversed();
  const result: string[] = [];
  let island: Glyph[] = [];
  const flush = () => {
    // Spaces at an island's end belong to the text around it.
    const spaces: string[] = [];
    while (island.length > 0 && !leftToRight.test(island.at(-1)!.text)) spaces.unshift(island.pop()!.text);
    result.push(...island.toReversed().map((glyph) => glyph.text), ...spaces);
    island = [];
  };
  for (const glyph of turned) {
    if (leftToRight.test(glyph.text)) island.push(glyph);
    else if (island.length > 0 && !rightToLeft.test(glyph.text)) island.push(glyph);
    else {
      flush();
      result.push(glyph.text);
    }
  }
  flush();
  return result.join('');
}

/** A few Arabic or Hebrew words within a line that is read from the left. */
function withIslandsTurned(glyphs: Glyph[]): string {
  const result: string[] = [];
  let island: string[] = [];
  for (const { text } of glyphs) {
    if (rightToLeft.test(text) || (island.length > 0 && text.trim() === '')) island.push(text);
    else {
      result.push(...island.toReversed(), text);
      island = [];
    }
  }
  return [...result, ...island.toReversed()].join('');
}
