import type { Span } from '../resume/index.ts';
import type { SkillKind } from '../skills/index.ts';

export type { SkillKind };

/** How much a posting wants something: `mentioned` is named among tasks or the team's tools without being asked for. */
export type Importance = 'required' | 'preferred' | 'mentioned';

export type SectionKind =
  | 'intro'
  | 'required'
  | 'preferred'
  | 'responsibilities'
  | 'benefits'
  | 'about'
  | 'legal'
  | 'apply'
  | 'other';

export interface Section {
  kind: SectionKind;
  /** Null for what stands before the first heading. */
  heading: { text: string; span: Span } | null;
  span: Span;
}

export interface YearsDemand {
  /** Years, as fractions where the posting counts months. */
  min: number;
  max: number | null;
  kind: 'required' | 'preferred';
  /** Ids of the skills that the years are asked in; empty where they are of experience in general. */
  skills: string[];
  /** The words that say of what: «backend software engineering». */
  of: string;
  span: Span;
}

export type DegreeLevel = 'secondary' | 'vocational' | 'associate' | 'bachelor' | 'master' | 'doctorate';

export interface DegreeDemand {
  /** The lowest that is enough. */
  level: DegreeLevel;
  kind: 'required' | 'preferred';
  /** «or equivalent experience»: the degree can be made up for. */
  soft: boolean;
  /** The subjects, as written: «Computer Science». */
  fields: string[];
  span: Span;
}

export interface LanguageDemand {
  /** The skill's id: `english`. */
  language: string;
  name: string;
  kind: 'required' | 'preferred';
  /** As the Common European Framework counts, 1 (A1) to 6 (C2) and 7 for native; null where no level is told. */
  level: number | null;
  level_text: string | null;
  span: Span;
}

export interface Requirement {
  text: string;
  span: Span;
  kind: 'required' | 'preferred';
  /** Ids, in the order of the text. */
  skills: string[];
  years?: YearsDemand;
  degree?: DegreeDemand;
}

/** A skill that is wanted, or several of which any one is enough. */
export interface SkillDemand {
  kind: Importance;
  /** Ids; more than one are alternatives. */
  skills: string[];
  /** Where each is named, in the order of the text; a skill can be named often. */
  mentions: { skill: string; span: Span }[];
}

export type Seniority =
  | 'intern'
  | 'junior'
  | 'mid'
  | 'senior'
  | 'lead'
  | 'staff'
  | 'principal'
  | 'manager'
  | 'director'
  | 'executive';

export interface Told<Value> {
  value: Value;
  span: Span;
}

export interface Salary {
  text: string;
  min: number | null;
  max: number | null;
  /** ISO 4217; null where a sign stands for several and nothing says which. */
  currency: string | null;
  period: 'hour' | 'day' | 'week' | 'month' | 'year' | null;
  span: Span;
}

/** What a posting's text says; every span is into that text. */
export interface Posting {
  title: string | null;
  /** Null where the title was given beside the text and does not stand in it. */
  title_span: Span | null;
  /** By the title; null where it names none. */
  seniority: Seniority | null;
  sections: Section[];
  requirements: Requirement[];
  /** Every skill once, by the strongest way in which it is wanted. */
  skills: { skill: string; kind: Importance; span: Span }[];
  /** What a CV is held against: alternatives are one. */
  demands: SkillDemand[];
  /** `tasks` where the posting asks for nothing by name, so that what its tasks name counts as required. */
  basis: 'stated' | 'tasks';
  /** The first demand of years of experience in general, or else the first one. */
  years: YearsDemand | null;
  all_years: YearsDemand[];
  degree: DegreeDemand | null;
  all_degrees: DegreeDemand[];
  languages: LanguageDemand[];
  responsibilities: { text: string; span: Span }[];
  benefits: { text: string; span: Span }[];
  location: Told<string> | null;
  workplace: Told<'remote' | 'hybrid' | 'onsite'> | null;
  employment: Told<string>[];
  salary: Salary | null;
}
