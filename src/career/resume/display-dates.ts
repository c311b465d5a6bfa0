const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2020-03` as «Mar 2020», `2020-03-05` as «5 Mar 2020»; what is no such date stays as it is. */
export function displayDate(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(date?.trim() ?? '') ?? [];
  if (year === undefined) return date?.trim() || undefined;
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** «Mar 2020 – Present»; a range without an end goes on, one without a start only says when it ended. */
export function dateRange(start: string | undefined, end: string | undefined): string | undefined {
  if (!start) return displayDate(end);
  return `${displayDate(start)} – ${displayDate(end) ?? 'Present'}`;
}
