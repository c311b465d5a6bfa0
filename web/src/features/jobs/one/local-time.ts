/** 2026-03-01T14:30 in the browser's time zone, as `datetime-local` has it; empty for none. */
export function toLocal(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** ISO 8601 in UTC; null for none. */
export function toISO(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString();
}
