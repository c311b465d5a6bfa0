const dayMs = 86_400_000;
/** Made when first used: each of them loads what the language writes dates with, which takes as long as all else here. */
const format = (options: Intl.DateTimeFormatOptions) => {
  let made: Intl.DateTimeFormat | undefined;
  return (date: Date): string => {
    made ??= new Intl.DateTimeFormat(undefined, options);
    return made.format(date);
  };
};
const full = format({ dateStyle: 'full', timeStyle: 'short' });
const dateOnly = format({ dateStyle: 'medium' });
const dayOfYear = format({ day: 'numeric', month: 'short' });
const dateTime = format({ dateStyle: 'medium', timeStyle: 'short' });
const dayAnywhere = format({ dateStyle: 'medium', timeZone: 'UTC' });
const fullAnywhere = format({ dateStyle: 'full', timeZone: 'UTC' });
const timeOnly = format({ timeStyle: 'short' });
const weekday = format({ weekday: 'long' });

export interface DateProps {
  /** ISO 8601. */
  value: string;
  withTime?: boolean;
}

/** A date in the person's own way of writing. */
export function DateText({ value, withTime = false }: DateProps) {
  return (
    <time dateTime={value} title={full(new Date(value))}>
      {(withTime ? dateTime : dateOnly)(new Date(value))}
    </time>
  );
}

/**
 * Whether a moment stands for a day without a time: noon in UTC, as imports keep days (at midnight, once). Moments of
 * clicks have their milliseconds.
 */
export function isDay(value: string): boolean {
  return /T(?:12|00):00:00(?:\.0+)?Z$/.test(value);
}

/** 2026-03-01: of a day that day, wherever one is; of a moment the day in the browser's time zone. */
export function dayOf(value: string): string {
  return isDay(value) ? value.slice(0, 10) : localDay(new Date(value));
}

/** How far the browser's clock is ahead of UTC, as the API takes it: +05:30. */
export function utcOffset(): string {
  const ahead = -new Date().getTimezoneOffset();
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

/** 2026-03-01, in the browser's time zone. */
export function localDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The date of what may have been given as a day alone, which then has no time. */
export function DayText({ value, withTime = false }: DateProps) {
  if (!isDay(value)) return <DateText value={value} withTime={withTime} />;
  const day = value.slice(0, 10);
  return (
    <time dateTime={day} title={fullAnywhere(new Date(value))}>
      {dayWords(value)}
    </time>
  );
}

/** The words of DayText for a day. */
export const dayWords = (value: string): string => dayAnywhere(new Date(value));

/** A date as one would say it: the time today, yesterday, the day of the week, else the date; the year where it is another. */
export function RelativeDate({ value }: { value: string }) {
  return (
    <time dateTime={value} title={full(new Date(value))}>
      {relativeDate(value)}
    </time>
  );
}

/** The words of RelativeDate. `now` in ms since 1970. */
export function relativeDate(value: string, now = Date.now()): string {
  const date = new Date(value);
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(date)) / dayMs);
  if (days === 0) return timeOnly(date);
  if (days === 1 || days === -1)
    return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(-days, 'day');
  if (days > 1 && days < 7) return weekday(date);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dayOfYear : dateOnly)(date);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** A number in the person's own way of writing. */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(undefined, options).format(value);
}
