import { type Assembled, assemble, type Draft } from './assemble.ts';
import { UnreadableFile } from './failures.ts';
import { kindOfName, type Sniffed, sniff } from './kind.ts';
import { limits } from './limits.ts';
import { withoutLongRuns } from './text/characters.ts';
import { readMarkdown } from './text/markdown.ts';
import { readPlain } from './text/plain.ts';
import type { DocumentKind, DocumentWarning, HiddenText, ReadDocument } from './types.ts';

/** What a reader of one kind hands over; what is left out is none. */
interface Raw {
  drafts: Draft[];
  hidden?: HiddenText[];
  pages?: number | null;
  layout?: Partial<ReadDocument['layout']>;
  warnings?: DocumentWarning[];
  /** Links that no text carries. */
  links?: { url: string }[];
}

/** Reads a file of any kind; runs in the thread. Throws an UnreadableFile. */
export async function readDocument(bytes: Uint8Array, filename: string | undefined): Promise<ReadDocument> {
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (bytes.length > limits.fileBytes) throw new UnreadableFile('too_large');
  const sniffed = sniff(bytes, filename);
  const kind: DocumentKind = sniffed.kind === 'zip' ? 'docx' : sniffed.kind;
  if ('text' in sniffed && sniffed.text.length > limits.characters)
    throw new UnreadableFile('too_many_characters');
  if (sniffed.kind === 'json') return verbatim(sniffed.text, filename);
  const raw = await readRaw(bytes, sniffed);
  const assembled = assemble(raw.drafts);
  if (assembled.text.trim() === '') throw new UnreadableFile(raw.layout?.images ? 'image_only' : 'no_text');
  return {
    kind,
    ...withLinks(assembled, raw.links ?? []),
    pages: raw.pages ?? null,
    hidden: raw.hidden ?? [],
    layout: { ...plainLayout, ...raw.layout },
    warnings: [...nameWarning(kind, filename), ...(raw.warnings ?? []), ...runWarning(raw.drafts)],
  };
}

/** JSON is data: its text stays as it is. */
function verbatim(text: string, filename: string | undefined): ReadDocument {
  return {
    kind: 'json',
    text,
    lines: [],
    pages: null,
    links: [],
    hidden: [],
    layout: plainLayout,
    warnings: nameWarning('json', filename),
  };
}

const plainLayout = { columns: 1, tables: 0, images: 0, headerFooterText: false };

/** Each reader is loaded when a file first needs it: they bring megabytes of code. */
async function readRaw(bytes: Uint8Array, sniffed: Exclude<Sniffed, { kind: 'json' }>): Promise<Raw> {
  switch (sniffed.kind) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/index.ts');
      return readPdf(bytes);
    }
    case 'zip': {
      const { readDocx } = await import('./docx/index.ts');
      const { textBoxes, ...raw } = readDocx(bytes);
      if (textBoxes === 0) return raw;
      const message = `Some of the text stands in text boxes (${textBoxes}), which many programs do not read.`;
      return { ...raw, warnings: [{ code: 'text_boxes', message }] };
    }
    case 'markdown': {
      const { tables, ...raw } = readMarkdown(sniffed.text);
      return { ...raw, layout: { tables } };
    }
    case 'html': {
      const { readHtml } = await import('./text/html.ts');
      const { tables, images, ...raw } = readHtml(sniffed.text);
      return { ...raw, layout: { tables, images } };
    }
    case 'text':
      return { drafts: readPlain(sniffed.text) };
  }
}

function withLinks(assembled: Assembled, bare: { url: string }[]): Assembled {
  const links = bare.map(({ url }) => ({ url, start: null, end: null }));
  return { ...assembled, links: [...assembled.links, ...links] };
}

/** What `assemble` left out of the text. */
function runWarning(drafts: Draft[]): DocumentWarning[] {
  if (!drafts.some(({ text }) => withoutLongRuns(text) !== text)) return [];
  const message = 'Runs of 1,000 characters and more without a space were left out: they are data, not text.';
  return [{ code: 'long_runs', message }];
}

const kindNames: Record<DocumentKind, string> = {
  pdf: 'PDF',
  docx: 'DOCX',
  markdown: 'Markdown',
  text: 'plain text',
  html: 'HTML',
  json: 'JSON',
};

/** Markdown is text too, and a text may be called anything. */
function nameWarning(kind: DocumentKind, filename: string | undefined): DocumentWarning[] {
  const named = kindOfName(filename);
  const isText = (other: string | null) => other === 'markdown' || other === 'text';
  if (named === null || named === kind || (isText(kind) && isText(named))) return [];
  if (named === 'other' && isText(kind)) return [];
  const message = `The name of the file says otherwise, but it is ${kindNames[kind]}, and was read as that.`;
  return [{ code: 'wrong_extension', message }];
}
