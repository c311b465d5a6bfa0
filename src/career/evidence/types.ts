import type { Span } from '../resume/index.ts';

export type ClaimKind = 'number' | 'employer' | 'date' | 'title' | 'certification' | 'name' | 'skill';

/** Something that a text states as a fact; `span` is its place in that text. */
export interface Claim {
  kind: ClaimKind;
  /** As the text has it. */
  text: string;
  span: Span;
}

/** Something recognised as a statement of a kind, whether a source holds it or not. */
export interface Judged {
  kind: ClaimKind;
  span: Span;
  supported: boolean;
}

/** A text that facts may be taken from. */
export interface EvidenceSource {
  text: string;
  /** Months of work that the dates add up to, where they are known: what «8 years of experience» is held against. */
  experienceMonths?: number;
  /** Whether something in it goes on to this day: a position without an end. */
  ongoing?: boolean;
}
