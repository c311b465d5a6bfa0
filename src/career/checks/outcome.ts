import type { Finding, Outcome } from './types.ts';

export const passed = (message: string): Outcome => ({ passed: true, message });

export const notAssessed = (why: string): Outcome => ({ passed: null, message: `Not assessed: ${why}.` });

export const failed = (message: string, action: string, findings: Finding[] = []): Outcome => ({
  passed: false,
  message,
  action,
  findings,
});

/** `1 bullet`, `3 bullets`; `many` where the plural is not made with an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A list for a sentence, each in guillemets; what is beyond `most` is counted. */
export function quoted(values: readonly string[], most = 4): string {
  const shown = values.slice(0, most).map((value) => `«${value}»`);
  const rest = values.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** The beginning of a text, for a note. */
export function brief(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).toWellFormed().trimEnd()}…`;
}
