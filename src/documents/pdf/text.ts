import { apply, type Matrix } from './matrix.ts';
import type { Glyph, Run } from './page.ts';
import type { GraphicsState } from './state.ts';

/** A character as pdf.js hands it over; numbers between them are kerning in thousandths. */
export interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: ArrayLike<number> | null;
}

interface Pen {
  state: GraphicsState;
  /** From text space to the page. */
  matrix: Matrix;
  x: number;
  y: number;
}

/** Text is written upright, give or take this many degrees; anything else is set apart. */
const upright = 3;

/** Where a piece of text comes to stand (ISO 32000, 9.4.4), and where the pen is after it. */
export function drawText(glyphs: (PdfGlyph | number)[], pen: Pen): { x: number; runs: Omit<Run, 'order'>[] } {
  const { state, matrix, y } = pen;
  const { fontSize, charSpacing, wordSpacing, scale, font } = state;
  const perUnit = font?.fontMatrix?.[0] ?? 0.001;
  const size = Math.abs(fontSize) * Math.hypot(matrix[2], matrix[3]);
  const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  const placed: Glyph[] = [];
  let x = pen.x;
  let first: [number, number] | null = null;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      x -= (glyph / 1_000) * fontSize * scale;
      continue;
    }
    const advance = glyph.width * perUnit * fontSize * scale;
    const from = apply(matrix, x, y + state.rise);
    const to = apply(matrix, x + advance, y + state.rise);
    first ??= from;
    const [left, right] = along(from, to, angle);
    const text = glyph.unicode || (glyph.isSpace ? ' ' : '');
    if (text !== '') placed.push({ text, left: Math.min(left, right), right: Math.max(left, right) });
    x += advance + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
  }
  if (placed.length === 0 || first === null) return { x, runs: [] };
  const left = Math.min(...placed.map((glyph) => glyph.left));
  const run: Omit<Run, 'order'> = {
    text: placed.map(({ text }) => text).join(''),
    x: left,
    x0: first[0],
    y: first[1],
    width: Math.max(...placed.map((glyph) => glyph.right)) - left,
    size,
    bold: isBold(state),
    font: font?.name ?? '',
    glyphs: placed,
    angle: Math.abs(angle) < upright ? 0 : Math.round(angle),
    colour: state.fill,
    hidden: state.alpha < 0.05 ? 'hidden' : null,
    invisible: state.mode === 3 || state.mode === 7,
  };
  return { x, runs: [run] };
}

/** Distance along the direction of writing, so that gaps of turned text are measured too. */
function along(from: [number, number], to: [number, number], angle: number): [number, number] {
  if (Math.abs(angle) < upright) return [from[0], to[0]];
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return [from[0] * cos + from[1] * sin, to[0] * cos + to[1] * sin];
}

/** By the font's name, for few files say it otherwise; text that is filled and outlined looks bold too. */
function isBold({ font, mode }: GraphicsState): boolean {
  if (mode === 2) return true;
  if (!font) return false;
  return (
    Boolean(font.bold || font.black) ||
    /bold|black|heavy|semibold|demi|-bd|[-,]b(i|$)|cmbx|sfbx/i.test(font.name ?? '')
  );
}
