import type { Span } from '../resume/index.ts';
import { folded } from './words.ts';

/*
 * Dates in any form. A date can be read in more than one way (03/04/2020), so each has readings; it is supported where
 * one of its readings is no more exact than one that a source gives: «2020» by «Mar 2020», never the other way round.
 */

interface Reading {
  year?: number;
  /** 1 to 12. */
  month?: number;
  day?: number;
  /** 1 to 4. */
  quarter?: number;
  season?: string;
  decade?: number;
  /** Goes on to this day. */
  now?: true;
}

export interface FoundDate {
  readings: Reading[];
  span: Span;
}

const MONTHS = [
  'jan january januar janvier enero gennaio janeiro januari styczen stycznia',
  'feb february februar fevrier febrero febbraio fevereiro februari luty lutego',
  'mar march maerz marz mars marzo marco maart mrz marzec marca',
  'apr april avril abril aprile kwiecien kwietnia',
  'may mai mayo maggio maio mei maj maja',
  'jun june juni juin junio giugno junho czerwiec czerwca',
  'jul july juli juillet julio luglio julho lipiec lipca',
  'aug august aout agosto augustus sierpien sierpnia',
  'sep sept september septembre septiembre settembre setembro wrzesien wrzesnia',
  'oct october oktober octobre octubre ottobre outubro okt pazdziernik pazdziernika',
  'nov november novembre noviembre novembro listopad listopada',
  'dec december dezember decembre diciembre dicembre dezembro dez grudzien grudnia',
];
const monthOf = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])));
const NAME = String.raw`(\p{L}{3,12})\.?`;
const YEAR = String.raw`((?:19[4-9]|20\d)\d)`;
const NOT_INSIDE = String.raw`(?<![\p{L}\p{N}$€£¥₹#]|\d[.,])`;
const END = String.raw`(?![\p{L}\p{N}%]|[.,]\d)`;

type Read = (groups: string[]) => Reading[] | null;

const inYear = (text: string): number =>
  text.length === 2 ? (Number(text) > 49 ? 1900 : 2000) + Number(text) : Number(text);

function named(month: string | undefined, rest: Omit<Reading, 'month'>): Reading[] | null {
  const number = monthOf.get(folded(month ?? ''));
  return number === undefined ? null : [{ month: number, ...rest }];
}

function real(...readings: Reading[]): Reading[] | null {
  const possible = readings.filter(
    ({ month = 1, day = 1 }) => month >= 1 && month <= 12 && day >= 1 && day <= 31,
  );
  return possible.length > 0 ? possible : null;
}

