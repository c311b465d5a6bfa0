import { DAY, lasting, midnight, monday, months, monthsBefore, type Stretch } from './calendar.ts';
import { COUNT, countOf } from './counts.ts';
import { MONTH, monthOf, YEAR } from './dates.ts';

/*
 * «Last week», «two months ago», «this summer»: stretches of time counted from the moment of asking, by the clock on the
 * asker's wall. English only, seasons of the northern half; a morning is the whole of its day.
 */

export interface Asked {
  now: Date;
  /** Whether the question is about what has been: «on Monday» may else be the next one. */
  past: boolean;
}

export interface RelativeTime {
  pattern: string;
  /** The words it needs before it, where it says nothing alone. */
  after?: string;
  /** What its groups say; null where they say nothing that was. */
  stretch(groups: (string | undefined)[], asked: Asked): Stretch | null;
}

/** First month and day, and those of the end, of what comes each year. */
const SEASONS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  spring: [2, 1, 5, 1],
  summer: [5, 1, 8, 1],
  autumn: [8, 1, 11, 1],
  fall: [8, 1, 11, 1],
  winter: [11, 1, 14, 1],
  christmas: [11, 20, 12, 1],
};
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

const SEASON = `(${Object.keys(SEASONS).join('|')})`;
const WEEKDAY = '((?:sun|mon|tues|wednes|thurs|fri|satur)day)(?!,? (?:in|of|the \\d|\\d))';
const UNIT = '(day|night|week|fortnight|month|quarter|year)s?';
const DAYTIME = '(?: morning| afternoon| evening| night)?';
// «My last week at Acme» is not the week before this one.
const NOT_OWNED = "(?<!(?:\\b(?:my|his|her|our|their|your|its|very)|['’]s) )";
const NOT_OF = '(?! (?:of|at|with|before|after|as)\\b)';

export const RELATIVE_TIMES: readonly RelativeTime[] = [
  {
    pattern: `(?:earlier )?(today|tonight|this (?:morning|afternoon|evening)|(?:the )?day before yesterday|yesterday)${DAYTIME}`,
    stretch: ([day = ''], { now }) =>
      daysBefore(now, /before/i.test(day) ? 2 : /^yesterday/i.test(day) ? 1 : 0),
  },
  // From noon to noon: with the night of every place that has the day of asking, as where it was asked may be unknown.
  {
    pattern: `${NOT_OWNED}(?<!\\bthe )last night`,
    stretch: (_, { now }) => ({ ...daysBefore(now, 0.5), scale: 1 }),
  },
  {
    pattern: 'the other (?:day|night|evening|morning)',
    stretch: (_, { now }) => lasting(midnight(now) - 7 * DAY, midnight(now)),
  },
  {
    pattern: '(?:recently|lately)',
    stretch: (_, { now }) => ({ from: midnight(now) - 30 * DAY, to: now.getTime(), scale: 30 }),
  },
  {
    pattern: `(?:about |around |over |almost |nearly |roughly )?${COUNT}[ -]${UNIT}( and a half)? ago`,
    stretch: ([said, unit, half], { now }) => ago(now, said!, unit!, Boolean(half)),
  },
  {
    pattern: `(?:about |around |over |almost |nearly |roughly )?${COUNT} and a half ${UNIT} ago`,
    stretch: ([said, unit], { now }) => ago(now, said!, unit!, true),
  },
  {
    pattern: `${NOT_OWNED}(?:the )?(?:last|past) ${COUNT}[ -]${UNIT}${NOT_OF}`,
    stretch: ([said, unit], { now }) => upToNow(now, countOf(said!).count, unit!),
  },
  // «The last week» alone is the last of something else; «the past week» and «in the last week» are the seven days to now.
  {
    pattern: `${NOT_OWNED}(?:(?:the |this )?past|(?:in|over|during|within|for|throughout) the last) (week|fortnight|month|quarter|year)${NOT_OF}`,
    stretch: ([unit], { now }) => upToNow(now, 1, unit!),
  },
  {
    pattern: `${NOT_OWNED}(?:the )?(?:last|past) (day|week|month|year)s${NOT_OF}`,
    stretch: ([unit], { now }) => upToNow(now, countOf('few').count, unit!),
  },
  {
    pattern: '(?:the )?(week|weekend|month|quarter|year) before last',
    stretch: ([unit], { now }) => unitBefore(now, unit!.toLowerCase(), 2),
  },
  {
    pattern: '(earlier|later) this (week|month|quarter|year)',
    stretch: ([side, unit], { now }) => {
      const { from, to } = unitBefore(now, unit!.toLowerCase(), 0);
      return /^e/i.test(side!) ? lasting(from, now.getTime()) : lasting(now.getTime(), to);
    },
  },
  {
    pattern: `${NOT_OWNED}(?<!\\bthe )(last|this past|this) (?:(week|weekend|month|quarter|year)|${WEEKDAY}${DAYTIME}|${MONTH}|${SEASON})${NOT_OF}`,
    stretch: ([which, unit, weekday, month, season], asked) => {
      const current = /^this$/i.test(which!);
      if (unit) return unitBefore(asked.now, unit.toLowerCase(), current ? 0 : 1, asked.past);
      if (weekday) return current ? thisWeekday(asked.now, weekday) : lastWeekday(asked.now, weekday);
      const inYear = month
        ? (year: number) => months(year, monthOf(month), 1)
        : (year: number) => seasonOf(year, season!);
      return current ? thisYears(asked.now, inYear) : latest(asked.now, inYear, 'to');
    },
  },
  {
    pattern: `q([1-4])(?:(?:,| of)? ${YEAR})?`,
    stretch: ([quarter, year], { now }) => {
      const inYear = (y: number) => months(y, (Number(quarter) - 1) * 3, 3);
      return year ? inYear(Number(year)) : latest(now, inYear, 'from');
    },
  },
  {
    pattern: `(?:the )?${SEASON} (?:of )?${YEAR}`,
    stretch: ([season, year]) => seasonOf(Number(year), season!),
  },
  {
    pattern: `(?:the )?${SEASON}(?! (?:camp|job|party|school|semester|term|games?|market|break|coat)\\b)`,
    after: 'in|over|during|throughout|at',
    stretch: ([season], { now, past }) =>
      past ? latest(now, (year) => seasonOf(year, season!), 'from') : null,
  },
  {
    pattern: `${WEEKDAY}${DAYTIME}`,
    after: 'on',
    stretch: ([weekday], { now, past }) => (past ? lastWeekday(now, weekday!) : null),
  },
];

