/** Weeks begin on Monday, UTC; they are numbered from the one of 29 December 1969. */
const weekMs = 7 * 86_400_000;
/** Monday, 29 December 1969: three days before the epoch, which was a Thursday. */
const firstMonday = -3 * 86_400_000;
export const weekOf = (iso: string): number => Math.floor((Date.parse(iso) - firstMonday) / weekMs);
export const dayOfWeek = (week: number): string =>
  new Date(firstMonday + week * weekMs).toISOString().slice(0, 10);
