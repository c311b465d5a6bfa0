import { type CvFacts, within } from './facts.ts';
import { matches } from './locate.ts';
import type { Finding } from './types.ts';

/** Every match of a pattern (flags gu or giu) in the person's own words, each where it stands in the source text. */
export function inProse(cv: CvFacts, pattern: RegExp): { finding: Finding; match: RegExpExecArray }[] {
  return cv.prose.flatMap(({ text, pointer, spans }) =>
    matches(text, pattern).map(({ match }) => ({
      match,
      finding: { pointer, spans: within(cv.text, match[0], spans), note: match[0] },
    })),
  );
}

/** Every match in the whole source text. */
export function inText(cv: CvFacts, pattern: RegExp): { finding: Finding; match: RegExpExecArray }[] {
  return matches(cv.text, pattern).map(({ match, span }) => ({
    match,
    finding: { pointer: null, spans: [span], note: match[0].trim() },
  }));
}

/** A pattern for any of these phrases as whole words, in any case. */
export function anyOf(phrases: readonly string[]): RegExp {
  const sorted = [...phrases].sort((a, b) => b.length - a.length);
  const alternatives = sorted.map((phrase) => phrase.split(' ').map(escaped).join('\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** A hyphen in a phrase also stands for a space or none: «detail-oriented», «detail oriented». */
const escaped = (word: string) => word.split('-').map(escapeWord).join('[-\\s‑–]?');
const escapeWord = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The distinct notes of findings, in lower case. */
export const distinct = (findings: readonly { finding: Finding }[]): string[] => [
  ...new Set(findings.map(({ finding }) => finding.note.toLowerCase().replace(/\s+/g, ' '))),
];
