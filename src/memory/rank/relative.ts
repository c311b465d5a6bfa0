/**
 * «Last week», «two months ago», «this summer»: stretches of time counted from the moment of asking. English only, in
 * UTC, seasons of the northern half; what is meant is wider than what is said, so a stretch fades out over `scale` days.
 */
export interface Stretch {
  from: number;
  to: number;
  scale: number;
}

const DAY = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const SEASONS: Readonly<Record<string, number>> = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 };
const NUMBERS = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ');

const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december';
const WEEKDAY = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday';
const COUNT = `\\d{1,3}|an|${NUMBERS.join('|')}|a few|a couple of`;
const RELATIVE = new RegExp(
  [
    '\\b(today|yesterday|the day before yesterday)\\b',
    // «My last week at Acme» is not the week before this one.
    `(?<!\\b(?:my|the|his|her|our|their|your|its|very) )\\b(last|this|past) (week|weekend|month|year|spring|summer|autumn|fall|winter|${WEEKDAY}|${MONTH})\\b`,
    `\\b(${COUNT}) (day|week|month|year)s? ago\\b`,
  ].join('|'),
  'g',
);

/** The stretches that a question names, and what is left of it without their words. */
export function stretchesIn(folded: string, now: Date): { stretches: Stretch[]; rest: string } {
  const stretches: Stretch[] = [];
  const rest = folded.replace(RELATIVE, (_all, day, which, unit, count, counted) => {
    if (day) stretches.push(dayBefore(now, ['today', 'yesterday'].indexOf(day)));
    else if (which) stretches.push(named(now, unit, which === 'this'));
    else stretches.push(ago(now, numberOf(count), counted));
    return ' ';
  });
  return { stretches, rest };
}

function numberOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  if (word === 'a few') return 3;
  if (word === 'a couple of') return 2;
  return Math.max(1, NUMBERS.indexOf(word));
}

const midnight = (at: Date) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());

/** 0 is today; not found, the day before yesterday. */
function dayBefore(now: Date, place: number): Stretch {
  const from = midnight(now) - (place < 0 ? 2 : place) * DAY;
  return { from, to: from + DAY, scale: 2 };
}

/** The unit that now is in, or the last one that is over. */
function named(now: Date, unit: string, current: boolean): Stretch {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const back = current ? 0 : 1;
  const today = midnight(now);
  const monday = today - ((now.getUTCDay() + 6) % 7) * DAY;
  if (unit === 'week') return { from: monday - back * 7 * DAY, to: monday + (1 - back) * 7 * DAY, scale: 5 };
  if (unit === 'weekend') {
    const saturday = monday + 5 * DAY;
    const from = saturday <= today && current ? saturday : saturday - 7 * DAY;
    return { from, to: from + 2 * DAY, scale: 4 };
  }
  if (unit === 'month') return months(year, month - back, 1);
  if (unit === 'year') return months(year - back, 0, 12);
  const weekday = WEEKDAYS.indexOf(unit.slice(0, 3));
  if (unit.endsWith('day') && weekday >= 0) {
    const since = (now.getUTCDay() - weekday + 7) % 7 || (current ? 0 : 7);
    return { from: today - since * DAY, to: today - (since - 1) * DAY, scale: 2 };
  }
  const start = SEASONS[unit] ?? MONTHS.indexOf(unit.slice(0, 3));
  const length = unit in SEASONS ? 3 : 1;
  return latest(now, start, length, current);
}

/** The latest run of months from a month of the year on that has begun («this»), or that is over («last»). */
function latest(now: Date, start: number, length: number, current: boolean): Stretch {
  for (let year = now.getUTCFullYear(); ; year--) {
    const stretch = months(year, start, length);
    if ((current ? stretch.from : stretch.to) <= now.getTime()) return stretch;
  }
}

function months(year: number, month: number, length: number): Stretch {
  return {
    from: Date.UTC(year, month, 1),
    to: Date.UTC(year, month + length, 1),
    scale: length > 6 ? 60 : 15 + 5 * length,
  };
}

const UNIT_DAYS = { day: 1, week: 7, month: 30.4, year: 365.25 } as const;

/** «Three weeks ago» is some day around then: half a unit to either side, fading over another half. */
function ago(now: Date, count: number, unit: keyof typeof UNIT_DAYS): Stretch {
  const size = UNIT_DAYS[unit];
  const middle = midnight(now) + DAY / 2 - count * size * DAY;
  const half = Math.max(DAY, size * DAY) / 2;
  return { from: middle - half, to: middle + half, scale: Math.max(1, size / 2) };
}
