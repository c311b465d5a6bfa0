import type { Rgb } from '../text/colours.ts';
import type { HiddenText } from '../types.ts';

/** Characters that were drawn together: one operator, or a part of one between two wide gaps. */
export interface Run {
  text: string;
  /** Of the left end and the baseline, in points from the page's upper left corner. */
  x: number;
  /** Of the first character, which at an angle is not the left end. */
  x0: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
  font: string;
  /** Characters with their left and right ends: what words and gaps are found by. */
  glyphs: Glyph[];
  /** The direction of writing in degrees, 0 for upright text. */
  angle: number;
  hidden: HiddenText['how'] | null;
  /** Null where it is filled with a pattern. */
  colour: Rgb | null;
  /** Drawn in the mode that paints nothing, as text recognition does under the picture of a page. */
  invisible: boolean;
  order: number;
}

export interface Glyph {
  text: string;
  left: number;
  right: number;
}

/** An area that was painted in one colour (null: a picture or a pattern). */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
  colour: Rgb | null;
  opaque: boolean;
  order: number;
}

export interface PageContent {
  width: number;
  height: number;
  runs: Run[];
  areas: Area[];
  dots: Dot[];
  images: number;
}

/** The middle of a small round or square shape: the bullet of a list, perhaps. */
export interface Dot {
  x: number;
  y: number;
}
