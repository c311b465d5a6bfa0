import type { Span } from '../../../career/resume/index.ts';

/** A text in which values are looked up without regard to case, punctuation and white space. */
export interface SearchableText {
  /** Where the value stands; null where it does not. Whole words only. */
  locate(value: string, from?: number): Span | null;
  /** Whether a date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` is among the dates of the text. */
  hasDate(date: string): boolean;
}

export function searchable(text: string): SearchableText {
  const { folded, starts, ends } = fold(text);
  const dates = datesIn(text);
  return {
    locate(value, from = 0) {
      const wanted = fold(value).folded.trim();
      if (wanted === '') return null;
      const begin = starts.findIndex((start) => start >= from);
      const at = ` ${folded} `.indexOf(` ${wanted} `, Math.max(0, begin));
      if (at < 0) return from > 0 ? this.locate(value) : null;
      return { start: starts[at]!, end: ends[at + wanted.length - 1]! };
    },
    hasDate: (date) => dates.has(date),
  };
}

/** Letters and digits in one case, everything else one space; with the place of each character in the text. */
function fold(text: string): { folded: string; starts: number[]; ends: number[] } {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let isSpace = true;
  for (const character of text) {
    const end = at + character.length;
    const plain = character.normalize('NFKC').toLowerCase();
    // + and # are letters in the names of languages: C++, C#.
    const isWord = /^[\p{L}\p{N}\p{M}+#%]/u.test(plain);
    if (isWord || !isSpace) {
      const shown = isWord ? plain : ' ';
      for (let unit = 0; unit < shown.length; unit++) {
        starts.push(at);
        ends.push(end);
      }
      parts.push(shown);
      isSpace = !isWord;
    }
    at = end;
  }
  return { folded: parts.join('').trimEnd(), starts, ends };
}

const months = [
  /jan|ene|gen|янв/,
  /feb|f[ée]v|фев/,
  /mar|m[äa]r|mrz|мар/,
  /apr|avr|abr|апр/,
  /may|mai|mag|май|мая/,
  /jun|juin|giu|июн/,
  /jul|juil|lug|июл/,
  /aug|ao[uû]|ago|авг/,
  /sep|set|сен/,
  /oct|okt|ott|out|окт/,
  /nov|ноя/,
  /dec|dez|d[ée]c|dic|дек/,
];

/** Every date of a text in the forms of JSON Resume; a finer one holds the coarser ones. */
function datesIn(text: string): Set<string> {
  const found = new Set<string>();
  const add = (year: string, month?: number, day?: number) => {
    found.add(year);
    if (month === undefined || month < 1 || month > 12) return;
    found.add(`${year}-${two(month)}`);
    if (day !== undefined && day >= 1 && day <= 31) found.add(`${year}-${two(month)}-${two(day)}`);
  };
  const lower = text.toLowerCase();
  for (const [, year] of lower.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)) add(year!);
  for (const [, year, month, day] of lower.matchAll(
    /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/g,
  ))
    add(year!, Number(month), day === undefined ? undefined : Number(day));
  for (const [, first, second, year] of lower.matchAll(
    /(?<!\d)(?:(\d{1,2})\s*[-/.]\s*)?(\d{1,2})\s*[-/.]\s*((?:19|20)\d{2})(?!\d)/g,
  )) {
    add(year!, Number(second), first === undefined ? undefined : Number(first));
    if (first !== undefined) add(year!, Number(first), Number(second));
  }
  for (const [, month, year] of lower.matchAll(/(?<!\d)(\d{1,2})\s*\/\s*'?(\d{2})(?!\d|\s*\/)/g))
    add(`${Number(year) > 60 ? 19 : 20}${year}`, Number(month));
  for (const [, day, name, year] of lower.matchAll(
    /(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+)?(\p{L}{3,9})\.?,?\s*(?:\d{1,2},\s*)?(?:de\s+)?['’]?((?:19|20)?\d{2})(?!\d)/gu,
  )) {
    const month = months.findIndex((pattern) => new RegExp(`^(?:${pattern.source})`).test(name!)) + 1;
    const full = year!.length === 4 ? year! : `${Number(year) > 60 ? 19 : 20}${year}`;
    if (month > 0) add(full, month, day === undefined ? undefined : Number(day));
  }
  return found;
}

const two = (value: number) => String(value).padStart(2, '0');
