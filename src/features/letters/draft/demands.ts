import type { JobMatch } from '../../../career/match/index.ts';
import type { Posting } from '../../../career/posting/index.ts';
import type { Span } from '../../../career/resume/index.ts';
import { skillById } from '../../../career/skills/index.ts';
import { analyzeText } from '../../../memory/index.ts';
import type { LetterCv, LetterJob } from '../materials.ts';
import { sentencesOf } from '../orders.ts';
import { type CvLine, cvLines } from './cv-lines.ts';

/** Something that a posting asks for or describes. */
export interface Demand {
  text: string;
  span: Span;
  kind: 'required' | 'preferred' | 'task';
  skills: string[];
}

/** A demand with the passage of the CV that answers it best. */
export interface Pair {
  demand: Demand;
  line: CvLine;
  /** Names of the skills that both name. */
  skills: string[];
  score: number;
}

export interface Answered {
  /** The best first; each demand and each passage once. */
  pairs: Pair[];
  /** Entries of the CV's lists that name a skill of the posting. */
  skillLines: CvLine[];
  /** Skills that the posting requires and the CV does not show. */
  missing: string[];
  /** What it requires in words that name no skill we know, and that no passage of the CV takes up. */
  unanswered: string[];
  /** All skills that both name. */
  matching: string[];
}

/** Of a posting or a CV without end so much is looked at. */
const MOST_DEMANDS = 80;
const MOST_LINES = 400;

/** The most demands a letter goes into. */
export const MOST_PAIRS = 4;
/** Without a shared hard skill a passage must share this many telling words with a demand, worth LEAST_SCORE. Chosen. */
const LEAST_WORDS = 2;
const LEAST_SCORE = 1.6;
/** A skill that a deed shows says more than one that a list names; a soft one proves little. */
const WEIGHT = { deed: 3, certificate: 3, education: 2.5, language: 2.5, profile: 2, skill: 2 } as const;
const SOFT_SHARE = 0.3;

/** Holds the posting against the CV, by skills and by telling words both use: so that it works in any field. */
export function answered(cv: LetterCv, job: LetterJob, posting: Posting, match: JobMatch): Answered {
  const shown = [...match.listed, ...match.supported];
  const proofs = new Map<string, { pointer: string; as: string }[]>();
  for (const found of shown) proofs.set(found.skill, found.proofs);
  const lines = cvLines(cv.resume).slice(0, MOST_LINES);
  const demands = demandsOf(job, posting).slice(0, MOST_DEMANDS);
  const telling = lines.filter(({ kind }) => kind !== 'skill');
  const rare = rarity(
    [...demands, ...lines].map(({ text }) => text),
    job.title ?? '',
  );
  const candidates = demands
    .flatMap((demand) => telling.flatMap((line) => pairOf(demand, line, proofs, rare) ?? []))
    .sort((a, b) => b.score - a.score || a.demand.span.start - b.demand.span.start);
  return {
    pairs: chosen(candidates),
    skillLines: lines.filter((line) => line.kind === 'skill' && namesSkill(line, proofs)),
    unanswered: demands
      .filter(({ kind, skills }) => kind === 'required' && skills.length === 0)
      .filter((demand) => isSubstantial(demand, rare) && !candidates.some((pair) => pair.demand === demand))
      .map(({ text }) => text),
    missing: match.missing.filter(({ kind }) => kind === 'required').map(({ name }) => name),
    matching: [...new Set(shown.map(({ name }) => name))],
  };
}

/** «5+ years of experience» is answered by the dates, if at all. */
const isSubstantial = ({ text }: Demand, rare: ReadonlyMap<number, number>): boolean =>
  !/\byears?\b/i.test(text) && [...analyzeText(text).terms.keys()].some((term) => (rare.get(term) ?? 0) > 0);

/** With fewer demands than this, what a posting's plain sentences tell the reader counts too. */
const FEW_DEMANDS = 3;
const TO_THE_READER =
  /\b(?:you|your|we need|we are looking|we seek|wanted|must|should|duties|tasks|responsib\w+)\b/i;
