/** A month as a number: years times twelve, plus 0 to 11. */
export type Month = number;

export interface PartialDate {
  year: number;
  /** 1 to 12; null where only the year is told. */
  month: number | null;
}

/** A date of JSON Resume (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`); null for everything else. */
export function parseDate(value: string | undefined): PartialDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value ?? '');
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  if (year < 1900 || year > 2100 || (month !== null && (month < 1 || month > 12))) return null;
  return { year, month };
}

/** The earliest month a date can mean: January where only the year is told. */
export const earliest = ({ year, month }: PartialDate): Month => year * 12 + (month ?? 1) - 1;
/** The latest. */
export const latest = ({ year, month }: PartialDate): Month => year * 12 + (month ?? 12) - 1;

export const monthOf = (date: Date): Month => date.getUTCFullYear() * 12 + date.getUTCMonth();

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const monthName = (month: Month): string => `${names[month % 12]} ${Math.floor(month / 12)}`;
