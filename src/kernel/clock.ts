/** Where the time comes from; tests pass a clock of their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const minute = 60_000;

/** A moment as the clock on a wall shows it, told as if that were UTC. `utcOffset`: how far that clock is ahead of UTC, in minutes. */
export const wallClock = (at: Date | string, utcOffset = 0): Date =>
  new Date(new Date(at).getTime() + utcOffset * minute);

/** When that clock shows a time; the inverse of `wallClock`. */
export const instantOf = (wall: Date | string, utcOffset = 0): Date => wallClock(wall, -utcOffset);

/** The day of a moment where the clock is so many minutes ahead of UTC: 2026-03-01. */
export const dayAt = (at: Date | string, utcOffset = 0): string =>
  wallClock(at, utcOffset).toISOString().slice(0, 10);

declare const isoBrand: unique symbol;

/** An instant as ISO 8601 in UTC, ending in `Z`. Stored times leave the database in this form, whichever it is. */
export type DateISO = string & { readonly [isoBrand]: true };

export function toISO(date: Date): DateISO {
  return date.toISOString() as DateISO;
}
