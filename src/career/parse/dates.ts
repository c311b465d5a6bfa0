import { datePoint, pointPattern } from './date-points.ts';

/** A date or a stretch of time as a CV tells it, and where in the text it was found. */
export interface DateRange {
  index: number;
  length: number;
  start?: string;
  end?: string;
  /** Said to go on: «Present», «since 2021». */
  current: boolean;
  /** Two dates, or one that is said to be a start or an end. */
  isRange: boolean;
  /** Still to come: «expected May 2027». */
  expected: boolean;
  /** The day and the month cannot be told apart (03/04/2020): only the year was taken. */
  ambiguous: boolean;
}

const dash = String.raw`\s*(?:[-–—‒−~→>]+|\.{2,3}|…)\s*|\s+(?:to|until|till?|through|thru|up to|/)\s+`;
const now = String.raw`(?:the\s+)?(?:present(?:\s+day)?|current(?:ly)?|now(?:adays)?|today|to\s*date|till\s*date|date|ongoing|continuing|heute|actuel(?:lement)?|aujourd['’]hui|actual(?:idad|mente)?|presente|oggi|attuale|atual|obecnie|heden|nu|nuvarande|nåværende)(?![\p{L}\d])`;
const point = `(?:${pointPattern})`;
const lead = String.raw`(?:(?:expected|anticipated|projected|expected graduation|graduating|graduation|graduated|class of|completed|completion|est\.?|exp\.?|awarded|obtained|issued|from|since|until|till|to|in|dates?|starting|started|as of)\s*:?\s*)`;

const range = new RegExp(
  String.raw`(?<![\p{L}\d$€£#.,/%+:-])(?:(?<lead>${lead}*)(?:` +
    String.raw`(?<openOnly>${now})\s*(?:[-–—]|to)\s*(?<back>${point})` +
    String.raw`|(?<from>${point})(?:(?:${dash})(?:(?<now>${now})|(?:(?<soon>\(?(?:expected|anticipated|exp\.?|est\.?)\s+))?(?<to>${point})|(?<short>\d{2})(?![\p{L}\d]))|(?<onwards>\s*(?:onwards?|[-–—]\s*(?=$|[)\]|\t·•,;]))))?` +
    String.raw`|(?<monthOnly>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:${dash})(?<toOnly>${point})` +
    String.raw`))(?![\p{L}\d%+]|[.,]\d)`,
  'giu',
);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Every date of a line, in reading order; what only looks like one (a number of people, an amount) is left out. */
export function findDates(text: string): DateRange[] {
  if (!mayHold.test(text)) return [];
  const known = remembered.get(text);
  if (known) return known;
  const found = readDates(text);
  remembered.set(text, found);
  return found;
}

/** A year, or what else tells one: without it the long expression is not tried. */
const mayHold =
  /(?:19[4-9]|20\d)\d|['’‘´`]\d\d|\d\/\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?[\s-]\d\d/iu;

/** Every step of a reading asks for the same lines' dates again. */
const remembered = new Map<string, DateRange[]>();

/** To be called once a CV is read: nothing of it is kept. */
export function forgetDates(): void {
  remembered.clear();
}

function readDates(text: string): DateRange[] {
  const found: DateRange[] = [];
  // Every date has two figures in a row, and the expression takes its time where there is none.
  if (!/\d\d/.test(text)) return found;
  for (const match of text.matchAll(range)) {
    const made = asRange(match);
    if (made) found.push(made);
  }
  return found;
}

function asRange(match: RegExpExecArray): DateRange | null {
  const g = match.groups as Record<string, string | undefined>;
  const said = (g.lead ?? '').toLowerCase();
  const made: DateRange = {
    index: match.index,
    length: match[0].length,
    current: false,
    isRange: false,
    expected: g.soon !== undefined || /expected|anticipated|projected|graduating|exp/.test(said),
    ambiguous: false,
  };
  if (g.openOnly && g.back) return withPoints(made, { from: g.back, current: true });
  if (g.monthOnly && g.toOnly) {
    const to = datePoint(g.toOnly);
    if (!to || to.date.length < 7) return null;
    const month = String(months.indexOf(g.monthOnly.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
    return { ...made, isRange: true, start: `${to.date.slice(0, 4)}-${month}`, end: to.date };
  }
  const current = g.now !== undefined || g.onwards !== undefined || /\b(since|starting)\b/.test(said);
  const to =
    g.to ?? (g.short && /^(?:19|20)\d{2}$/.test(g.from!) ? g.from!.slice(0, 2) + g.short : undefined);
  if (g.short && !to) return null;
  return withPoints(made, { from: g.from!, to, current, isEnd: /\b(until|till|to)\b/.test(said) });
}

function withPoints(
  made: DateRange,
  told: { from: string; to?: string; current: boolean; isEnd?: boolean },
): DateRange | null {
  const from = datePoint(told.from);
  if (!from) return null;
  const ambiguous = from.ambiguous;
  if (told.to !== undefined) {
    const to = datePoint(told.to);
    if (!to) return null;
    return { ...made, isRange: true, start: from.date, end: to.date, ambiguous: ambiguous || to.ambiguous };
  }
  if (told.isEnd) return { ...made, isRange: true, end: from.date, ambiguous };
  // «2018/19», «Winter 2018/19»: one point that holds two years.
  if (from.until) return { ...made, isRange: true, start: from.date, end: from.until, ambiguous };
  return { ...made, isRange: told.current, current: told.current, start: from.date, ambiguous };
}
