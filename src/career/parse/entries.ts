import { type DateRange, findDates } from './dates.ts';
import type { Draft } from './draft.ts';
import type { CvLine } from './lines.ts';
import type { Piece } from './piece.ts';
import { companyScore, titleScore } from './words.ts';

/** A line that tells what an entry is: title, organisation, place, dates. */
export interface HeadRow {
  line: CvLine;
  piece: Piece;
  /** The stretch of time it names, if any. */
  date: DateRange | null;
}

export interface Entry {
  head: HeadRow[];
  body: CvLine[];
}

export interface EntryOptions {
  /** Reads like the head of an entry of this section though it has no date. */
  isHead?: (text: string) => boolean;
  /** Single dates («2019», «May 2020») are anchors too; in work only beside little else. */
  singleDates?: boolean;
  /** Names may begin with a small letter after a gap: «tinychart». */
  isLower?: boolean;
}

export const labelled =
  /^(?:key |main |selected |notable )?(?:technolog(?:y|ies)|tech(?:nical)? stack|stack|tools(?: used)?|environment|achievements?|accomplishments|responsibilities|duties|keywords?|skills(?: used| gained)?|highlights|projects?|results?|scope|team|reporting to|reports to|clients?|industry|industries|sector|relevant (?:coursework|modules|courses)|coursework|modules|courses|thesis|dissertation|gpa|grade|honou?rs|activities|minor|description|role|summary|awards?|note|reason for leaving|salary|supervisor|budget|products?|methods?|frameworks?|languages?|platforms?|url|link|website|code|demo|repo(?:sitory)?|built with|final grade|classification|result|specialisation|specialization|focus|major)\b[^:]{0,30}:/i;

const abbreviation =
  /(?:\b(?:inc|ltd|co|corp|llc|st|dr|jr|sr|dept|univ|b\.?sc|m\.?sc|ph\.?d|b\.?a|m\.?a|b\.?s|m\.?s|u\.?s|a\.?s|d\.?c|gmbh|hons)|\b\p{Lu})\.$/iu;