function daysBefore(now: Date, days: number): Stretch {
  const from = midnight(now) - days * DAY;
  return lasting(from, from + DAY);
}

/** The unit that now is in (0), the last one that is over (1), or the one before that (2). */
function unitBefore(now: Date, unit: string, back: number, past = true): Stretch {
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
function lastWeekday(now: Date, name: string): Stretch {
  return daysBefore(now, (now.getUTCDay() - weekdayOf(name) + 7) % 7 || 7);
}

/** That of the week that now is in, past or to come. */
function thisWeekday(now: Date, name: string): Stretch {
  const from = monday(now) + ((weekdayOf(name) + 6) % 7) * DAY;
  return lasting(from, from + DAY);
}

function seasonOf(year: number, name: string): Stretch {
  const [month, day, endMonth, endDay] = SEASONS[name.toLowerCase()]!;
  return lasting(Date.UTC(year, month, day), Date.UTC(year, endMonth, endDay));
}

/** The latest of what comes each year that has begun (by its `from`), or that is over (by its `to`). */
function latest(now: Date, inYear: (year: number) => Stretch, by: 'from' | 'to'): Stretch {
  for (let year = now.getUTCFullYear(); ; year--) {
    const stretch = inYear(year);
    if (stretch[by] <= now.getTime()) return stretch;
  }
}

/** That of this year, past or to come; in its first weeks, what is only just over: «this December» in January. */
function thisYears(now: Date, inYear: (year: number) => Stretch): Stretch {
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
function ago(now: Date, said: string, unit: string, half: boolean): Stretch {
  const size = UNIT_DAYS[unit.toLowerCase()]!;
  const { count, spread } = countOf(half ? 'half' : said);
  const whole = half ? countOf(said).count : 0;
  const middle = midnight(now) + DAY / 2 - (whole + count) * size * DAY;
  const around = Math.max(DAY / 2, spread * size * DAY);
  return { from: middle - around, to: middle + around, scale: Math.max(1, spread * size) };
}

function upToNow(now: Date, count: number, unit: string): Stretch {
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
