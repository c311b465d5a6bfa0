import type { DegreeDemand, Importance, LanguageDemand, Seniority, YearsDemand } from '../posting/index.ts';
import type { Resume, SourceSpans, Span } from '../resume/index.ts';
import type { SkillKind } from '../skills/index.ts';

export interface MatchInput {
  resume: Resume;
  /** The CV's source text; spans of the result point into it. */
  cvText?: string;
  /** Where in the source text each field stands. */
  cvSpans?: SourceSpans;
}

export type Verdict = 'met' | 'not met' | 'not told';

export interface CvProof {
  /** The field of the CV; empty for source text that no field holds. */
  pointer: string;
  /** Into the CV's source text; null where only the field is known. */
  span: Span | null;
  /** The words of the CV that name the skill. */
  as: string;
}

export interface SkillMatch {
  /** The skill's id; of alternatives the one that the CV shows best, or the first where it shows none. */
  skill: string;
  name: string;
  skill_kind: SkillKind;
  kind: Importance;
  /** Ids of all that would do, this one too; a single one where nothing else would. */
  alternatives: string[];
  cv_spans: Span[];
  proofs: CvProof[];
  posting_spans: Span[];
  /** The id of the CV's skill that implies this one, where the CV does not name it itself. */
  via?: string;
}

export interface Tally {
  met: number;
  total: number;
}

export interface YearsMatch {
  demand: YearsDemand;
  verdict: Verdict;
  /**
   * Years worked by the CV's dates, overlaps counted once; with dates that name no month, the fewest and the most they
   * allow. Null where the CV has no dates to count.
   */
  years: { min: number; max: number } | null;
  /** `all work`, or `entries that name it` for years of a skill. */
  basis: 'all work' | 'entries that name it';
  /** Why it is so, in words for the reader. */
  reason: string;
  posting_spans: Span[];
  cv_spans: Span[];
  pointers: string[];
}

export interface DegreeMatch {
  demand: DegreeDemand;
  verdict: Verdict;
  reason: string;
  posting_spans: Span[];
  cv_spans: Span[];
  pointers: string[];
}

export interface LanguageMatch {
  demand: LanguageDemand;
  verdict: Verdict;
  reason: string;
  posting_spans: Span[];
  cv_spans: Span[];
  pointers: string[];
}

export interface TitleMatch {
  posting: string | null;
  /** The position or label of the CV that comes nearest. */
  cv: string | null;
  pointer: string | null;
  verdict: Verdict;
  /** The words both share, of those that say what the work is. */
  shared: string[];
  /** Dice's coefficient of these words, 0 to 1. */
  similarity: number | null;
  seniority: { posting: Seniority | null; cv: Seniority | null };
  posting_spans: Span[];
  cv_spans: Span[];
}

export interface KeywordCount {
  term: string;
  /** The skill's id; null for a word that is none. */
  skill: string | null;
  posting: number;
  cv: number;
}

/** How a CV answers a posting. There is no total score: each part is counted by itself, with its evidence. */
export interface JobMatch {
  /** Named in the CV's skills section, certificates or keyword lists. */
  listed: SkillMatch[];
  /** Shown by the prose of work, projects or education, or implied by another skill of the CV (`via`). */
  supported: SkillMatch[];
  missing: SkillMatch[];
  /** Demands met; soft skills are counted apart, as their being named proves little. */
  totals: { required: Tally; preferred: Tally; mentioned: Tally; soft: Tally };
  years: YearsMatch[];
  degrees: DegreeMatch[];
  languages: LanguageMatch[];
  title: TitleMatch;
  keywords: KeywordCount[];
  /** As in Posting. */
  basis: 'stated' | 'tasks';
}
