import type { Span } from '../resume/index.ts';

/** What sort of thing a skill is. */
export type SkillKind =
  /** A programming, query or markup language. */
  | 'language'
  | 'framework'
  | 'library'
  | 'database'
  /** A program, an instrument or a machine one works with. */
  | 'tool'
  | 'platform'
  /** A way of working: «agile», «month-end close», «triage». */
  | 'method'
  /** A field of knowledge: «machine learning», «employment law». */
  | 'domain'
  /** A certificate, a licence or a registration that somebody else grants. */
  | 'certification'
  /** What nobody can prove by a list: «teamwork». */
  | 'soft'
  /** A language that people speak. */
  | 'spoken';

export interface Skill {
  /** kebab-case, stable: results that are kept refer to it. */
  id: string;
  name: string;
  /** Other spellings and names, as they are written. */
  aliases: string[];
  kind: SkillKind;
  /** The field it was filed under: `software`, `nursing`. */
  field: string;
  /** Ids of what somebody who has this skill has too; only the next step, `impliedBy` and `impliedSkills` follow the way. */
  implies: string[];
}

/** A place in a text where a skill is named. */
export interface SkillMention {
  skill: Skill;
  span: Span;
  /** The words of the text: what stands at the span. */
  as: string;
}
