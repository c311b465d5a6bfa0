import { localDay } from '../../../ui/dates.tsx';

/** 2026-03-01T14:30 in the browser's time zone, as `datetime-local` has it; empty for none. */
export function toLocal(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${localDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** ISO 8601 in UTC; null for none. */
export function toISO(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString();
}

/** A day as it is kept: at noon in UTC, but not in the future. Null for none. `now` in ms since 1970. */
export function noonOf(day: string, now = Date.now()): string | null {
  if (day === '') return null;
  const isToday = day === localDay(new Date(now));
  const noon = Date.parse(`${day}T12:00:00.000Z`);
  return new Date(isToday ? Math.min(noon, now) : noon).toISOString();
}
