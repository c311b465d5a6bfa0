import { getDocument } from 'unpdf/pdfjs';
import { UnreadableFile } from '../failures.ts';
import { Interpreter, type Operators } from './interpret.ts';
import type { LinkArea } from './lines.ts';
import { apply, type Matrix } from './matrix.ts';
import type { PageContent } from './page.ts';
import type { Font } from './state.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export interface RawPage {
  number: number;
  content: PageContent;
  links: LinkArea[];
}

/** Pictures of more pixels are not unpacked: nobody looks at them here. */
const mostPixels = 4_000_000;

export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocument({
      // pdf.js takes the bytes for itself.
      data: bytes.slice(),
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: mostPixels,
      verbosity: 0,
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(isLocked ? 'encrypted' : 'damaged', error);
  }
}

export async function readPage(document: PdfDocument, number: number): Promise<RawPage> {
  const page = await document.getPage(number);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const box = { transform: transform as unknown as Matrix, width, height };
  const operators: Operators = await page.getOperatorList();
  const content = new Interpreter(box, (id) => fontOf(page, id)).read(operators);
  const links = await linksOf(page, number, box.transform);
  page.cleanup();
  return { number, content, links };
}

function fontOf(page: PdfPage, id: string): Font | null {
  // A font that could not be loaded is not there: its text is then measured as if it had the usual units.
  return page.commonObjs.has(id) ? (page.commonObjs.get(id) as Font | null) : null;
}

async function linksOf(page: PdfPage, number: number, transform: Matrix): Promise<LinkArea[]> {
  const found: LinkArea[] = [];
  for (const { subtype, url, rect } of await page.getAnnotations()) {
    if (subtype !== 'Link' || typeof url !== 'string' || !Array.isArray(rect)) continue;
    const [x1, y1] = apply(transform, rect[0], rect[1]);
    const [x2, y2] = apply(transform, rect[2], rect[3]);
    found.push({
      page: number,
      url,
      left: Math.min(x1, x2),
      right: Math.max(x1, x2),
      top: Math.min(y1, y2),
      bottom: Math.max(y1, y2),
    });
  }
  return found;
}

/** Pictures by their dictionaries, which are never compressed; masks of pictures are not counted. */
export function countImages(bytes: Uint8Array): number {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const images = source.match(/\/Subtype\s*\/Image\b/g)?.length ?? 0;
  const masks = source.match(/\/SMask\s+\d+\s+\d+\s+R/g)?.length ?? 0;
  return Math.max(0, images - masks);
}
