import { z } from 'zod';
import { parseInstant } from './dates.ts';

/*
 * The vocabulary of the routes' schemas. Inputs are strict objects: an unknown field is a typing mistake that nobody
 * would notice otherwise. NUL and ill-formed text are refused before any schema, in json-body.ts.
 */

export const limits = {
  bodyBytes: 16 * 1024 * 1024,
  textCharacters: 100_000,
  metadataBytes: 16 * 1024,
  messagesPerCall: 1_000,
} as const;

/** The text of one message, a question, a query. */
export const messageText = z
  .string()
  .min(1)
  .max(limits.textCharacters)
  .refine((text) => text === '' || text.trim() !== '', 'must not be only white space')
  .describe('Plain text, at most 100,000 characters.');

/** Ids are the clients' own words: anything printable. */
const printable = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;

function printableText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((text) => printable.test(text), 'must be printable characters')
    .refine((text) => text === '' || text.trim() !== '', 'must not be only white space');
}

export const identifier = printableText(36).describe('An id of 1 to 36 printable characters.');
export const contextType = printableText(50).describe('What kind of talk it was: career_chat, interview, …');
export const opaqueCursor = printableText(1_000).describe('The next_cursor of the page before.');
export const role = z.enum(['user', 'assistant']);

/** JSON of the client's own, kept as it is. */
export const metadata = z
  .record(z.string(), z.unknown())
  .refine(
    (value) => Buffer.byteLength(JSON.stringify(value)) <= limits.metadataBytes,
    'must be at most 16 kB of JSON',
  )
  .describe('A JSON object of your own, at most 16 kB.');

const notAnInstant =
  'must be a date and time in ISO 8601 between 1970 and 2100, such as 2026-03-01T09:30:00Z (UTC where it names no zone)';

function instantFrom(prepare: (text: string) => string) {
  return z
    .string()
    .transform((text, context): Date => {
      const date = text.length <= 64 ? parseInstant(prepare(text)) : null;
      if (date) return date;
      context.addIssue({ code: 'custom', message: notAnInstant });
      return z.NEVER;
    })
    .meta({ format: 'date-time', description: 'ISO 8601; UTC where it names no zone.' });
}

/** An instant in a JSON body. */
export const instant = instantFrom((text) => text);
/** An instant in a query string, where an unescaped `+` of a zone arrives as a space. */
export const queryInstant = instantFrom((text) => text.replace(/ (\d{2}:?\d{2})$/, '+$1'));

const offset = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

/** How far somebody's clock is ahead of UTC; in minutes once it is read. */
export const utcOffset = z
  .string()
  .transform((text, context): number => {
    const [, sign, hours, minutes] = offset.exec(text) ?? [];
    if (sign) return (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
    context.addIssue({ code: 'custom', message: 'must be an offset from UTC, such as +05:30 or -08:00' });
    return z.NEVER;
  })
  .meta({
    description:
      'How far the clock of whoever asks is ahead of UTC, such as +05:30: «yesterday» begins at their midnight. UTC where it is left out.',
  });

/** A whole number in a query string. */
export function queryInteger({ min, max }: { min: number; max: number }) {
  return z.coerce
    .number({ error: (issue) => (issue.code === 'invalid_type' ? 'must be a whole number' : undefined) })
    .int('must be a whole number')
    .min(min)
    .max(max);
}

/** A list that is measured before its elements are looked at: a million of them cost nothing. */
export function boundedList<Item extends z.ZodType>(item: Item, { min, max }: { min: number; max: number }) {
  return z.preprocess((value, context) => {
    if (!Array.isArray(value) || value.length <= max) return value;
    context.addIssue({ code: 'too_big', origin: 'array', maximum: max, inclusive: true, input: [] });
    return z.NEVER;
  }, z.array(item).min(min).max(max));
}

/** A date in an answer. */
export const timestamp = z.string().meta({ format: 'date-time', description: 'ISO 8601 in UTC.' });

/** An answer without a body. */
export const nothing = z.undefined().describe('Done.');
