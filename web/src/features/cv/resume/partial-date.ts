/** `2020-03` as the reader's language has it: «Mar 2020»; what is no such date stays as it is. */
export function partialDate(date: string, language: string | undefined = undefined): string {
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(date.trim());
  if (!parts) return date.trim();
  const [, year, month, day] = parts;
  if (!month) return year!;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language, day ? { ...options, day: 'numeric' } : options).format(time);
}

/** «Mar 2020 – present»; without a start only when it ended; null where neither is known. */
export function period(
  start: string | undefined,
  end: string | undefined,
  language: string | undefined = undefined,
): string | null {
  if (start) return `${partialDate(start, language)} – ${end ? partialDate(end, language) : 'present'}`;
  return end ? partialDate(end, language) : null;
}
