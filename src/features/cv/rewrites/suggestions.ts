import { failures } from '../../../career/checks/index.ts';
import type { Desk } from '../../../desk/index.ts';
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
export async function suggestionsFor(
  desk: Desk,
  cv: Pick<Cv, 'resume' | 'text' | 'spans' | 'document'>,
  today: Date,
  signal?: AbortSignal,
): Promise<Suggestion[]> {
  const { resume, text, spans, document } = cv;
  const input = { resume, text, spans, document, today };
  const { readability, writing } = await desk.run('runChecks', [input], { signal });
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