function datesOf(line: CvLine, singleDates: boolean): DateRange | null {
  const { text } = line.piece;
  const dates = findDates(text);
  const range = dates.find(({ isRange }) => isRange);
  if (range) return range;
  const single = dates.at(-1);
  if (!single) return null;
  const before = text.slice(0, single.index);
  const after = text.slice(single.index + single.length);
  const isAtEdge =
    /^[\s(]*$/.test(before) ||
    /^[\s).,]*$/.test(after) ||
    /^\s*[|·•\t,]/.test(after) ||
    (/\($/.test(before) && after.startsWith(')'));
  return isAtEdge && (singleDates || text.length < 90) ? single : null;
}

const fieldLabel =
  /^(?:company(?: name)?|employer|organi[sz]ation|client|designation|position(?: held)?|job title|title|role|duration|period|tenure|dates?|location|institution|institute|university|school|college|degree|qualification)\s*:\s+(?=\S)/i;

/** «Company: Acme», «Duration: 2019 to 2021»: the lines of a head that are labelled, without their labels. */
export function withoutLabels(lines: CvLine[], draft: Draft): CvLine[] {
  const isForm = lines.filter(({ piece, bullet }) => !bullet && fieldLabel.test(piece.text)).length > 1;
  if (!isForm) return lines;
  return lines.map((line) => {
    const label = line.bullet || line.piece.text.length > 100 ? null : fieldLabel.exec(line.piece.text);
    if (!label) return line;
    draft.use(line.piece.slice(0, label[0].length));
    return { ...line, piece: line.piece.slice(label[0].length) };
  });
}

/** The first date that a head's line names. */
export function asHead(line: CvLine, singleDates = true): HeadRow {
  return { line, piece: line.piece, date: datesOf(line, singleDates) };
}

/** Whether a line can be part of an entry's head: short, no sentence, no list item, no label. */
function canBeHead(row: HeadRow, isLower = false): boolean {
  const { line, date } = row;
  const text = date
    ? row.piece.text.slice(0, date.index) + row.piece.text.slice(date.index + date.length)
    : row.piece.text;
  if (line.bullet) return false;
  if (line.level > 0) return true;
  const bare = text.trim().replace(/[\s|,;:·•–—-]+$/, '');
  if (bare === '') return date !== null;
  if (bare.length > 120 || bare.split(/\s+/).length > 18) return false;
  if (labelled.test(bare) || /:$/.test(text.trim())) return false;
  if (
    !(isLower && line.gapBefore) &&
    /^[\p{Ll}"“]/u.test(bare) &&
    !/^[a-z]+[A-Z.]/.test(bare) &&
    !/^(?:at|for|with)\s/.test(bare)
  )
    return false;
  // «Chef, Hotel Bela Vista, Faro. May 2019 to May 2021.»: the stop stands before the dates.
  const isBeforeDates = date?.isRange && /^[\s.)]*$/.test(row.piece.text.slice(date.index + date.length));
  if (!isBeforeDates && /[.!?]$/.test(bare) && !abbreviation.test(bare) && bare.split(/\s+/).length > 3)
    return false;
  const isSentence =
    /\b(?:was|were|is|are|I|my|we|our|which|that|by|responsible for|led|built|managed|developed|including)\b/.test(
      bare,
    );
  return !(isSentence && bare.split(/\s+/).length > 8 && !date?.isRange);
}

/** How many lines of a head stand above the one with the date, as most of the section's entries have it. */
function linesAbove(runs: HeadRow[][]): number {
  const counts = new Map<number, number>();
  for (const [i, run] of runs.entries()) {
    const at = run.findIndex(({ date }) => date !== null);
    if (at < 0) continue;
    const gap = run.slice(0, at + 1).findLastIndex(({ line }, k) => k > 0 && line.gapBefore);
    const above = Math.min(i === 0 || gap < 0 || at - gap > 2 ? at : at - gap, 3);
    counts.set(above, (counts.get(above) ?? 0) + (i === 0 ? 1.5 : 1));
  }
  let best = 0;
  for (const [above, count] of counts) if (count > (counts.get(best) ?? 0)) best = above;
  return best;
}

/** Where the heads of a run begin: each has one line with a date. */
function cutRun(run: HeadRow[], above: number): number[] {
  const anchors = run.flatMap(({ date }, i) => (date ? [i] : []));
  const starts = [0];
  for (let i = 1; i < anchors.length; i++) {
    const from = anchors[i - 1]! + 1;
    const to = anchors[i]!;
    // A lone date below a line with none of its own: «Title | 2019» and then «Company | 2019» would be two entries.
    const gap = run
      .slice(from, to + 1)
      .findIndex(
        ({ line }, k) => line.gapBefore || line.level > 0 || (line.bold && !run[from + k - 1]!.line.bold),
      );
    starts.push(gap >= 0 ? from + gap : Math.max(from, to - above));
  }
  return starts;
}

function readsLikeHead(rows: HeadRow[], options: EntryOptions): boolean {
  return rows.some(({ line, piece }) => {
    if (line.level > 0) return true;
    if (options.isHead) return options.isHead(piece.text);
    return titleScore(piece.text) > 1 || companyScore(piece.text) > 1;
  });
}

/** The section's lines as entries, each with its head and what is told below it; lines that belong to none come first. */
export function groupEntries(
  lines: CvLine[],
  options: EntryOptions = {},
): { entries: Entry[]; before: CvLine[] } {
  const flat = lines.length > 0 && lines.every(({ bullet }) => bullet !== null);
  const tells = lines.some(
    (line) => asHead(line, options.singleDates).date !== null || readsLikeHead([asHead(line)], options),
  );
  const margin = Math.min(...lines.map(({ indent }) => indent));
  const rows = lines.map((line) => {
    const isItem = flat && tells && line.indent <= margin + 1;
    return asHead(isItem ? { ...line, bullet: null, gapBefore: true } : line, options.singleDates);
  });
  const runs: HeadRow[][] = [];
  const order: (HeadRow[] | CvLine)[] = [];
  let run: HeadRow[] | null = null;
  for (const row of rows) {
    if (canBeHead(row, options.isLower)) {
      if (!run) {
        run = [];
        runs.push(run);
        order.push(run);
      }
      run.push(row);
    } else {
      run = null;
      order.push(row.line);
    }
  }
  const above = linesAbove(runs);
  const entries: Entry[] = [];
  const before: CvLine[] = [];
  const tell = (line: CvLine) => (entries.at(-1)?.body ?? before).push(line);
  for (const [i, part] of order.entries()) {
    if (!Array.isArray(part)) tell(part);
    else
      for (const head of headsOf(part, i === 0, above, options, entries.length > 0)) {
        if (head.isHead) entries.push({ head: head.rows, body: [] });
        else for (const { line } of head.rows) tell(line);
      }
  }
  return { entries, before };
}

function headsOf(
  run: HeadRow[],
  isFirst: boolean,
  above: number,
  options: EntryOptions,
  hasEntry: boolean,
): { rows: HeadRow[]; isHead: boolean }[] {
  const anchor = run.findIndex(({ date }) => date !== null);
  if (anchor < 0) {
    const cuts = run.flatMap(({ line }, i) => (i === 0 || line.gapBefore ? [i] : []));
    return cuts.map((cut, i) => {
      const rows = run.slice(cut, cuts[i + 1]);
      const stands = isFirst || rows[0]!.line.gapBefore || rows[0]!.line.bold || rows[0]!.line.level > 0;
      return { rows, isHead: stands && (!hasEntry || readsLikeHead(rows, options)) };
    });
  }
  // What stands above the head proper still belongs to the entry before.
  let start = 0;
  if (hasEntry && anchor > above) {
    const gap = run
      .slice(0, anchor + 1)
      .findIndex(({ line }) => line.gapBefore || line.level > 0 || line.bold);
    start = gap >= 0 ? gap : anchor - above;
  }
  const head = run.slice(start);
  const cuts = cutRun(head, above);
  const made = cuts.map((cut, i) => ({ rows: head.slice(cut, cuts[i + 1]), isHead: true }));
  return start > 0 ? [{ rows: run.slice(0, start), isHead: false }, ...made] : made;
}
