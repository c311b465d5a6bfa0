import type { Draft } from '../assemble.ts';
import { UnreadableFile } from '../failures.ts';
import type { HiddenText, ReadDocument } from '../types.ts';
import { BodyReader } from './body.ts';
import { readStyles } from './styles.ts';
import { parseXml, type Xml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

export interface RawDocx {
  drafts: Draft[];
  hidden: HiddenText[];
  pages: number | null;
  layout: ReadDocument['layout'];
  /** Text boxes float beside the text, where many programs do not look. */
  textBoxes: number;
}

/** A Word document. An archive without the main part is none, whatever it is called. */
export function readDocx(bytes: Uint8Array): RawDocx {
  const zip = openZip(bytes);
  const main = mainPart(zip);
  const body = parsePart(zip, main);
  if (!body) throw new UnreadableFile('damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = readStyles(parsePart(zip, `${folder}styles.xml`));
  const read = (part: string) =>
    new BodyReader({ styles, links: relations(zip, part) }).read(
      part === main ? body : parsePart(zip, part)!,
    );

  const text = read(main);
  const beside = zip.names.filter((name) => new RegExp(`^${folder}(header|footer)\\d*\\.xml$`).test(name));
  const parts = beside.map((name) => ({ isHeader: name.includes('header'), ...read(name) }));
  const headers = unique(parts.filter(({ isHeader }) => isHeader).map(({ drafts }) => withText(drafts)));
  const footers = unique(parts.filter(({ isHeader }) => !isHeader).map(({ drafts }) => withText(drafts)));
  const all = [text, ...parts];
  return {
    drafts: [...headers.flat(), ...text.drafts, ...footers.flat()],
    hidden: all.flatMap(({ hidden }) => hidden),
    pages: text.pages,
    textBoxes: all.reduce((sum, { textBoxes }) => sum + textBoxes, 0),
    layout: {
      columns: text.columns,
      tables: all.reduce((sum, { tables }) => sum + tables, 0),
      images: all.reduce((sum, { images }) => sum + images, 0),
      headerFooterText: headers.length + footers.length > 0,
    },
  };
}

/** The main part is found by the package's relations: it need not be called document.xml. */
function mainPart(zip: Zip): string {
  const target = children(parsePart(zip, '_rels/.rels'))
    .find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))
    ?.attributes.Target?.replace(/^\//, '');
  if (target && /^word\//.test(target) && zip.names.includes(target)) return target;
  if (zip.names.includes('word/document.xml')) return 'word/document.xml';
  if (zip.names.some((name) => name === 'mimetype' || /^(xl|ppt)\//.test(name)))
    throw new UnreadableFile('other_office');
  throw new UnreadableFile('not_word');
}

function parsePart(zip: Zip, name: string): Xml | null {
  const text = zip.read(name);
  return text === null ? null : parseXml(text);
}

/** Addresses of a part's links by the id of their relation. */
function relations(zip: Zip, part: string): Map<string, string> {
  const path = part.replace(/([^/]+)$/, '_rels/$1.rels');
  const found = new Map<string, string>();
  for (const { attributes } of children(parsePart(zip, path))) {
    if (attributes.Id && attributes.Target && attributes.TargetMode === 'External')
      found.set(attributes.Id, attributes.Target);
  }
  return found;
}

const children = (xml: Xml | null): Xml[] => xml?.children ?? [];

/** Without blank lines and page numbers. */
function withText(drafts: Draft[]): Draft[] {
  return drafts.filter(
    ({ text }) => /\p{L}{2}/u.test(text) && !/^\s*(page|seite)\s*\d*\s*((of|von|\/)\s*\d*)?\s*$/i.test(text),
  );
}

/** First, even and other pages often have the same header. */
function unique(parts: Draft[][]): Draft[][] {
  const seen = new Set<string>();
  return parts
    .map((drafts) => drafts.filter(({ text }) => !seen.has(text.trim()) && seen.add(text.trim())))
    .filter((drafts) => drafts.length > 0);
}
