import type { ReadDocument } from '../../documents/index.ts';
import type { Resume, SourceSpans, Span } from '../resume/index.ts';
import type { CvFacts } from './facts.ts';

/** What the checks look at: the CV as it was understood, its source text, and what its file was like. */
export interface CheckInput {
  resume: Resume;
  /** The text that `spans` point into. */
  text: string;
  spans: SourceSpans;
  /** Absent or null where the CV came without a file: checks of the file are then not assessed. */
  document?: Omit<ReadDocument, 'text'> | null;
  today: Date;
}

/** Can programs and people read it; is it well written. */
export type CheckGroup = 'readability' | 'writing';
/** high: the CV may fail for this alone; medium: it costs something; low: a polish. */
export type Severity = 'high' | 'medium' | 'low';

/** One place that a failed check is about. */
export interface Finding {
  /** JSON pointer into the resume; null where it is about the text or the file. */
  pointer: string | null;
  /** In the source text; empty where it could not be found there. */
  spans: Span[];
  /** What is at fault there, in a few words. */
  note: string;
}

export type Outcome =
  | { passed: true; message: string }
  | { passed: false; message: string; action: string; findings: Finding[] }
  /** Not assessed, and why. */
  | { passed: null; message: string };

export interface Check {
  /** Stable: lower case and hyphens. */
  id: string;
  group: CheckGroup;
  severity: Severity;
  title: string;
  /** Why it matters. */
  meaning: string;
  /** The work that the rule rests on; null: the common practice of those who read CVs. */
  source: string | null;
  run(cv: CvFacts): Outcome;
}

export interface CheckResult extends Omit<Check, 'run' | 'group'> {
  /** Null: not assessed, `message` says why. */
  passed: boolean | null;
  message: string;
  /** What to do; null unless it failed. */
  action: string | null;
  /** Of the first finding; `findings` has all. */
  pointer: string | null;
  spans: Span[];
  findings: Finding[];
}

/** `total` counts what was assessed. */
export interface GroupResult {
  passed: number;
  total: number;
  checks: CheckResult[];
}
