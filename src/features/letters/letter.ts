import type { Span } from '../../career/resume/index.ts';

/** The original's enum COVERLETTERTONE, in small letters. */
export const tones = ['formal', 'smart', 'professional', 'friendly'] as const;
export type Tone = (typeof tones)[number];

/** Where a claim of a letter comes from, in the words of that place. */
export interface Source {
  kind: 'cv' | 'job' | 'memory';
  quote: string;
  /** JSON pointer into the CV's resume. */
  pointer?: string;
  /** Into the CV's source text, or the posting's. */
  span?: Span;
  /** Of the remembered message. */
  message_id?: string;
  /** When the message was said, ISO 8601. */
  date?: string;
}

/** Something a letter states, with its place in the letter's text. */
export interface Evidence {
  claim: string;
  span: Span;
  sources: Source[];
}

export interface LetterWarning {
  code: string;
  message: string;
}

/** One version of a letter. */
export interface Letter {
  id: string;
  /** What all versions share. */
  letter_id: string;
  /** From 1. */
  version: number;
  /** `offline`, `person`, or a model such as `openai/gpt-4o`; null for a letter that another program wrote. */
  engine: string | null;
  tone: Tone;
  /** completed; of rows of other programs also pending, processing, failed. */
  status: string;
  text: string;
  /** Something is left for the person to write. */
  draft: boolean;
  note: string | null;
  evidence: Evidence[];
  warnings: LetterWarning[];
  job: { id: string | null; title: string | null; company_name: string | null };
  cv_id: string | null;
  instructions: string | null;
  created_at: string;
}

/** What stands in brackets and is meant for the person; a Markdown link or a single mark is none. */
const PLACEHOLDER = /\[(?=[^\]\n]*\p{L}{2})[^\]\n]{4,600}\](?!\()/gu;

export const placeholdersIn = (text: string): string[] => text.match(PLACEHOLDER) ?? [];

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** The passages of the CV that the letter rests on, for readers of the original's columns. */
export const highlightsOf = (claims: readonly { sources: readonly Source[] }[]): string[] => [
  ...new Set(
    claims.flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'cv').map(({ quote }) => quote)),
  ),
];
