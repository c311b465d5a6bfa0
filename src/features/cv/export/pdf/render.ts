import { Font, renderToBuffer } from '@react-pdf/renderer';
import type { Resume } from '../../../../career/resume/index.ts';
import { resumeText } from '../../../../career/resume/index.ts';
import { resumeDocument } from './document.ts';
import { fontFor } from './fonts.ts';
import { type PlainPart, plainDocument } from './plain.ts';

/** The letters that none of our fonts has; in a file they would be empty boxes. */
export class LettersMissing extends Error {
  readonly letters: string[];
  constructor(letters: string[]) {
    super('no font has all letters');
    this.name = 'LettersMissing';
    this.letters = letters;
  }
}

/** The part of a loaded font that we ask; the package does not declare it. */
interface Letters {
  hasGlyphForCodePoint(code: number): boolean;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;

/** Paragraphs and lists, such as a letter, as PDF. Throws LettersMissing where they could not be written whole. */
export async function plainPdf(given: readonly PlainPart[]): Promise<Uint8Array> {
  const parts = JSON.parse(JSON.stringify(given).normalize('NFC')) as PlainPart[];
  const text = parts.flatMap((part) => (part.kind === 'list' ? part.items : part.lines)).join('\n');
  return new Uint8Array(await renderToBuffer(plainDocument(parts, await settingOf(text)) as never));
}

/** A resume as PDF. Throws LettersMissing where it could not be written whole. */
export async function resumePdf(resume: Resume): Promise<Uint8Array> {
  const composed = JSON.parse(JSON.stringify(resume).normalize('NFC')) as Resume;
  const setting = await settingOf(resumeText(composed));
  return new Uint8Array(await renderToBuffer(resumeDocument(composed, setting) as never));
}

async function settingOf(text: string): Promise<{ font: string; rightToLeft: boolean }> {
  const font = fontFor(text);
  if (font !== 'Helvetica') await refuseUnknownLetters(text, font);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return { font, rightToLeft: (text.match(RIGHT_TO_LEFT)?.length ?? 0) > letters / 2 };
}

async function refuseUnknownLetters(text: string, fontFamily: string): Promise<void> {
  await Font.load({ fontFamily, fontWeight: 700 });
  await Font.load({ fontFamily, fontWeight: 400 });
  // Both are loaded, so that neither is null.
  const fonts = [400, 700].map(
    (fontWeight) => Font.getFont({ fontFamily, fontWeight })?.data as unknown as Letters,
  );
  const missing = [...new Set(text)].filter((letter) => {
    const code = letter.codePointAt(0)!;
    return !/\s/.test(letter) && fonts.some((font) => !font.hasGlyphForCodePoint(code));
  });
  if (missing.length > 0) throw new LettersMissing(missing);
}
