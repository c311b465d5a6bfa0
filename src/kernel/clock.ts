/** Where the time comes from; tests pass a clock of their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

declare const isoBrand: unique symbol;

/** An instant as ISO 8601 in UTC, ending in `Z`. Stored times leave the database in this form, whichever it is. */
export type DateISO = string & { readonly [isoBrand]: true };

export function toISO(date: Date): DateISO {
  return date.toISOString() as DateISO;
}
