import { cleanText } from '../text/characters.ts';
import { contrast, minContrast, parseColour } from '../text/colours.ts';
import type { HiddenText } from '../types.ts';
import { changeOf, type Look, type Styles } from './styles.ts';
import { child, descendants, textBoxesIn, valOf, type Xml } from './xml.ts';

export interface BodyParts {
  styles: Styles;
  /** Addresses by relation id. */
  links: Map<string, string>;
}

/** A bit of a paragraph that looks the same throughout; a line break is a piece of its own. */
export interface Piece {
  text: string;
  bold: boolean;
  size: number;
  page: number;
  url: string | null;
}

interface Place {
  look: Look;
  url: string | null;
}

/** What a paragraph is made of below its properties that is no text of the document. */
const skipped = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:delText', 'w:rt', 'w:fldData']);
const smallest = 2;

/** Reads the runs of paragraphs, and counts on the way what only runs know: pages and pictures. */
export class RunReader {
  page = 1;
  images = 0;
  sawPageBreak = false;
  readonly hidden: HiddenText[] = [];
  readonly #parts: BodyParts;
  #pieces: Piece[] = [];
  #boxes: Xml[] = [];
  /** Fields in the making, outermost first: their instruction, and whether their result has begun. */
  #fields: { instruction: string; inResult: boolean }[] = [];

  constructor(parts: BodyParts) {
    this.#parts = parts;
  }

  read(paragraph: Xml, look: Look): { pieces: Piece[]; boxes: Xml[] } {
    this.#pieces = [];
    this.#boxes = [];
    this.#children(paragraph, { look, url: null });
    return { pieces: this.#pieces, boxes: this.#boxes };
  }

  turnPage(): void {
    this.page++;
    this.sawPageBreak = true;
  }

  #children(xml: Xml, place: Place): void {
    for (const inner of xml.children) this.#visit(inner, place);
  }

  #visit(xml: Xml, place: Place) {
    if (skipped.has(xml.name)) return;
    switch (xml.name) {
      case 'w:r':
        return this.#run(xml, place);
      case 'w:hyperlink': {
        const url = this.#parts.links.get(xml.attributes['r:id'] ?? '') ?? place.url;
        return this.#children(xml, { ...place, url });
      }
      case 'w:fldSimple':
        return this.#children(xml, { ...place, url: addressIn(xml.attributes['w:instr']) ?? place.url });
      case 'mc:AlternateContent':
        return this.#children(child(xml, 'mc:Choice') ?? child(xml, 'mc:Fallback') ?? xml, place);
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(xml);
      default:
        return this.#content(xml, place);
    }
  }

  #run(run: Xml, place: Place): void {
    const properties = child(run, 'w:rPr');
    const { styles } = this.#parts;
    const look = {
      ...place.look,
      ...styles.character(valOf(properties, 'w:rStyle')),
      ...changeOf(properties),
    };
    this.#children(run, { look, url: this.#fieldAddress() ?? place.url });
  }

  #content(xml: Xml, place: Place) {
    switch (xml.name) {
      case 'w:t':
        return this.#text(xml.text, place);
      case 'w:tab':
      case 'w:ptab':
        return this.#text('\t', place);
      case 'w:cr':
        return this.#text('\n', place);
      case 'w:br':
        if (xml.attributes['w:type'] === 'page') this.turnPage();
        return this.#text('\n', place);
      case 'w:lastRenderedPageBreak':
        return this.turnPage();
      case 'w:noBreakHyphen':
        return this.#text('-', place);
      case 'w:sym':
        return this.#text(symbol(xml.attributes['w:char']), place);
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field) field.instruction += xml.text;
        return;
      }
      case 'w:fldChar':
        return this.#field(xml.attributes['w:fldCharType']);
      default:
        return this.#children(xml, place);
    }
  }

  #text(text: string, { look, url }: Place) {
    if (this.#fields.some(({ inResult }) => !inResult)) return;
    const how = howHidden(look);
    if (how !== null && text.trim() !== '') return this.#hide(text, how);
    const { bold, size, caps } = look;
    const shown = caps ? text.toUpperCase() : text;
    this.#pieces.push({ text: shown, bold, size, page: this.page, url });
  }

  #hide(text: string, how: HiddenText['how']): void {
    const clean = cleanText(text);
    const last = this.hidden.at(-1);
    if (last?.how === how && last.page === this.page) last.text += clean;
    else this.hidden.push({ text: clean, how, page: this.page });
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ instruction: '', inResult: false });
    else if (type === 'separate' && this.#fields.length > 0) this.#fields.at(-1)!.inResult = true;
    else if (type === 'end') this.#fields.pop();
  }

  #fieldAddress(): string | null {
    for (const { instruction, inResult } of this.#fields) {
      const address = inResult ? addressIn(instruction) : null;
      if (address) return address;
    }
    return null;
  }

  #drawing(drawing: Xml): void {
    for (const { name } of descendants(drawing)) {
      if (name === 'pic:pic' || name === 'v:imagedata') this.images++;
    }
    this.#boxes.push(...textBoxesIn(drawing));
  }
}

/** Of a field HYPERLINK "https://…". */
function addressIn(instruction: string | undefined): string | null {
  return /\bHYPERLINK\s+"([^"]+)"/.exec(instruction ?? '')?.[1] ?? null;
}

/** A character of a symbol font, given in hexadecimal; all that CVs use of them are bullets and icons. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  return value > 0 && value <= 0xffff ? String.fromCharCode(value) : '';
}

function howHidden(look: Look): HiddenText['how'] | null {
  if (look.hidden) return 'hidden';
  if (look.size < smallest) return 'size';
  const colour = look.colour === null ? null : parseColour(look.colour);
  if (look.behind === 'unknown') return null;
  const behind = (look.behind === null ? null : parseColour(look.behind)) ?? [255, 255, 255];
  return colour !== null && contrast(colour, behind) < minContrast ? 'colour' : null;
}
