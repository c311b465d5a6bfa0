import { DAY, lasting, midnight, monday, months, type Stretch } from './calendar.ts';
import { COUNT, countOf } from './counts.ts';
import { dateOf, MONTH, monthOf, stretchOf, YEAR } from './dates.ts';
import {
  ago,
  dayBefore,
  daysAround,
  daysBefore,
  lastWeekday,
  latest,
  latestDay,
  latestWeekend,
  lengthOf,
  partOf,
  SEASONS,
  seasonOf,
  thisWeekday,
  thisYears,
  timeAgo,
  unitBefore,
  upToNow,
} from './reckoning.ts';

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

const WHICH: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3 };

const SEASON = `(${Object.keys(SEASONS).join('|')})`;
const DAY_OF_WEEK = '((?:sun|mon|tues|wednes|thurs|fri|satur)day)';
const WEEKDAY = `${DAY_OF_WEEK}(?!,? (?:in|of|the \\d|\\d))`;
/** The year that a part is of, by its figures or from the moment of asking; two groups. */
const OF_YEAR = `(?:(?:(?:,| of)? ${YEAR})|(?: of)? (last|this|the) year)`;
const UNIT = '(day|night|week|fortnight|month|quarter|year)s?';
const ROUGHLY = '(?:about |around |over |almost |nearly |roughly )?';
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
    pattern: `${COUNT} (week|month|year)s? ago today`,
    stretch: ([said, unit], { now }) => daysAround(dayBefore(now, countOf(said!).count, unit!), 0),
  },
  {
    pattern: 'this time last (week|month|year)',
    stretch: ([unit], { now }) =>
      daysAround(dayBefore(now, 1, unit!), { week: 0, month: 3, year: 15 }[unit!.toLowerCase()]!),
  },
  {
    pattern: `${ROUGHLY}${COUNT} (hour|minute)s?( and a half)? ago`,
    stretch: ([said, unit, half], { now }) => timeAgo(now, said!, unit!, Boolean(half)),
  },
  {
    pattern: `${ROUGHLY}${COUNT} and a half (hour|minute)s? ago`,
    stretch: ([said, unit], { now }) => timeAgo(now, said!, unit!, true),
  },
  {
    pattern: `${NOT_OWNED}(?:the )?(?:last|past) ${COUNT} (hour|minute)s?${NOT_OF}`,
    stretch: ([said, unit], { now }) =>
      lasting(now.getTime() - countOf(said!).count * lengthOf(unit!), now.getTime()),
  },
  // «At the last minute» is no time of asking.
  {
    pattern: `${NOT_OWNED}(?:(?:the |this )past|(?:in|over|during|within|for|throughout) the last) (hour|minute)s?${NOT_OF}`,
    stretch: ([unit], { now }) => lasting(now.getTime() - lengthOf(unit!), now.getTime()),
  },
  {
    pattern: `${ROUGHLY}${COUNT}[ -]${UNIT}( and a half)? ago`,
    stretch: ([said, unit, half], { now }) => ago(now, said!, unit!, Boolean(half)),
  },
  {
    pattern: `${ROUGHLY}${COUNT} and a half ${UNIT} ago`,
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
    pattern: `q([1-4])${OF_YEAR}?`,
    stretch: ([quarter, year, which], { now }) =>
      partOf(now, { length: 3, place: Number(quarter) - 1 }, year, which),
  },
  {
    pattern: `(?:the )?(first|second|third|fourth|last) (quarter|half)${OF_YEAR}`,
    stretch: ([said, unit, year, which], { now }) => {
      const length = /^q/i.test(unit!) ? 3 : 6;
      const place = WHICH[said!.toLowerCase()] ?? 12 / length - 1;
      return place * length < 12 ? partOf(now, { length, place }, year, which) : null;
    },
  },
  {
    pattern: `(?:the )?(first|second|third|fourth|last) week (?:of|in) ${MONTH}(?:,? ${YEAR})?`,
    stretch: ([said, month, year], { now }) => {
      const place = WHICH[said!.toLowerCase()];
      const inYear = (y: number) => {
        const { from, to } = months(y, monthOf(month!), 1);
        const start = place === undefined ? to - 7 * DAY : from + place * 7 * DAY;
        return lasting(start, start + 7 * DAY);
      };
      return year ? inYear(Number(year)) : latest(now, inYear, 'from');
    },
  },
  {
    pattern: `(?:the )?week of (?:the )?(?:${MONTH} (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH})(?:st|nd|rd|th)?(?:,? ${YEAR})?`,
    stretch: ([month, day, dayBefore, monthAfter, year], { now }) => {
      const date = dateOf(year, month ?? monthAfter, day ?? dayBefore);
      if (!date) return null;
      const first = monday(new Date(stretchOf(date, now.getTime()).from));
      return lasting(first, first + 7 * DAY);
    },
  },
  // Alone it says nothing: only its beginning, its middle or its end do.
  {
    pattern: 'the (week|month|year)',
    after: '(?!)',
    stretch: ([unit], { now }) => unitBefore(now, unit!.toLowerCase(), 0),
  },
  {
    pattern: `${DAY_OF_WEEK}${DAYTIME},? (?:of )?(last|this) week`,
    stretch: ([weekday, which], { now }) => {
      const { from, to, scale } = thisWeekday(now, weekday!);
      const back = /^last$/i.test(which!) ? 7 * DAY : 0;
      return { from: from - back, to: to - back, scale };
    },
  },
  {
    pattern: `the weekend${NOT_OF}`,
    after: 'over|during|at|on',
    stretch: (_, { now, past }) => (past ? latestWeekend(now) : null),
  },
  // Alone, as «on the 3rd floor» is none.
  {
    pattern: 'the (\\d{1,2})(?:st|nd|rd|th)(?=\\s*(?:[?!.,;]|$))',
    after: 'on',
    stretch: ([day], { now, past }) => (past ? latestDay(now, Number(day)) : null),
  },
  {
    pattern: `(?:the )?${SEASON} (?:of )?${YEAR}`,
    stretch: ([season, year]) => seasonOf(Number(year), season!),
  },
  {
    pattern: `(?:the )?${SEASON}(?! (?:camp|job|party|school|semester|term|games?|market|break|coat)\\b)`,
    after: 'in|over|during|throughout|at|around',
    stretch: ([season], { now, past }) =>
      past ? latest(now, (year) => seasonOf(year, season!), 'from') : null,
  },
  {
    pattern: `${WEEKDAY}${DAYTIME}`,
    after: 'on',
    stretch: ([weekday], { now, past }) => (past ? lastWeekday(now, weekday!) : null),
  },
];
