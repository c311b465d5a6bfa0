import { parseInstant } from '../../../routing/dates.ts';

/** Whether day or month comes first in dates such as 3/4/2026. */
export const dateOrders = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date as it was read: certain, one of two, or nothing that is a date. */
export type ReadDate = { date: Date } | { dmy: Date; mdy: Date } | null;

const clock = String.raw`(?:[T,\s]+(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?)?`;
const numeric = new RegExp(String.raw`^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})${clock}$`, 'i');
const yearFirst = new RegExp(String.raw`^(\d{4})[./-](\d{1,2})[./-](\d{1,2})${clock}$`, 'i');
const dayFirst = new RegExp(
  String.raw`^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})${clock}$`,
  'iu',
);
const monthFirst = new RegExp(
  String.raw`^(?:\p{L}+,?\s+)?(\p{L}{3,})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})${clock}$`,
  'iu',
);

/** Beginnings of month names in English, German, French and Spanish, without accents. */
const months: [RegExp, number][] = [
  [/^(?:jan|ene)/, 1],
  [/^f(?:eb|ev)/, 2],
  [/^(?:mar|mrz|maer)/, 3],
  [/^a(?:pr|vr|br)/, 4],
  [/^ma[iy]/, 5],
  [/^(?:jun|juin)/, 6],
  [/^(?:jul|juil)/, 7],
  [/^(?:aug|aou|ago)/, 8],
  [/^se[pt]/, 9],
  [/^o[ck]t/, 10],
  [/^nov/, 11],
  [/^d(?:ec|ez|ic)/, 12],
];

/** Days between 1899-12-30, from which spreadsheets count, and 1970. */
const spreadsheetEpoch = 25_569;

/** A day of ISO, also with the midnight that spreadsheets write beside a day. */
const isoDay = /^(\d{4}-\d{2}-\d{2})(?:[T ]0?0:00(?::00)?)?$/;

/**
 * A date of a spreadsheet: ISO, the forms with the month's name, the day first with points (5.3.2026), with slashes or
 * dashes in either order, or a spreadsheet's bare day number. Without a zone, UTC; without a time, noon there, which is
 * the same day almost everywhere.
 */
export function readDate(text: string): ReadDate {
  const given = text.trim();
  const iso = parseInstant(given.replace(isoDay, '$1T12:00:00Z'));
  if (iso) return { date: iso };
  const year = yearFirst.exec(given);
  if (year) return certain(dateOf(year[1]!, year[2]!, year[3]!, year.slice(4)));
  const number = numeric.exec(given);
  if (number) return readNumeric(number);
  const day = dayFirst.exec(given);
  if (day) return certain(dateOf(day[3]!, monthOf(day[2]!), day[1]!, day.slice(4)));
  const month = monthFirst.exec(given);
  if (month) return certain(dateOf(month[3]!, monthOf(month[1]!), month[2]!, month.slice(4)));
  if (/^[3-6]\d{4}$/.test(given))
    return { date: new Date((Number(given) + 0.5 - spreadsheetEpoch) * 86_400_000) };
  return null;
}

function readNumeric(match: RegExpExecArray): ReadDate {
  const [, a, divider, b, year] = match as unknown as [string, string, string, string, string];
  const time = match.slice(5);
  const dmy = dateOf(year, b, a, time);
  const mdy = dateOf(year, a, b, time);
  if (divider === '.') return certain(dmy);
  if (dmy && mdy) return dmy.getTime() === mdy.getTime() ? { date: dmy } : { dmy, mdy };
  return certain(dmy ?? mdy);
}

/** Which order a numeric date shows to be meant: one of its numbers can only be a day. Null where it shows none. */
export function orderShown(text: string): DateOrder | null {
  const [, a, divider, b] = numeric.exec(text.trim()) ?? [];
  if (a === undefined || divider === '.') return null;
  if (Number(a) > 12 && Number(b) <= 12) return 'dmy';
  return Number(b) > 12 && Number(a) <= 12 ? 'mdy' : null;
}

function certain(date: Date | null): ReadDate {
  return date && { date };
}

function monthOf(name: string): number {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return months.find(([pattern]) => pattern.test(plain))?.[1] ?? 0;
}

function dateOf(
  year: string,
  month: string | number,
  day: string,
  time: (string | undefined)[],
): Date | null {
  const [hour = '0', minute = '0', second = '0', half] = time;
  const isDay = half === undefined && [hour, minute, second].every((part) => Number(part) === 0);
  let hours = isDay ? 12 : Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const two = (value: string | number) => String(value).padStart(2, '0');
  const whole = year.length === 2 ? `20${year}` : year;
  return parseInstant(`${whole}-${two(month)}-${two(day)}T${two(hours)}:${two(minute)}:${two(second)}Z`);
}
