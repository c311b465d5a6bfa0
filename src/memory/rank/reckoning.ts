import { DAY, lasting, midnight, monday, months, monthsBefore, type Stretch } from './calendar.ts';
import { countOf } from './counts.ts';

/*
 * What the words of `relative.ts` come to: stretches of time counted from the moment of asking.
 */

/** First month and day, and those of the end, of what comes each year. */
export const SEASONS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  spring: [2, 1, 5, 1],
  summer: [5, 1, 8, 1],
  autumn: [8, 1, 11, 1],
  fall: [8, 1, 11, 1],
  winter: [11, 1, 14, 1],
  christmas: [11, 20, 12, 1],
};
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

export function daysBefore(now: Date, days: number): Stretch {
  const from = midnight(now) - days * DAY;
  return lasting(from, from + DAY);
}

/** So many whole days to either side of a day. */
export const daysAround = (day: number, around: number): Stretch =>
  lasting(day - around * DAY, day + (around + 1) * DAY);

/** The same day so many units before. */
export const dayBefore = (now: Date, count: number, unit: string): number =>
  /^week/i.test(unit)
    ? midnight(now) - count * 7 * DAY
    : monthsBefore(now, count * (/^year/i.test(unit) ? 12 : 1));

export const lengthOf = (unit: string) => (/^hour/i.test(unit) ? DAY / 24 : DAY / 24 / 60);

/** A part of a year, so many months long: of the year that is named, or of the latest in which it has begun. */
export function partOf(
  now: Date,
  { length, place }: { length: number; place: number },
  year: string | undefined,
  which: string | undefined,
): Stretch {
  const inYear = (y: number) => months(y, place * length, length);
  if (year) return inYear(Number(year));
  if (which) return inYear(now.getUTCFullYear() - (/^last$/i.test(which) ? 1 : 0));
  return latest(now, inYear, 'from');
}

/** The latest that has begun. */
export function latestWeekend(now: Date): Stretch {
  const day = now.getUTCDay();
  return weekendBefore(now, day === 6 || day === 0 ? 0 : 1, true);
}

/** The latest day of that number in its month, today among them; null where no month has it. */
export function latestDay(now: Date, day: number): Stretch | null {
  if (day < 1 || day > 31) return null;
  for (let month = now.getUTCMonth(); ; month--) {
    const from = Date.UTC(now.getUTCFullYear(), month, day);
    if (from <= now.getTime() && new Date(from).getUTCDate() === day) return lasting(from, from + DAY);
  }
}

/** The unit that now is in (0), the last one that is over (1), or the one before that (2). */
export function unitBefore(now: Date, unit: string, back: number, past = true): Stretch {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  if (unit === 'week') return lasting(monday(now) - back * 7 * DAY, monday(now) - (back - 1) * 7 * DAY);
  if (unit === 'weekend') return weekendBefore(now, back, past);
  if (unit === 'month') return months(year, month - back, 1);
  if (unit === 'quarter') return months(year, (Math.floor(month / 3) - back) * 3, 3);
  return months(year - back, 0, 12);
}

/** «This weekend» is the coming one, unless it has begun, or what has been is asked for within two days of the last. */
function weekendBefore(now: Date, back: number, past: boolean): Stretch {
  const saturday = monday(now) + 5 * DAY;
  const day = now.getUTCDay();
  const begun = day === 6 || day === 0;
  const weeks = back === 0 ? (past && (day === 1 || day === 2) ? 1 : 0) : begun ? back : Math.max(1, back);
  return lasting(saturday - weeks * 7 * DAY, saturday - (weeks * 7 - 2) * DAY);
}

const weekdayOf = (name: string) => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());

/** The latest before today. */
export function lastWeekday(now: Date, name: string): Stretch {
  return daysBefore(now, (now.getUTCDay() - weekdayOf(name) + 7) % 7 || 7);
}

/** That of the week that now is in, past or to come. */
export function thisWeekday(now: Date, name: string): Stretch {
  const from = monday(now) + ((weekdayOf(name) + 6) % 7) * DAY;
  return lasting(from, from + DAY);
}

export function seasonOf(year: number, name: string): Stretch {
  const [month, day, endMonth, endDay] = SEASONS[name.toLowerCase()]!;
  return lasting(Date.UTC(year, month, day), Date.UTC(year, endMonth, endDay));
}

/** The latest of what comes each year that has begun (by its `from`), or that is over (by its `to`). */
export function latest(now: Date, inYear: (year: number) => Stretch, by: 'from' | 'to'): Stretch {
  for (let year = now.getUTCFullYear(); ; year--) {
    const stretch = inYear(year);
    if (stretch[by] <= now.getTime()) return stretch;
  }
}

/** That of this year, past or to come; in its first weeks, what is only just over: «this December» in January. */
export function thisYears(now: Date, inYear: (year: number) => Stretch): Stretch {
  const stretch = inYear(now.getUTCFullYear());
  const before = inYear(now.getUTCFullYear() - 1);
  return stretch.from > now.getTime() && now.getTime() - before.to < 60 * DAY ? before : stretch;
}

const UNIT_DAYS: Readonly<Record<string, number>> = {
  day: 1,
  night: 1,
  week: 7,
  // That before a day may begin a week before it.
  weekend: 7,
  fortnight: 14,
  month: 30.4,
  quarter: 91.3,
  year: 365.25,
};

/** «Three weeks ago» is some day around then: half a unit to either side, fading over another half. */
export function ago(now: Date, said: string, unit: string, half: boolean): Stretch {
  const size = UNIT_DAYS[unit.toLowerCase()]!;
  const { count, spread } = countOf(half ? 'half' : said);
  const whole = half ? countOf(said).count : 0;
  const middle = midnight(now) + DAY / 2 - (whole + count) * size * DAY;
  const around = Math.max(DAY / 2, spread * size * DAY);
  return { from: middle - around, to: middle + around, scale: Math.max(1, spread * size) };
}

/** As `ago`, in hours or minutes: half a unit to either side, or a quarter of what is said where that is more. */
export function timeAgo(now: Date, said: string, unit: string, half: boolean): Stretch {
  const { count, spread } = countOf(said);
  const whole = count + (half ? 0.5 : 0);
  const around = Math.max(spread, whole / 4);
  const [from, to] = [whole + around, whole - around].map((n) => now.getTime() - n * lengthOf(unit));
  return { from: from!, to: to!, scale: 1 };
}

export function upToNow(now: Date, count: number, unit: string): Stretch {
  const whole = { month: 1, quarter: 3, year: 12 }[unit.toLowerCase()];
  const from = whole
    ? monthsBefore(now, Math.round(count * whole))
    : midnight(now) - Math.round(count * UNIT_DAYS[unit.toLowerCase()]!) * DAY;
  return lasting(from, now.getTime());
}

/** So many units just before a moment, or just after it. */
export function beside(at: number, said: string, unit: string, side: 'before' | 'after'): Stretch {
  const length = countOf(said).count * UNIT_DAYS[unit.toLowerCase()]! * DAY;
  return side === 'before' ? lasting(at - length, at) : lasting(at, at + length);
}
