import { fold } from '../text/tokens.ts';
import type { TimeWindow } from './asked-times.ts';
import { type DateMention, type Question, withoutDates } from './question.ts';
import { stretchesIn } from './relative.ts';

/** The times that a question names, up to now: of a date without a year the latest that has begun. */
export function windowsOf(
  { dates, stretches }: Pick<Question, 'dates' | 'stretches'>,
  now: Date,
): TimeWindow[] {
  const end = now.getTime();
  const latest = (date: DateMention) => {
    const year = date.year ?? now.getUTCFullYear();
    const window = windowIn(date, year);
    return date.year === null && window.from > end ? windowIn(date, year - 1) : window;
  };
  return [...dates.map(latest), ...stretches]
    .map(({ from, to }) => ({ from, to: Math.min(to, end) }))
    .filter(({ from, to }) => from < to);
}

function windowIn({ month, day }: DateMention, year: number): TimeWindow {
  if (month === null) return { from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0) };
  if (day === null) return { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
  return { from: Date.UTC(year, month, day), to: Date.UTC(year, month, day + 1) };
}

/** A question without the words that name its times. */
export function withoutTimes(text: string, now: Date): string {
  return withoutDates(stretchesIn(fold(text), now).rest);
}
