/** A stretch of time in ms since the epoch, half-open. What is meant is wider than what is said: it fades over `scale` days. */
export interface Stretch {
  from: number;
  to: number;
  scale: number;
}

export const DAY = 86_400_000;

/** When and where a question was asked, as far as that is known. */
export interface Asking {
  now?: Date;
  /**
   * How far the asker's clock is ahead of UTC, in minutes; 0 where it is left out. It stands for all of the past: where clocks
   * are put back in autumn, the days of summer begin an hour off.
   */
  utc_offset?: number;
}

/** The stretch between two moments; the longer it lasts, the looser it is meant. */
export function lasting(from: number, to: number): Stretch {
  const days = (to - from) / DAY;
  const scale = days <= 1 ? 2 : days <= 2 ? 4 : days <= 7 ? 5 : days <= 31 ? 20 : days <= 92 ? 30 : 60;
  return { from, to, scale };
}

/** So many whole months from one on (0 is January); UTC, or the clock on a wall told as if it were, as all here. */
export const months = (year: number, month: number, count: number) =>
  lasting(Date.UTC(year, month, 1), Date.UTC(year, month + count, 1));

export const midnight = (at: Date) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());

/** The start of the week, a Monday. */
export const monday = (at: Date) => midnight(at) - ((at.getUTCDay() + 6) % 7) * DAY;

/** The same day so many months before, or the last of its month where that is shorter. */
export function monthsBefore(at: Date, count: number): number {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() - count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(at.getUTCDate(), last));
}
