import { InvalidArgumentError } from 'commander';

/** Readers of option values; what they throw, commander prints with the option's name. */

export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It has to be a whole number from ${min} to ${max}.`);
  };
}

/** The column is 255 wide, and an empty name is nobody. */
export function userId(text: string): string {
  if (text.trim() !== '' && text.length <= 255) return text;
  throw new InvalidArgumentError('It has to be a user id of 1 to 255 characters.');
}

const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** As the API takes it: the column is 36 wide. */
export function conversationId(text: string): string {
  if (text.trim() !== '' && text.length <= 36) return text;
  throw new InvalidArgumentError('It has to be a conversation id of 1 to 36 characters.');
}

/** How far this machine's clock is ahead of UTC, in minutes: «yesterday» is told by it. */
export const utcOffsetHere = (): number => -new Date().getTimezoneOffset();

/** A day or a time, in UTC where it names no zone; a day alone ends with its last millisecond when it is an end. */
export function instant(end: boolean): (text: string) => Date {
  return (text) => {
    const normal = text.trim().replace(' ', 'T');
    const isDay = !normal.includes('T');
    const zoned = isDay ? `${normal}T${end ? '23:59:59.999' : '00:00:00'}Z` : normal;
    const date = new Date(/(Z|[+-]\d\d:\d\d)$/.test(zoned) ? zoned : `${zoned}Z`);
    if (form.test(normal) && !Number.isNaN(date.getTime())) return date;
    throw new InvalidArgumentError('It has to be a day or a time such as 2024-05-01 or 2024-05-01T09:30.');
  };
}
