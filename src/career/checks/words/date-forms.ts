import type { Span } from '../../resume/index.ts';
import { matches } from '../locate.ts';

const short = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const long = 'January|February|March|April|August|September|October|November|December';

/** A name of a month, a full stop or comma, and a year; «May» is both short and long, and «June» and «July» are seldom shortened: they count as neither. */
const patterns: Record<string, RegExp> = {
  'short month': new RegExp(`\\b(?:${short})\\.?,?\\s+(?:\\d{4}|['’]\\d{2})\\b`, 'gi'),
  'long month': new RegExp(`\\b(?:${long})\\.?,?\\s+(?:\\d{4}|['’]\\d{2})\\b`, 'gi'),
  'month/year': /(?<![\d/.-])(?:0?[1-9]|1[0-2])\s?[/.]\s?(?:19|20)\d{2}(?![\d/.-])/g,
  'year-month': /(?<![\d/-])(?:19|20)\d{2}[-/.](?:0[1-9]|1[0-2])(?![\d/])/g,
};

/** The dates with a month in a text, by the way they are written. Other languages' months are not known. */
export function dateForms(text: string): Record<string, Span[]> {
  return Object.fromEntries(
    Object.entries(patterns).map(([form, pattern]) => [form, matches(text, pattern).map(({ span }) => span)]),
  );
}
