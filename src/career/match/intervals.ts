/** Months since the year 0; `end` is not included. */
export interface Interval {
  start: number;
  end: number;
}

/** The months that a date of JSON Resume can mean: a bare year any of its twelve. Null where it is no date. */
function monthsOf(date: string | undefined): { first: number; last: number; middle: number } | null {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? '');
  if (!match) return null;
  const january = Number(match[1]) * 12;
  if (match[2] === undefined) return { first: january, last: january + 11, middle: january + 6 };
  const month = january + Number(match[2]) - 1;
  return { first: month, last: month, middle: month };
}

export interface Period {
  startDate?: string;
  endDate?: string;
}

/** The fewest and the most months that periods cover, and what one would usually read their dates as. */
export interface Covered {
  min: number;
  max: number;
  usual: number;
}

/** The length of intervals laid over each other, in months: overlaps count once. */
export function mergedLength(intervals: Interval[]): number {
  const sorted = intervals.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end } of sorted) {
    total += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return total;
}

/**
 * How long periods last together. Both months of a period count; «2018» to «2020» is usually two years, but may be little
 * more than one or as many as three. A period without an end goes on until today; one without a start counts nothing.
 * Null where no period has a start.
 */
export function covered(periods: Period[], today: Date): Covered | null {
  const now = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const known = periods.flatMap((period) => {
    const start = monthsOf(period.startDate);
    if (!start) return [];
    const end = monthsOf(period.endDate) ?? { first: now, last: now, middle: now };
    const isYear = (date: string | undefined) => date !== undefined && /^\d{4}$/.test(date);
    const whole = isYear(period.startDate) && isYear(period.endDate);
    return [
      {
        min: { start: start.last, end: Math.min(end.first, now) + 1 },
        max: { start: start.first, end: Math.min(end.last, now) + 1 },
        usual: { start: start.middle, end: Math.min(end.middle, now) + (whole ? 0 : 1) },
      },
    ];
  });
  if (known.length === 0) return null;
  const length = (which: 'min' | 'max' | 'usual') => mergedLength(known.map((one) => one[which]));
  const [min, max] = [length('min'), length('max')];
  return { min, max, usual: Math.min(max, Math.max(min, length('usual'))) };
}
