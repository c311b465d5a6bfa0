import { analyzeQuery, termsOf } from '../text/analyze.ts';
import type { Asking } from './calendar.ts';
import { asksForPast, readTimes, windowsOf, withoutTimes } from './times.ts';

/** A stretch of time, in ms since 1970; `to` is no longer in it. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** The times that a question names, where it asks for what was said then. */
export interface AskedTimes {
  windows: readonly TimeWindow[];
  /** Whether it asks for nothing else: «what did we talk about last week?» */
  alone: boolean;
}

/** Words that say no more than that something was said or happened, beside those that only say how a question asks. */
const TELLING = new Set(
  termsOf(
    'talk chat speak spoke discuss write ask answer happen recap summarise show thing everything anything something nothing new topics news event',
  ),
);

/** Words that mostly say how a question asks, but beside a time what it asks for. */
const SUBJECTS = new Set(termsOf('plan planned consider use become'));
/** What is or will be is told at other times too: «what should I do in May?», «how are you today?», «what's on this week?» */
const NOT_PAST =
  /\b(?:(?:should|shall|can|could|will|would|must|might) (?!you\b)|(?:am|is|are) (?!there\b)|(?:do|does) (?!you (?:know|remember|recall)\b)|(?:what|who|where|how|that|it)['’]s (?!been\b)|(?:what|how) to\b)|['’](?:m|re|ll)\b/i;

/** No times where the question names none, or nobody knows when it was asked. */
export function askedTimes(text: string, { now, utc_offset }: Asking): AskedTimes {
  const asking = now && { now, utc_offset };
  const times = asking && readTimes(text, asking);
  if (!times || times.dates.length + times.stretches.length === 0) return { windows: [], alone: false };
  const { terms } = analyzeQuery(withoutTimes(times));
  return {
    windows: windowsOf(times, asking),
    alone:
      (asksForPast(text) || !NOT_PAST.test(text)) &&
      terms.every(({ term, weight }) => (weight < 1 && !SUBJECTS.has(term)) || TELLING.has(term)),
  };
}

/** Whether a moment lies in one of the windows. */
export function isWithin(windows: readonly TimeWindow[], at: Date): boolean {
  const time = at.getTime();
  return windows.some(({ from, to }) => from <= time && time < to);
}
