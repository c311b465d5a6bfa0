import type { Letter, LetterEvidence } from '../../api/schema.d.ts';
import type { Tone } from '../cv/text/annotated-text.tsx';
import type { Mark } from '../cv/text/segments.ts';

const tones: Record<LetterEvidence['sources'][number]['kind'], Tone> = {
  cv: 'listed',
  memory: 'supported',
  job: 'demand',
};

export const sourceNames: Record<LetterEvidence['sources'][number]['kind'], string> = {
  cv: 'Your CV',
  memory: 'You said',
  job: 'The posting',
};

export const evidenceKey = (index: number): string => `claim-${index}`;

/** Each claim at its place in the letter, looking like what it first rests on. */
export function marksOf({ evidence }: Pick<Letter, 'evidence'>): Mark<Tone>[] {
  return evidence.map(({ span, sources }, i) => ({
    key: evidenceKey(i),
    spans: [span],
    tone: sources[0] ? tones[sources[0].kind] : 'warning',
    description: sources[0] ? `${sourceNames[sources[0].kind]}: ${sources[0].quote}` : 'no evidence',
  }));
}

export { tones as sourceTones };
