import { parseColour, type Rgb } from '../text/colours.ts';
import { identity, type Matrix } from './matrix.ts';

/** What pdf.js tells of a font, as far as it is used here. */
export interface Font {
  name?: string;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
  fontMatrix?: ArrayLike<number>;
}

/** The part of PDF's graphics state (ISO 32000, 8.4 and 9.3) that decides where text stands and how it looks. */
export interface GraphicsState {
  ctm: Matrix;
  font: Font | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling, 1 for none. */
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** Null for patterns and shadings: no single colour. */
  fill: Rgb | null;
  alpha: number;
  /** What may be painted on, as left, top, right, bottom on the page. */
  clip: Box;
}

export type Box = readonly [left: number, top: number, right: number, bottom: number];

export function initialState(ctm: Matrix = identity): GraphicsState {
  return {
    ctm,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: [0, 0, 0],
    alpha: 1,
    clip: [-Infinity, -Infinity, Infinity, Infinity],
  };
}

/** A colour as pdf.js hands it over, `#rrggbb`. */
export function fillColour(value: unknown): Rgb | null {
  return typeof value === 'string' ? parseColour(value) : null;
}
