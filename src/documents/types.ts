/** What a file turned out to be, told by its content. */
export type DocumentKind = 'pdf' | 'docx' | 'markdown' | 'text' | 'html' | 'json';

/** A line as it stands on the page; `start` and `end` are its place in the document's text. */
export interface Line {
  start: number;
  end: number;
  /** From 1. */
  page: number;
  /** Of the line's left end and baseline, in points from the page's upper left corner; null where there is no layout. */
  x: number | null;
  y: number | null;
  width: number | null;
  /** Font size in points. */
  size: number | null;
  bold: boolean;
}

/** Text that a reader of the page does not see: white on white, tiny, off the page, or marked as hidden. */
export interface HiddenText {
  text: string;
  /** Why it is not seen. */
  how: 'colour' | 'size' | 'outside' | 'hidden' | 'covered';
  page: number | null;
}

export interface DocumentWarning {
  code: string;
  message: string;
}

/** A document's text in reading order (columns one after the other), with where its lines stand. */
export interface ReadDocument {
  kind: DocumentKind;
  /** Lines end in \n; a wide gap within a line (a date at the margin, a cell) is a tab, but plain text keeps its margins and gaps; NFC; hidden text is left out. */
  text: string;
  lines: Line[];
  pages: number | null;
  /** Addresses of links in reading order, with the place of the text that carries each, where known. */
  links: { url: string; start: number | null; end: number | null }[];
  hidden: HiddenText[];
  /** What the layout does to programs that read the file: columns, tables, text boxes, headers, images. */
  layout: { columns: number; tables: number; images: number; headerFooterText: boolean };
  warnings: DocumentWarning[];
}
