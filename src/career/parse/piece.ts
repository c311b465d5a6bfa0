import type { Span } from '../resume/index.ts';

/** What stands in the document at no place: a space between two lines that were joined. */
const nowhere = -1;

/** A value of the CV with where it stands in the document. */
export interface Field {
  value: string;
  spans: Span[];
}

/**
 * A stretch of the document that was cleaned (markup, joined lines) and still knows where each of its characters stands,
 * so that whatever is cut out of it has its source spans.
 */
export class Piece implements Field {
  readonly text: string;
  readonly #offsets: number[];
  #spans: Span[] | undefined;

  constructor(text: string, offsets: number[]) {
    this.text = text;
    this.#offsets = offsets;
  }

  static at(text: string, start: number): Piece {
    return new Piece(
      text,
      Array.from({ length: text.length }, (_, i) => start + i),
    );
  }

  static join(pieces: Piece[], separator = ' '): Piece {
    let text = '';
    const offsets: number[] = [];
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) {
        text += separator;
        for (let k = 0; k < separator.length; k++) offsets.push(nowhere);
      }
      text += piece.text;
      for (const offset of piece.#offsets) offsets.push(offset);
    }
    return new Piece(text, offsets);
  }

  get isEmpty(): boolean {
    return this.text.trim() === '';
  }

  /** The text with every run of white space as one space; the end of a paragraph stays one. */
  get value(): string {
    return this.text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim();
  }

  get start(): number {
    return this.spans[0]?.start ?? 0;
  }

  /** Its places in the document: one for every line it came from. */
  get spans(): Span[] {
    this.#spans ??= this.#readSpans();
    return this.#spans;
  }

  #readSpans(): Span[] {
    const spans: Span[] = [];
    let open: Span | undefined;
    const { text } = this;
    for (let i = 0; i < text.length; i++) {
      const offset = this.#offsets[i]!;
      if (offset === nowhere || (open && offset < open.end)) open = undefined;
      if (offset === nowhere || (!open && /\s/.test(text[i]!))) continue;
      if (!open) {
        open = { start: offset, end: offset + 1 };
        spans.push(open);
      } else if (!/\s/.test(text[i]!)) {
        open.end = offset + 1;
      }
    }
    return spans;
  }

  slice(start: number, end = this.text.length): Piece {
    return new Piece(this.text.slice(start, end), this.#offsets.slice(start, end));
  }

  trim(): Piece {
    const start = this.text.length - this.text.trimStart().length;
    return this.slice(start, Math.max(start, this.text.trimEnd().length));
  }

  /** Without the punctuation and brackets that are left over at the ends once something was cut out. */
  tidy(): Piece {
    const start = /^[\s,;:|·•–—\-/&@)\]]*/.exec(this.text)![0].length;
    let piece = this.slice(start).trim();
    for (;;) {
      const rest = piece.text.replace(/[\s,;:|·•–—\-/@([]+$/, '');
      const isOpen = rest.endsWith(')') && !rest.includes('(');
      const end = isOpen ? rest.length - 1 : rest.length;
      if (end === piece.text.length) break;
      piece = piece.slice(0, end).trim();
    }
    const whole = /^\((.*)\)$/.exec(piece.text);
    return whole && !/[()]/.test(whole[1]!) ? piece.slice(1, piece.text.length - 1).trim() : piece;
  }

  /** What stands between the matches of a global expression; empty pieces are left out. */
  split(separator: RegExp): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of this.text.matchAll(separator)) {
      pieces.push(this.slice(from, match.index));
      from = match.index + match[0].length;
    }
    pieces.push(this.slice(from));
    return pieces.map((piece) => piece.trim()).filter((piece) => piece.text !== '');
  }

  /** Without a stretch of it; a bar stays where it was. */
  without(start: number, end: number): Piece {
    return Piece.join([this.slice(0, start), this.slice(end)], ' \t ');
  }
}
