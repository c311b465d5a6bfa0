import type { Due } from './types.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  'a couple of': 2,
  'a couple': 2,
  'a few': 4,
  'the next few': 4,
  'the next couple of': 2,
};
const dayMs = 86_400_000;

const BEFORE = '(?:by|on|before|until|till|for|no later than|not later than|latest|at the latest)';
const weekday = '(sun|mon|tues|wednes|thurs|fri|satur)day';
const month = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const amount = `(\\d{1,2}|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

type Reader = (found: RegExpExecArray, at: Date) => Date | null;

/** The first that matches is taken, so the narrower ones stand first. */
const READERS: [RegExp, Reader][] = [
  [
    /\b(?:by |on |before |until )?(\d{4})-(\d\d)-(\d\d)\b/i,
    ([, y, m, d]) => valid(Number(y), Number(m) - 1, Number(d)),
  ],
  [rule(`\\b(?:${BEFORE} )?(?:the )?day after tomorrow\\b`), (_, at) => after(at, 2)],
  [
    rule(
      `\\b(?:${BEFORE} )?tomorrow(?: (?:morning|afternoon|evening|night|noon|at the latest|first thing))?\\b(?!')`,
    ),
    (_, at) => after(at, 1),
  ],
  [rule(`\\b(?:${BEFORE} )?(?:the )?end of (?:the |this )?week\\b`), (_, at) => endOfWork(at, 0)],
  [rule(`\\b(?:${BEFORE} )?(?:the )?end of next week\\b`), (_, at) => endOfWork(at, 1)],
  [rule(`\\b(?:${BEFORE} )?(?:the )?end of (?:the |this )?month\\b`), (_, at) => endOfMonth(at, 0)],
  [
    rule(`\\b(?:${BEFORE} )?(?:the )?end of (?:the |this )?(?:day|today)\\b|\\beod\\b`),
    (_, at) => after(at, 0),
  ],
  [
    rule(`\\b(?:${BEFORE} )?(?:today|tonight|this (?:morning|afternoon|evening))\\b(?!')`),
    (_, at) => after(at, 0),
  ],
  [
    rule(`\\bnext ${weekday}\\b(?!')`),
    ([, day], at) => after(monday(at, 1), (WEEKDAYS.indexOf(`${day}day`.toLowerCase()) + 6) % 7),
  ],
  [
    rule(
      `\\b(?:${BEFORE} |this |this coming |the coming |coming ){0,4}(?<!\\b(?:last|since|from|of|every|each|past) )${weekday}(?: (?:morning|afternoon|evening|night|noon))?\\b(?!')`,
    ),
    ([, day], at) => upcoming(at, `${day}day`.toLowerCase()),
  ],
  [
    rule(`\\b(?:${BEFORE} |over |during |at |this |the |coming ){1,4}weekend\\b(?!')`),
    (_, at) => after(monday(at, 0), 6),
  ],
  [rule(`\\b(?:${BEFORE} |over |during )?next weekend\\b`), (_, at) => after(monday(at, 1), 6)],
  [
    rule(`\\b(?:${BEFORE} |sometime |later |during )?(?:this week|later this week)\\b`),
    (_, at) => after(monday(at, 0), 6),
  ],
  [rule(`\\b(?:${BEFORE} |sometime |during |early )?next week\\b`), (_, at) => after(monday(at, 1), 6)],
  [rule(`\\b(?:${BEFORE} |sometime |during )?(?:this month)\\b`), (_, at) => endOfMonth(at, 0)],
  [rule(`\\b(?:${BEFORE} |sometime |during |early )?next month\\b`), (_, at) => endOfMonth(at, 1)],
  [
    rule(`\\b(?:in|within) (?:the next )?${amount} (day|week|month)s?\\b`),
    ([, count, unit], at) => later(at, count!, unit!),
  ],
  [
    rule(`\\b(?:${BEFORE} )(?:the )?${month}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`),
    ([, name, day, year], at) => named(at, name!, day!, year),
  ],
  [
    rule(`\\b(?:${BEFORE} )(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}\\b(?:,? (\\d{4}))?`),
    ([, day, name, year], at) => named(at, name!, day!, year),
  ],
  [
    rule(`\\b(?:by|on|before|until) the (\\d{1,2})(?:st|nd|rd|th)\\b`),
    ([, day], at) => dayOfMonth(at, Number(day)),
  ],
];

function rule(source: string): RegExp {
  return new RegExp(source, 'i');
}

/**
 * The day a sentence names, counted from the day it was said on; null where it names none, or one that cannot be told
 * (03/04). «By Friday», said on a Friday, is a week ahead: nobody is reminded too early.
 */
export function readDue(sentence: string, said: Date): Due | null {
  const at = new Date(Date.UTC(said.getUTCFullYear(), said.getUTCMonth(), said.getUTCDate()));
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(sentence);
    const date = found && read(found, at);
    if (date) return { date: date.toISOString().slice(0, 10), text: found[0].trim() };
  }
  return null;
}

function after(at: Date, days: number): Date {
  return new Date(at.getTime() + days * dayMs);
}

function monday(at: Date, weeks: number): Date {
  return after(at, weeks * 7 - ((at.getUTCDay() + 6) % 7));
}

/** Friday; on a weekend, the day itself is the end of the week. */
function endOfWork(at: Date, weeks: number): Date {
  const friday = after(monday(at, weeks), 4);
  return friday < at ? after(monday(at, weeks), 6) : friday;
}

function endOfMonth(at: Date, months: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0));
}

function upcoming(at: Date, name: string): Date {
  return after(at, (WEEKDAYS.indexOf(name) - at.getUTCDay() + 7) % 7 || 7);
}

function later(at: Date, count: string, unit: string): Date {
  const n = NUMBERS[count.toLowerCase()] ?? Number(count);
  if (/month/i.test(unit)) return addMonths(at, n);
  return after(at, /week/i.test(unit) ? 7 * n : n);
}

/** The 31st of a shorter month is its last day. */
function addMonths(at: Date, months: number): Date {
  const last = endOfMonth(at, months).getUTCDate();
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, Math.min(at.getUTCDate(), last)));
}

function named(at: Date, name: string, day: string, year: string | undefined): Date | null {
  const index = MONTHS.findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3)));
  if (year) return valid(Number(year), index, Number(day));
  const date = valid(at.getUTCFullYear(), index, Number(day));
  return date && date < at ? valid(at.getUTCFullYear() + 1, index, Number(day)) : date;
}

function dayOfMonth(at: Date, day: number): Date | null {
  const first = new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + (day > at.getUTCDate() ? 0 : 1), 1),
  );
  return valid(first.getUTCFullYear(), first.getUTCMonth(), day);
}

/** Null where the calendar has no such day. */
function valid(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month, day));
  const isThere = date.getUTCDate() === day && date.getUTCMonth() === month;
  return isThere && year >= 1970 && year <= 2100 ? date : null;
}
