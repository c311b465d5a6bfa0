/** From `start` (within) to `end` (without). */
export interface Period {
  start: Date;
  end: Date;
}

const dayMs = 86_400_000;
/** A month of Stripe's has at most 31 days, and its ends may be an hour off where it was moved by hand. */
const longestMonthMs = 32 * dayMs;

/** The month of the calendar, in UTC. */
export function calendarMonth(now: Date): Period {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { start: new Date(Date.UTC(year, month, 1)), end: new Date(Date.UTC(year, month + 1, 1)) };
}

/**
 * The period in which use is counted now. Limits are for a month: a longer period of a subscription (a year) is cut
 * into months from its first day on, and so goes on the time after one whose renewal has not been told yet.
 */
export function usagePeriod(paid: { start: Date; end: Date | null } | null, now: Date): Period {
  if (!paid || now < paid.start) return calendarMonth(now);
  const { start, end } = paid;
  const isCurrent = end !== null && now < end;
  if (isCurrent && end.getTime() - start.getTime() <= longestMonthMs) return { start, end };
  let months = (now.getUTCFullYear() - start.getUTCFullYear()) * 12 + now.getUTCMonth() - start.getUTCMonth();
  if (addMonths(start, months) > now) months--;
  const month = { start: addMonths(start, months), end: addMonths(start, months + 1) };
  return isCurrent && end < month.end ? { start: month.start, end } : month;
}

/** The same day of a later month, or its last day where it has none such. */
function addMonths(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const days = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date.getUTCDate(), days));
  return moved;
}
