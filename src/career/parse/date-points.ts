/** One date as people write it, to YYYY, YYYY-MM or YYYY-MM-DD: never more exact than it was told. */
export interface Point {
  date: string;
  /** Of an academic year such as 2018/19. */
  until?: string;
  ambiguous: boolean;
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const year = String.raw`(?:19[4-9]\d|20\d{2})`;
const shortYear = String.raw`['’‘´\x60]\d{2}`;
const season = String.raw`(?:(?:early|mid|late)[ -]+|(?:spring|summer|autumn|fall|winter|summers|winters|michaelmas|hilary|trinity)(?:\s+(?:term|semester))?,?\s*(?:of\s+)?)`;

/** From the most told to the least, so that the longest one wins. */
export const pointPattern: string = [
  String.raw`${year}[-./](?:0?[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01]|[1-9])(?!\d)`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-]${year}`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\.?\s+(?:of\s+)?${month}\.?,?\s+(?:${year}|${shortYear})`,
  String.raw`${month}\.?\s+(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,\s+${year}`,
  String.raw`${month}\.?,?[\s./-]*(?:of\s+)?(?:${year}|${shortYear})`,
  String.raw`${month}\.?[\s-]\d{2}(?![\d:])`,
  String.raw`${year}[\s,]+${month}(?![\p{L}])\.?`,
  String.raw`(?:0?[1-9]|1[0-2])\s?[./-]\s?${year}`,
  String.raw`${year}[-.](?:0[1-9]|1[0-2])(?!\d)`,
  String.raw`${year}/(?:0[1-9]|1[0-2])(?!\d)`,
  String.raw`${year}/(?:${year}|\d{2})(?!\d)`,
  String.raw`(?:0[1-9]|1[0-2])/\d{2}(?![\d/])`,
  String.raw`${season}(?:${year}(?:/\d{2,4})?|${shortYear})`,
  String.raw`q[1-4][\s/,]*${year}`,
  String.raw`${year}[\s/,-]*q[1-4]`,
  year,
  String.raw`${shortYear}(?![\p{L}\d])`,
].join('|');

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (value: number | string) => String(value).padStart(2, '0');

/** '98 is 1998 and '05 is 2005: nobody's CV reaches further. */
const fullYear = (short: string) => (Number(short) >= 60 ? `19${short}` : `20${short}`);

function day(yearText: string, monthText: string | number, dayText: string): string | null {
  const date = new Date(Date.UTC(Number(yearText), Number(monthText) - 1, Number(dayText)));
  const isReal = date.getUTCMonth() === Number(monthText) - 1 && date.getUTCDate() === Number(dayText);
  return isReal ? `${yearText}-${two(monthText)}-${two(dayText)}` : null;
}

const exact = (date: string | null): Point | null => (date === null ? null : { date, ambiguous: false });

/** What one point says; null where there is no such day. */
export function datePoint(text: string): Point | null {
  const named = new RegExp(`(?<![a-z])(${month})`, 'i').exec(text);
  const fourDigits = /(?:19[4-9]\d|20\d{2})/.exec(text)?.[0];
  if (named) return withMonthName(text, named[1]!, fourDigits);
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (iso) return exact(day(iso[1]!, iso[2]!, iso[3]!));
  const full = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$/.exec(text);
  if (full) return numericDay(full[1]!, full[3]!, full[4]!, full[2]!);
  const monthYear = /^(\d{1,2})\s?[./-]\s?(\d{4})$/.exec(text);
  if (monthYear) return exact(`${monthYear[2]}-${two(monthYear[1]!)}`);
  const yearMonth = /^(\d{4})[-./](0[1-9]|1[0-2])$/.exec(text);
  if (yearMonth) return yearOrMonth(text, yearMonth[1]!, yearMonth[2]!);
  const academic = /(\d{4})\/(\d{4}|\d{2})$/.exec(text);
  if (academic) {
    const [, start, end] = academic as unknown as [string, string, string];
    return { date: start, until: end.length === 4 ? end : start.slice(0, 2) + end, ambiguous: false };
  }
  const shortMonth = /^(\d{2})\/(\d{2})$/.exec(text);
  if (shortMonth) return exact(`${fullYear(shortMonth[2]!)}-${shortMonth[1]}`);
  if (fourDigits) return exact(fourDigits);
  const short = /['’‘´`](\d{2})$/.exec(text);
  return short ? exact(fullYear(short[1]!)) : null;
}

/** «2009/10» is an academic year where the second number follows the first, «2019/03» a month. */
function yearOrMonth(text: string, yearText: string, monthText: string): Point {
  const follows = (Number(yearText) + 1) % 100 === Number(monthText);
  if (text.includes('/') && follows) {
    return { date: yearText, until: String(Number(yearText) + 1), ambiguous: false };
  }
  return { date: `${yearText}-${monthText}`, ambiguous: false };
}

function withMonthName(text: string, name: string, fourDigits: string | undefined): Point | null {
  const short = /(\d{2})$/.exec(text)?.[1];
  const yearText = fourDigits ?? (short ? fullYear(short) : undefined);
  if (!yearText) return null;
  const number = names.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const rest = text.replace(fourDigits ?? new RegExp(`${short}$`), '');
  const dayText = /(?<!\d)(\d{1,2})(?!\d)/.exec(rest)?.[1];
  return exact(dayText ? day(yearText, number, dayText) : `${yearText}-${two(number)}`);
}

/** Day first with dots; with slashes only where one number is too large to be a month. */
function numericDay(first: string, second: string, yearText: string, separator: string): Point | null {
  if (separator === '.' || Number(first) > 12) return exact(day(yearText, second, first));
  if (Number(second) > 12) return exact(day(yearText, first, second));
  if (first === second) return exact(day(yearText, first, second));
  return { date: yearText, ambiguous: true };
}
