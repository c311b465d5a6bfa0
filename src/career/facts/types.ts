/** What a fact is about. The order is that in which a profile is told. */
export const FACT_KINDS = [
  'name',
  'role',
  'employer',
  'location',
  'target_role',
  'salary_current',
  'salary_target',
  'experience',
  'skill',
  'language',
  'education',
  'constraint',
  'goal',
  'preference',
  'person',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Of these a person has one at a time; their kind is their key. */
export const SINGLE_KINDS: ReadonlySet<FactKind> = new Set([
  'name',
  'role',
  'employer',
  'location',
  'salary_current',
  'salary_target',
]);

/**
 * How a statement stands to what was said before:
 * - `state`: it is so («I live in Lyon»)
 * - `change`: it became so («I moved to Lyon»)
 * - `past`: it was so, and is no longer («I used to live in Berlin»)
 * - `end`: it is no longer so, and nothing takes its place («I left Acme»); an empty value ends whatever there was
 * - `correction`: what was said before was never so («No, I meant Lyon»)
 */
export type FactChange = 'state' | 'change' | 'past' | 'end' | 'correction';

/** One thing that a message says about the person who wrote it. */
export interface Statement {
  kind: FactKind;
  /** What it is about, within its kind: what has one value at a time has one key (`location`), skills have one each. */
  key: string;
  /** Written one way whatever the words were: `60000 EUR per year`, `Lyon`. */
  value: string;
  change: FactChange;
  /** In UTF-16 code units of the message: the clause that says it. */
  span: { start: number; end: number };
  /** Dates that the message itself names; a month or a year by its first instant, in UTC. */
  from: Date | null;
  to: Date | null;
  /** 0 to 1: how often a reading of this sort was right on the hand-labelled messages, rounded down. */
  confidence: number;
}

/** Longest value that is kept, in characters; what is longer is no fact but a story. */
export const LONGEST_VALUE = 120;
