import type { Draft } from '../assemble.ts';
import { UnreadableFile } from '../failures.ts';
import { limits } from '../limits.ts';
import { cleanText } from '../text/characters.ts';
import type { DocumentWarning, HiddenText, ReadDocument } from '../types.ts';
import { readingOrder } from './columns.ts';
import { flow } from './flow.ts';
import { toDrafts } from './lines.ts';
import type { Run } from './page.ts';
import { countImages, openPdf, type RawPage, readPage } from './pages.ts';
import { withoutRepeated } from './repeated.ts';
import { type Row, toRows } from './rows.ts';
import { turnedLines } from './turned.ts';
import { hiddenRuns } from './visible.ts';

export interface RawPdf {
  drafts: Draft[];
  hidden: HiddenText[];
  pages: number;
  layout: ReadDocument['layout'];
  warnings: DocumentWarning[];
  links: { url: string }[];
}

/** A PDF. Nothing in it is run: pdf.js is told not to make code of it, and no action of it is followed. */
export async function readPdf(bytes: Uint8Array): Promise<RawPdf> {
  const document = await openPdf(bytes);
  const pages: RawPage[] = [];
  const warnings: DocumentWarning[] = [];
  try {
    if (document.numPages > limits.pages) throw new UnreadableFile('too_many_pages');
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
    if (await document.hasJSActions())
      warnings.push({ code: 'has_scripts', message: 'The PDF holds scripts. They were not run.' });
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged', error);
  }
  const images = countImages(bytes);
  if (!pages.some(({ content }) => content.runs.some(({ text }) => text.trim() !== '')))
    throw new UnreadableFile(images > 0 ? 'image_only' : 'no_text');
  if (pages.some(isScan))
    warnings.push({
      code: 'recognised_text',
      message: 'The pages are pictures with text that was recognised (OCR): it may hold reading errors.',
    });
  return { ...layOut(pages, images), pages: pages.length, warnings };
}

function layOut(pages: RawPage[], images: number): Omit<RawPdf, 'pages' | 'warnings'> {
  const hidden: HiddenText[] = [];
  const shown = pages.map(({ number, content, links }) => {
    const unseen = hiddenRuns(content);
    hidden.push(...hiddenTexts([...unseen], number));
    const runs = content.runs.filter((run) => !unseen.has(run));
    return { number, links, runs, rows: toRows(runs), height: content.height };
  });
  const repeated = withoutRepeated(shown);
  const bodySize = usualSize(shown.flatMap(({ rows }) => rows));
  const ordered = repeated.pages.map((rows) => readingOrder(rows, bodySize));
  const blocks = flow(
    ordered.map((page, i) => page.blocks.map((block) => ({ ...block, page: shown[i]!.number }))),
  );
  const links = shown.flatMap((page) => page.links);
  const drafts = toDrafts(blocks, links, new Map(pages.map(({ number, content }) => [number, content.dots])));
  drafts.push(...shown.flatMap(({ runs, number }) => turnedLines(runs, number)));
  const carried = new Set(drafts.flatMap((draft) => draft.links ?? []).map(({ url }) => url));
  return {
    drafts,
    hidden,
    links: links.filter(({ url }) => !carried.has(url)).map(({ url }) => ({ url })),
    layout: {
      columns: Math.max(1, ...ordered.map(({ columns }) => columns)),
      tables: 0,
      images,
      headerFooterText: repeated.found,
    },
  };
}

/** The size that most characters have, in points. */
function usualSize(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of rows.flatMap(({ fragments }) => fragments)) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Runs beside each other that are hidden in the same way are one text. */
function hiddenTexts(runs: [Run, HiddenText['how']][], page: number): HiddenText[] {
  const texts: HiddenText[] = [];
  let before: Run | null = null;
  for (const [run, how] of runs) {
    const last = texts.at(-1);
    const isSameLine = before && Math.abs(before.y - run.y) < before.size * 0.5;
    const gap = before && isSameLine && run.x - (before.x + before.width) < before.size * 0.17 ? '' : ' ';
    if (last && last.how === how) last.text += gap + run.text;
    else texts.push({ text: run.text, how, page });
    before = run;
  }
  return texts
    .map(({ text, ...rest }) => ({ ...rest, text: cleanText(text).replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

function isScan({ content }: RawPage): boolean {
  const invisible = content.runs.filter((run) => run.invisible).length;
  return content.images > 0 && invisible > content.runs.length * 0.9 && invisible > 0;
}
