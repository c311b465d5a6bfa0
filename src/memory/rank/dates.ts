import { DAY, lasting, months, type Stretch } from './calendar.ts';

export interface DateMention {
  year: number | null;
  /** 0 to 11. */
  month: number | null;
  day: number | null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** One group, as in the patterns below; «may I» and «may have» are no month. */
export const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?! (?:i|we|you|he|she|it|they|be|have|not|also|well|need|want)\\b)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** A year that memories are of: not «in 1500 steps», «in 2000 words», «2024.5» or «2024%». */
export const YEAR =
  '((?:19|20)\\d\\d)(?![.,:/-]?\\d|[%€$£]|[ -](?:words?|characters|tokens|steps|lines|pages|rows|items|cases|points|hours|minutes|seconds|days|people|users|places|cities|miles|kms?|met(?:er|re)s|feet|calories|dollars|euros|pounds|francs|usd|eur|gbp|chf)\\b)';
const WEEKDAY_BEFORE = '(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day,? )?';

export const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase());
const numberOf = (digits: string | undefined) => (digits ? Number(digits) : null);

/** How dates are written, and what each says by its groups; null where there is no such day. */
export const DATES: readonly { pattern: string; date(groups: (string | undefined)[]): DateMention | null }[] =
  [
    {
      pattern: `${WEEKDAY_BEFORE}(?:the )?${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? ${YEAR})?`,
      date: ([month, day, year]) => dateOf(year, month, day),
    },
    {
      pattern: `${WEEKDAY_BEFORE}(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\.?(?:,? ${YEAR})?`,
      date: ([day, month, year]) => dateOf(year, month, day),
    },
    { pattern: `${MONTH}\\.?(?:,| of)? ${YEAR}`, date: ([month, year]) => dateOf(year, month, undefined) },
    // With points the day comes first; with strokes it may be either way round.
    {
      pattern: `(\\d{1,2})\\.(\\d{1,2})\\.${YEAR}`,
      date: ([day, month, year]) => dateOf(year, MONTHS[Number(month) - 1], day),
    },
    {
      pattern: '(\\d{4})-(\\d\\d)(?:-(\\d\\d))?',
      date: ([year, month, day]) => dateOf(year, MONTHS[Number(month) - 1], day),
    },
  ];

/** Null where there is no such day. `name`: of the month, or its beginning. */
export function dateOf(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
): DateMention | null {
  if (!name) return null;
  const date = { year: numberOf(year), month: monthOf(name), day: numberOf(day) };
  // A leap year, where none is named: February 29 is a date.
  const at = new Date(Date.UTC(date.year ?? 2024, date.month, date.day ?? 1));
  return at.getUTCMonth() === date.month ? date : null;
}

/** The whole of a date with a year; without one, the latest such time that has begun by `latest`. */
export function stretchOf({ year, month, day }: DateMention, latest: number): Stretch {
  if (month === null) return months(year ?? new Date(latest).getUTCFullYear(), 0, 12);
  const inYear = (y: number) => {
    const from = Date.UTC(y, month, day ?? 1);
    return day === null ? months(y, month, 1) : lasting(from, from + DAY);
  };
  if (year !== null) return inYear(year);
  for (let y = new Date(latest).getUTCFullYear(); ; y--) {
    const found = inYear(y);
    if (found.from <= latest && new Date(found.from).getUTCMonth() === month) return found;
  }
}

/**
 * How near a message's time is to a date that was named: 1 at or shortly after it (people tell of things afterwards),
 * fading over `scale` days of the named precision; 0 far away. Without a year it may be of any.
 */
export function nearness(mention: DateMention, at: Date): number {
  const year = at.getUTCFullYear();
  const years = mention.year === null ? [year - 1, year, year + 1] : [mention.year];
  const scale = mention.month === null ? 120 : mention.day === null ? 20 : 7;
  return Math.max(...years.map((y) => fading({ ...stretchOf({ ...mention, year: y }, 0), scale }, at)));
}

/** 1 within a stretch, less and less after it, and twice as fast before it. */
export function fading({ from, to, scale }: Stretch, at: Date): number {
  const time = at.getTime();
  const away = time < from ? (from - time) * 2 : time > to ? time - to : 0;
  return Math.exp(-away / DAY / scale);
}
