import { failures, runChecks } from '../../../career/checks/index.ts';
import type { Cv } from '../cvs.ts';

/** What a failed check asks to be done, at one place. */
export interface Suggestion {
  check_id: string;
  severity: 'high' | 'medium' | 'low';
  message: string;
  action: string;
  pointer: string | null;
  note: string | null;
}

/** Of one check, so many places are told. */
const MOST_PLACES = 5;

/** What the deterministic checks find wanting, the weightiest first; the person decides what to write. */
export function suggestionsFor(
  cv: Pick<Cv, 'resume' | 'text' | 'spans' | 'document'>,
  today: Date,
): Suggestion[] {
  const { readability, writing } = runChecks({ ...cv, today });
  return failures(readability, writing).flatMap(({ id, severity, message, action, findings }) => {
    const places = findings.length > 0 ? findings.slice(0, MOST_PLACES) : [{ pointer: null, note: null }];
    return places.map(({ pointer, note }) => ({
      check_id: id,
      severity,
      message,
      action: action ?? message,
      pointer,
      note,
    }));
  });
}