/** The most telling form first: what one has taken, the next does not see. */
const FORMS: [string, Read][] = [
  [`${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})`, ([y, m, d]) => real({ year: +y!, month: +m!, day: +d! })],
  [
    `(\\d{1,2})[-/.](\\d{1,2})[-/.]${YEAR}`,
    ([a, b, y]) => real({ year: +y!, month: +b!, day: +a! }, { year: +y!, month: +a!, day: +b! }),
  ],
  [
    `(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?${NAME},? ${YEAR}`,
    ([d, m, y]) => named(m, { year: +y!, day: +d! }),
  ],
  [`${NAME} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`, ([m, d, y]) => named(m, { year: +y!, day: +d! })],
  [`${NAME}(?: of|,| de)? ?-?${YEAR}`, ([m, y]) => named(m, { year: +y! })],
  [`${YEAR} ${NAME}`, ([y, m]) => named(m, { year: +y! })],
  [`${NAME} ?'(\\d{2})`, ([m, y]) => named(m, { year: inYear(y!) })],
  [`${YEAR}-(0[1-9]|1[0-2])`, ([y, m]) => real({ year: +y!, month: +m! })],
  [`${YEAR}/(0?[1-9]|1[0-2])`, ([y, m]) => real({ year: +y!, month: +m! })],
  [`(0?[1-9]|1[0-2])[/.]${YEAR}`, ([m, y]) => real({ year: +y!, month: +m! })],
  [`(0?[1-9]|1[0-2])-${YEAR}`, ([m, y]) => real({ year: +y!, month: +m! })],
  [`Q([1-4])[ /-]?(?:of )?${YEAR}`, ([q, y]) => [{ year: +y!, quarter: +q! }]],
  [`${YEAR}[ /-]?Q([1-4])`, ([y, q]) => [{ year: +y!, quarter: +q! }]],
  [`(spring|summer|autumn|fall|winter),? (?:of )?${YEAR}`, ([s, y]) => [{ year: +y!, season: season(s!) }]],
  [`${YEAR}s`, ([y]) => [{ decade: +y! }]],
  [`'([5-9]0)s`, ([y]) => [{ decade: inYear(y!) }]],
  [`FY ?'?(\\d{4}|\\d{2})`, ([y]) => [{ year: inYear(y!) }]],
  // The second half of 2019/20.
  [
    `(?<=${YEAR}[/-])(\\d{2})`,
    ([y, end]) => (soonAfter(+y!, inYear(end!)) ? [{ year: inYear(end!) }] : null),
  ],
  [YEAR, ([y]) => [{ year: +y! }]],
  [
    `(?<=\\b(?:in|since|until|till|from|by|of|early|late|mid) |mid-)(\\p{Lu}\\p{L}{2,12})`,
    ([m]) => named(m, {}),
  ],
  [
    '(?<=(?:[-]|\\bto|\\buntil|\\btill) ?)(present|current|now|today|date|ongoing|heute|aujourd.hui|actualidad|presente)',
    () => [{ now: true }],
  ],
];
const forms = FORMS.map(([source, read]): [RegExp, Read] => [
  new RegExp(NOT_INSIDE + source + END, source.includes('\\p{Lu}') ? 'gu' : 'giu'),
  read,
]);

const soonAfter = (year: number, end: number): boolean => end > year && end < year + 8;
const season = (text: string): string => (/fall/i.test(text) ? 'autumn' : text.toLowerCase());

/** A year and what it counts: «2000 users» is a number; «2019 Winner» and «2019 was» are dates. */
const COUNTED =
  /^ \+?(?!was|is|has|as|this|its|thus)(?:\p{Ll}[\p{Ll}-]* )?(\p{Ll}{2,}s|people|staff|percent)(?!\p{L})/u;

/** The dates of a levelled text, and the text with a blank where each stood, for whoever looks for numbers next. */
export function findDates(text: string): { dates: FoundDate[]; rest: string } {
  const dates: FoundDate[] = [];
  let rest = text;
  for (const [pattern, read] of forms) {
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const start = more[more.length - 2] as number;
      const groups = more.slice(0, -2) as string[];
      const end = start + whole.length;
      if (/^\d{4}$/.test(whole) && COUNTED.test(text.slice(end, end + 60))) return whole;
      const readings = read(groups);
      if (!readings) return whole;
      dates.push({ readings, span: { start, end } });
      // A mark that parts words and is none, so that the next form does not read across it.
      return '\u0001'.repeat(whole.length);
    });
  }
  return { dates: dates.sort((a, b) => a.span.start - b.span.start), rest };
}

function within(claim: Reading, source: Reading): boolean {
  const { year, month, day, quarter, season, decade, now } = claim;
  if (now) return source.now === true;
  if (decade !== undefined) {
    return (
      source.decade === decade || (source.year !== undefined && source.year - (source.year % 10) === decade)
    );
  }
  if (year !== undefined && source.year !== year) return false;
  if (month !== undefined && source.month !== month) return false;
  if (day !== undefined && source.day !== day) return false;
  if (season !== undefined && source.season !== season) return false;
  if (quarter === undefined) return true;
  return (
    source.quarter === quarter || (source.month !== undefined && Math.ceil(source.month / 3) === quarter)
  );
}

export function dateSupported(claim: FoundDate, sources: readonly FoundDate[]): boolean {
  return sources.some((source) =>
    claim.readings.some((reading) => source.readings.some((other) => within(reading, other))),
  );
}
