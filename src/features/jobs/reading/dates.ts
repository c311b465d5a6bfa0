import { parseInstant } from '../../../routing/dates.ts';

const months =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|févr?(?:ier)?|mar(?:ch|s)?|märz|apr(?:il)?|avr(?:il)?|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|oct(?:ober|obre)?|okt(?:ober)?|nov(?:ember|embre)?|dec(?:ember)?|dez(?:ember)?|déc(?:embre)?';
const starts: [RegExp, number][] = [
  [/^jan/, 1],
  [/^(feb|fév)/, 2],
  [/^(mar|mär)/, 3],
  [/^(apr|avr)/, 4],
  [/^ma[yi]/, 5],
  [/^(jun|juin)/, 6],
  [/^(jul|juil)/, 7],
  [/^(aug|aoû)/, 8],
  [/^sep/, 9],
  [/^(oct|okt)/, 10],
  [/^nov/, 11],
  [/^(dec|dez|déc)/, 12],
];

const dayFirst = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(${months})\\.?,?\\s+(\\d{4})`,
  'iu',
);
const monthFirst = new RegExp(`^(${months})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'iu');

/** The source of an expression for a date in the forms that `dateOf` reads. */
export const datePattern = `\\d{4}-\\d{2}-\\d{2}(?:[T ][\\d:.]+(?:Z|[+-][\\d:]+)?)?|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?:${months})\\.?,?\\s+\\d{4}|(?:${months})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}`;

/**
 * A date as ISO 8601, from ISO, `30 November 2026`, `November 30, 2026` or `30.11.2026`. Null for anything else, and for
 * `03/04/2026`, which is two different days.
 */
export function dateOf(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.trim();
  // Some sites write a space before the zone, or seven digits of a second, or an offset without a colon.
  const exact =
    parseInstant(trimmed) ?? parseInstant(trimmed.replace(/ (?=[+-]\d)/, '')) ?? calendarDay(trimmed);
  return exact?.toISOString() ?? null;
}

/** Until when: a day without a time means to its end, in UTC. */
export function endOfDate(text: string | null): string | null {
  const iso = dateOf(text);
  if (iso === null || /\d:\d{2}/.test(text ?? '')) return iso;
  return `${iso.slice(0, 10)}T23:59:59.999Z`;
}

function calendarDay(text: string): Date | null {
  const first = dayFirst.exec(text);
  if (first) return day(first[3]!, monthOf(first[2]!), first[1]!);
  const second = monthFirst.exec(text);
  if (second) return day(second[3]!, monthOf(second[1]!), second[2]!);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  if (dotted) return day(dotted[3]!, Number(dotted[2]), dotted[1]!);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text);
  if (!slashed) return null;
  const [a, b] = [Number(slashed[1]), Number(slashed[2])];
  if (a > 12) return day(slashed[3]!, b, String(a));
  return b > 12 || a === b ? day(slashed[3]!, a, String(b)) : null;
}

function monthOf(word: string): number {
  return starts.find(([start]) => start.test(word.toLowerCase()))?.[1] ?? 0;
}

function day(year: string, month: number, date: string): Date | null {
  return parseInstant(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
}
