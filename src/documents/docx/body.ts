import type { Draft } from '../assemble.ts';
import type { HiddenText } from '../types.ts';
import { type BodyParts, type Piece, RunReader } from './runs.ts';
import { shadeOf } from './styles.ts';
import { rowLines } from './tables.ts';
import { child, flag, valOf, type Xml } from './xml.ts';

export interface BodyResult {
  drafts: Draft[];
  hidden: HiddenText[];
  pages: number | null;
  tables: number;
  images: number;
  columns: number;
  textBoxes: number;
}

/** Walks a part's paragraphs and tables in their order; text boxes follow the paragraph that they hang on. */
export class BodyReader {
  readonly #parts: BodyParts;
  readonly #runs: RunReader;
  /** The colour behind the cell or box that is being read; `unknown` where a style or a shape sets it. */
  #behind: string | null = null;
  #tables = 0;
  #columns = 1;
  #textBoxes = 0;

  constructor(parts: BodyParts) {
    this.#parts = parts;
    this.#runs = new RunReader(parts);
  }

  read(root: Xml): BodyResult {
    const drafts = this.#blocks(child(root, 'w:body') ?? root);
    const { page, hidden, images, sawPageBreak } = this.#runs;
    return {
      drafts,
      hidden,
      images,
      pages: sawPageBreak ? page : null,
      tables: this.#tables,
      columns: this.#columns,
      textBoxes: this.#textBoxes,
    };
  }

  #blocks(container: Xml): Draft[] {
    return container.children.flatMap((block) => this.#block(block));
  }

  #block(block: Xml): Draft[] {
    switch (block.name) {
      case 'w:p':
        return this.#paragraph(block);
      case 'w:tbl':
        return this.#table(block);
      case 'w:sectPr':
        this.#section(block);
        return [];
      case 'w:del':
      case 'w:moveFrom':
        return [];
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        return this.#blocks(block);
      default:
        return [];
    }
  }

  #section(section: Xml): void {
    const columns = Number(child(section, 'w:cols')?.attributes['w:num'] ?? 1);
    if (columns > this.#columns && columns <= 10) this.#columns = columns;
  }

  #paragraph(paragraph: Xml): Draft[] {
    const properties = child(paragraph, 'w:pPr');
    const section = child(properties, 'w:sectPr');
    if (section) this.#section(section);
    const style = valOf(properties, 'w:pStyle');
    const numbering = child(properties, 'w:numPr');
    const isItem = numbering
      ? valOf(numbering, 'w:numId') !== '0'
      : this.#parts.styles.isList(style) && !/^Heading/i.test(style ?? '');
    if (flag(properties, 'w:pageBreakBefore') && this.#runs.page > 0) this.#runs.turnPage();
    const { pieces, boxes } = this.#runs.read(paragraph, {
      ...this.#parts.styles.paragraph(style),
      behind: shadeOf(properties) ?? this.#behind,
    });
    const lines = toDrafts(pieces, isItem);
    for (const box of boxes) {
      this.#textBoxes++;
      lines.push(...this.#over('unknown', () => this.#blocks(box)));
    }
    return lines;
  }

  #table(table: Xml): Draft[] {
    this.#tables++;
    const drafts: Draft[] = [];
    const properties = child(table, 'w:tblPr');
    const byStyle = valOf(properties, 'w:tblStyle') === undefined ? null : 'unknown';
    const behind = shadeOf(properties) ?? byStyle ?? this.#behind;
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row).map((cell) =>
        this.#over(shadeOf(child(cell, 'w:tcPr')) ?? behind, () => this.#blocks(cell)),
      );
      const { lines, columns } = rowLines(cells);
      if (columns > this.#columns) this.#columns = columns;
      drafts.push(...lines);
    }
    return drafts;
  }

  #over(behind: string | null, read: () => Draft[]): Draft[] {
    const before = this.#behind;
    this.#behind = behind;
    const drafts = read();
    this.#behind = before;
    return drafts;
  }
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml']);

function inside(xml: Xml, name: string): Xml[] {
  return xml.children.flatMap((inner) =>
    inner.name === name ? [inner] : wrappers.has(inner.name) ? inside(inner, name) : [],
  );
}

const rowsOf = (table: Xml) => inside(table, 'w:tr');
/** A cell that goes on a cell above it holds nothing of its own. */
const cellsOf = (row: Xml) => inside(row, 'w:tc');

/** A paragraph's lines: breaks inside it start new ones. */
function toDrafts(pieces: Piece[], isItem: boolean): Draft[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === '\n') lines.push([]);
    else lines.at(-1)!.push(piece);
  }
  return lines.map((line, i) => {
    const shown = line.filter(({ text }) => text.trim() !== '');
    const text = line.map((piece) => piece.text).join('');
    const first = shown[0] ?? line[0];
    return {
      text: isItem && i === 0 && text.trim() !== '' ? `• ${text.trimStart()}` : text,
      page: first?.page ?? pieces[0]?.page ?? 1,
      x: null,
      y: null,
      width: null,
      size: shown.length > 0 ? Math.max(...shown.map(({ size }) => size)) : null,
      bold: shown.length > 0 && shown.every(({ bold }) => bold),
      links: linksOf(line),
    };
  });
}

/** A link's words may be several runs. */
function linksOf(line: Piece[]): { url: string; words: string }[] {
  const links: { url: string; words: string }[] = [];
  let last: string | null = null;
  for (const { url, text } of line) {
    if (url !== null && url === last) links.at(-1)!.words += text;
    else if (url !== null) links.push({ url, words: text });
    last = url;
  }
  return links;
}
