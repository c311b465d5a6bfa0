import type { CvEntry } from './cv-lines.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2020-03` as «March 2020»; what is no such date stays as it is. */
export function monthOf(date: string): string {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(date) ?? [];
  if (year === undefined) return date;
  const name = month && MONTHS[Number(month) - 1];
  return name ? `${name} ${year}` : year;
}

/** « (March 2020 to May 2022)», « (since March 2020)», or nothing. */
export function periodOf({ startDate, endDate }: Pick<CvEntry, 'startDate' | 'endDate'>): string {
  if (startDate && endDate) {
    const [from, to] = [monthOf(startDate), monthOf(endDate)];
    return from === to ? ` (${from})` : ` (${from} to ${to})`;
  }
  if (startDate) return ` (since ${monthOf(startDate)})`;
  return endDate ? ` (until ${monthOf(endDate)})` : '';
}

/** «Nurse at St Mary’s», or the one of both that is told; null where neither is. */
export function postOf({ position, organization }: CvEntry): string | null {
  if (position && organization) return `${position} at ${organization}`;
  return position ?? (organization && `[your role] at ${organization}`);
}

/** In quotation marks, those inside made single, without the point that the sentence around it brings. */
export function quoted(text: string): string {
  const inner = text.replace(/[“”„"]/g, '’').replace(/[.;,\s]+$/, '');
  return `“${inner}”`;
}