const NO_DEMAND =
  /\b(?:we offer|you(?:['’]ll| will) (?:get|receive|enjoy|be paid)|apply|salary|benefits|equal opportunity)\b/i;

function demandsOf({ text }: LetterJob, { requirements, responsibilities, skills }: Posting): Demand[] {
  const within = (span: Span) =>
    skills
      .filter((one) => one.span.start >= span.start && one.span.end <= span.end)
      .map(({ skill }) => skill);
  const task = (span: Span) => ({
    text: text.slice(span.start, span.end),
    span,
    kind: 'task' as const,
    skills: within(span),
  });
  const told = [...requirements, ...responsibilities.map(({ span }) => task(span))];
  if (told.length < FEW_DEMANDS) {
    const isNew = (span: Span) => !told.some((one) => one.span.start < span.end && span.start < one.span.end);
    const sentences = sentencesOf(text).filter((span) => {
      const sentence = text.slice(span.start, span.end);
      return TO_THE_READER.test(sentence) && !NO_DEMAND.test(sentence) && isNew(span);
    });
    told.push(...sentences.map(task));
  }
  return told
    .map(({ text, span, kind, skills }) => ({ text: tidied(text), span, kind, skills }))
    .filter(({ text }) => text.length > 2);
}

const tidied = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s•*–-]+/, '')
    .replace(/[\s.,;:]+$/, '');

const IMPORTANCE = { required: 1, preferred: 0.4, task: 0.3 } as const;

type Proofs = ReadonlyMap<string, { pointer: string; as: string }[]>;

const shows = (line: CvLine, skill: string, proofs: Proofs): boolean =>
  proofs
    .get(skill)
    ?.some(
      ({ pointer, as }) =>
        pointer.startsWith(line.pointer) && line.text.toLowerCase().includes(as.toLowerCase()),
    ) ?? false;

const namesSkill = (line: CvLine, proofs: Proofs): boolean =>
  [...proofs.keys()].some((skill) => skillById(skill)?.kind !== 'soft' && shows(line, skill, proofs));

const terms = new WeakMap<object, ReadonlySet<number>>();

/** A text's terms, analysed once for all that it is held against. */
function termsOf(one: Demand | CvLine): ReadonlySet<number> {
  const known = terms.get(one) ?? new Set(analyzeText(one.text).terms.keys());
  terms.set(one, known);
  return known;
}

/** Null where a passage says nothing of a demand. */
function pairOf(
  demand: Demand,
  line: CvLine,
  proofs: Proofs,
  rare: ReadonlyMap<number, number>,
): Pair | null {
  const shared = demand.skills.filter((skill) => shows(line, skill, proofs));
  const hard = shared.filter((skill) => skillById(skill)?.kind !== 'soft');
  const theirs = termsOf(line);
  const worth = [...termsOf(demand)]
    .filter((term) => theirs.has(term))
    .map((term) => rare.get(term) ?? 0)
    .filter((value) => value > 0);
  const words = worth.reduce((sum, value) => sum + value, 0);
  if (hard.length === 0 && (worth.length < LEAST_WORDS || words < LEAST_SCORE)) return null;
  let score = words + IMPORTANCE[demand.kind];
  for (const skill of shared) score += WEIGHT[line.kind] * (hard.includes(skill) ? 1 : SOFT_SHARE);
  // Of a demand for much, a passage that shows little of it says less.
  if (demand.skills.length > 0) score *= 0.5 + (0.5 * shared.length) / demand.skills.length;
  if (/\d/.test(line.text)) score += 0.5;
  if (/^\/work\/0\//.test(line.pointer)) score += 0.5;
  if (line.kind === 'deed') score += 0.5;
  return { demand, line, skills: shared.flatMap((skill) => skillById(skill)?.name ?? []), score };
}

/** Words that every posting and every CV is made of. */
const EMPTY_WORDS =
  'experience work working worked team ability able strong good excellent skill skills knowledge year years required preferred including such well new role job position company day daily time full responsible responsibilities support ensure using use help provide proven environment must plus least related equivalent degree field';

/** What a word is worth: 1 where one passage has it, less the more have it, nothing for words of every posting. */
function rarity(texts: readonly string[], title: string): Map<number, number> {
  const frequency = new Map<number, number>();
  for (const text of texts) {
    for (const term of analyzeText(text).terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  // The title's words stand all over the posting and the CV of everybody in the field.
  const empty = new Set(analyzeText(`${EMPTY_WORDS} ${title}`).terms.keys());
  return new Map(
    [...frequency].map(([term, count]) => [term, empty.has(term) ? 0 : 1.4 / Math.sqrt(Math.max(2, count))]),
  );
}

/** With fewer points than this a letter is thin. */
const FEWEST_PAIRS = 2;

/**
 * The best pair, then the next that brings another demand, another passage and, where there are skills, another one;
 * where that leaves too few, another demand and another passage are enough.
 */
function chosen(candidates: readonly Pair[]): Pair[] {
  const pairs: Pair[] = [];
  const isNew = (pair: Pair) =>
    pairs.every(({ demand, line }) => demand.text !== pair.demand.text && line.text !== pair.line.text);
  const told = new Set<string>();
  for (const pair of candidates) {
    if (pairs.length === MOST_PAIRS) break;
    const adds = pair.skills.length === 0 || pair.skills.some((name) => !told.has(name));
    if (!adds || !isNew(pair)) continue;
    for (const name of pair.skills) told.add(name);
    pairs.push(pair);
  }
  for (const pair of candidates) {
    if (pairs.length >= FEWEST_PAIRS) break;
    if (isNew(pair)) pairs.push(pair);
  }
  return pairs;
}
