import type { Glyph } from './page.ts';

/** Accents that stand alone, with the combining character of each. */
const accents: Record<string, string> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¸': '\u0327',
  '˚': '\u030A',
  ˇ: '\u030C',
  '˘': '\u0306',
  '˙': '\u0307',
};
const isLetter = (text: string) => /^\p{L}$/u.test(text === 'ı' ? 'i' : text);

/** Puts accents that were drawn over a letter (as TeX does) onto it: ´ and e become é. */
export function composeAccents(glyphs: Glyph[]): Glyph[] {
  if (!glyphs.some(({ text }) => text in accents)) return glyphs;
  const result: Glyph[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    const next = glyphs[i + 1];
    const last = result.at(-1);
    const mark = accents[glyph.text];
    if (mark && next && isLetter(next.text) && overlap(glyph, next)) {
      result.push(combined(next, mark));
      i++;
    } else if (mark && last && isLetter(last.text) && overlap(glyph, last)) {
      result[result.length - 1] = combined(last, mark);
    } else {
      result.push(glyph);
    }
  }
  return result;
}

function combined(letter: Glyph, mark: string): Glyph {
  const base = letter.text === 'ı' ? 'i' : letter.text;
  return { ...letter, text: (base + mark).normalize('NFC') };
}

function overlap(a: Glyph, b: Glyph): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 * Math.min(a.right - a.left, b.right - b.left)
  );
}
