import { OPS } from 'unpdf/pdfjs';
import { apply, type Matrix, multiply } from './matrix.ts';
import type { Area, Dot, PageContent, Run } from './page.ts';
import { type Box, type Font, fillColour, type GraphicsState, initialState } from './state.ts';
import { drawText, type PdfGlyph } from './text.ts';

export interface Operators {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}

export interface PageBox {
  /** From the page's own units to points from its upper left corner. */
  transform: Matrix;
  width: number;
  height: number;
}

const fillOperators = new Set<number>(
  [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke].filter(
    (operator) => operator !== undefined,
  ),
);
const imageOperators = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
]);

/** Smaller areas (in square points) are lines and dots, behind which nothing is read. */
const smallestArea = 50;
/** A drawing may be made of a million shapes. */
const mostAreas = 3_000;

/**
 * Follows a page's operators and notes where each run of text stands, in what font and colour, and what was painted
 * before and after it. The text is read from the operators because only they tell what a reader does not see.
 */
export class Interpreter {
  readonly #box: PageBox;
  readonly #fontOf: (id: string) => Font | null;
  readonly #runs: Run[] = [];
  readonly #areas: Area[] = [];
  readonly #dots: Dot[] = [];
  readonly #stack: GraphicsState[] = [];
  #state: GraphicsState;
  #textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #images = 0;
  /** The path that comes next is a clip. */
  #isClipping = false;
  #order = 0;

  constructor(box: PageBox, fontOf: (id: string) => Font | null) {
    this.#box = box;
    this.#fontOf = fontOf;
    this.#state = initialState(box.transform);
  }

  read({ fnArray, argsArray }: Operators): PageContent {
    for (let i = 0; i < fnArray.length; i++) this.#do(fnArray[i]!, (argsArray[i] ?? []) as unknown[]);
    const { width, height } = this.#box;
    return { width, height, runs: this.#runs, areas: this.#areas, dots: this.#dots, images: this.#images };
  }

  #do(operator: number, args: unknown[]) {
    this.#order++;
    if (imageOperators.has(operator)) return this.#image();
    const state = this.#state;
    switch (operator) {
      case OPS.save:
        this.#save();
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#state = this.#stack.pop() ?? state;
        return;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as number[]);
        return;
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (args[0]) this.#state.ctm = multiply(this.#state.ctm, args[0] as number[]);
        return;
      case OPS.beginAnnotation:
        this.#save();
        this.#state = initialState(this.#box.transform);
        for (const matrix of [args[2], args[3]])
          if (matrix) this.#state.ctm = multiply(this.#state.ctm, matrix as number[]);
        return;
      case OPS.setFillRGBColor:
        state.fill = fillColour(args[0]);
        return;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.fill = null;
        return;
      case OPS.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, unknown][])
          if (key === 'ca' && typeof value === 'number') state.alpha = value;
        return;
      case OPS.constructPath:
        return this.#path(Number(args[0]), args[2] as ArrayLike<number> | null);
      case OPS.clip:
      case OPS.eoClip:
        this.#isClipping = true;
        return;
      default:
        this.#text(operator, args, state);
    }
  }

  #text(operator: number, args: unknown[], state: GraphicsState) {
    const [first, second] = args as [number, number];
    switch (operator) {
      case OPS.beginText:
        return this.#setTextMatrix([1, 0, 0, 1, 0, 0]);
      case OPS.setTextMatrix:
        return this.#setTextMatrix((args.length >= 6 ? args : args[0]) as ArrayLike<number>);
      case OPS.moveText:
        return this.#move(first, second);
      case OPS.setLeadingMoveText:
        state.leading = second;
        return this.#move(first, second);
      case OPS.nextLine:
        return this.#move(0, state.leading);
      case OPS.setFont:
        state.font = this.#fontOf(String(args[0]));
        state.fontSize = second;
        return;
      case OPS.setCharSpacing:
        state.charSpacing = first;
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = first;
        return;
      case OPS.setHScale:
        state.scale = first / 100;
        return;
      case OPS.setLeading:
        state.leading = -first;
        return;
      case OPS.setTextRise:
        state.rise = first;
        return;
      case OPS.setTextRenderingMode:
        state.mode = first;
        return;
      case OPS.showText:
      case OPS.showSpacedText:
        return this.#show(args[0] as (PdfGlyph | number)[]);
      default:
    }
  }

  #show(glyphs: (PdfGlyph | number)[]): void {
    const drawn = drawText(glyphs, {
      state: this.#state,
      matrix: multiply(this.#state.ctm, this.#textMatrix),
      x: this.#x,
      y: this.#y,
    });
    this.#x = drawn.x;
    for (const run of drawn.runs) this.#runs.push({ ...run, order: this.#order });
  }

  #setTextMatrix(matrix: ArrayLike<number>): void {
    this.#textMatrix = Array.from(matrix) as unknown as Matrix;
    this.#x = this.#lineX = 0;
    this.#y = this.#lineY = 0;
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
  }

  /** A path is filled, or narrows what may be painted on from here, or only outlined. */
  #path(operator: number, bounds: ArrayLike<number> | null): void {
    const state = this.#state;
    const box = bounds && bounds.length >= 4 ? this.#toPage(Array.from(bounds) as unknown as Box) : null;
    if (box && fillOperators.has(operator) && state.alpha >= 0.05) {
      this.#area(box, state.fill, state.alpha > 0.99);
      this.#dot(box);
    }
    if (box && this.#isClipping) state.clip = intersection(state.clip, box);
    this.#isClipping = false;
  }

  #dot([left, top, right, bottom]: Box): void {
    const [width, height] = [right - left, bottom - top];
    const isDot = width > 1 && width < 8 && height < 8 && height > 1 && Math.abs(width - height) < 1;
    if (isDot && this.#dots.length < mostAreas)
      this.#dots.push({ x: (left + right) / 2, y: (top + bottom) / 2 });
  }

  /** A picture fills the unit square of its coordinates. */
  #image(): void {
    this.#images++;
    this.#area(this.#toPage([0, 0, 1, 1]), null, false);
  }

  #toPage([x1, y1, x2, y2]: Box): Box {
    const { ctm } = this.#state;
    const corners = [apply(ctm, x1, y1), apply(ctm, x2, y2), apply(ctm, x1, y2), apply(ctm, x2, y1)];
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }

  #area(box: Box, colour: Area['colour'], opaque: boolean): void {
    const [left, top, right, bottom] = intersection(box, this.#state.clip);
    const isSmall = right <= left || bottom <= top || (right - left) * (bottom - top) < smallestArea;
    if (isSmall || this.#areas.length >= mostAreas) return;
    this.#areas.push({ left, right, top, bottom, colour, opaque, order: this.#order });
  }
}

function intersection(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
