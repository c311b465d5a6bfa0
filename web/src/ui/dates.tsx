const dayMs = 86_400_000;
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const dateOnly = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const timeOnly = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export interface DateProps {
  /** ISO 8601. */
  value: string;
  withTime?: boolean;
}

/** A date in the person's own way of writing. */
export function DateText({ value, withTime = false }: DateProps) {
  return (
    <time dateTime={value} title={full.format(new Date(value))}>
      {(withTime ? dateTime : dateOnly).format(new Date(value))}
    </time>
  );
}

/** A date as one would say it: the time today, yesterday, the day of the week, else the date; the year where it is another. */
export function RelativeDate({ value }: { value: string }) {
  return (
    <time dateTime={value} title={full.format(new Date(value))}>
      {relativeDate(value)}
    </time>
  );
}

/** The words of RelativeDate. `now` in ms since 1970. */
export function relativeDate(value: string, now = Date.now()): string {
  const date = new Date(value);
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(date)) / dayMs);
  if (days === 0) return timeOnly.format(date);
  if (days === 1 || days === -1) return relative.format(-days, 'day');
  if (days > 1 && days < 7) return weekday.format(date);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dayOfYear : dateOnly).format(date);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** A number in the person's own way of writing. */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(undefined, options).format(value);
}
