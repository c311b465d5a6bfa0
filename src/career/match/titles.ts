import type { Posting } from '../posting/index.ts';
import { seniorityOf } from '../posting/index.ts';
import { pointerTo, type Resume } from '../resume/index.ts';
import type { Source } from './source.ts';
import type { TitleMatch } from './types.ts';
import { dice, stem } from './words.ts';

const rank =
  /\b(?:senior|sr|snr|junior|jr|lead|staff(?! nurse)|principal|entry[- ]level|mid(?:[- ]level)?|graduate|trainee|intern(?:ship)?|apprentice|experienced|i{1,3}|iv|head of|chief|deputy|full[- ]time|part[- ]time|remote|hybrid|contract|m\/f\/d|m\/w\/d|f\/m\/x|all genders)\b\.?/gi;
const same: Record<string, string> = {
  developer: 'engineer',
  programmer: 'engineer',
  dev: 'engineer',
  swe: 'software engineer',
  coder: 'engineer',
  'back-end': 'backend',
  'front-end': 'frontend',
  'full-stack': 'fullstack',
  bookkeeper: 'bookkeeping accountant',
  physiotherapist: 'physical therapist',
  recruiter: 'talent recruiter',
  hr: 'human resource',
  rn: 'registered nurse',
  ux: 'user experience design',
  ui: 'interface design',
  designer: 'design',
  specialist: '',
  officer: '',
  professional: '',
  associate: '',
  executive: 'executive',
  rep: 'representative',
  qa: 'quality assurance',
  it: 'it',
  ml: 'machine learning',
  ai: 'ai',
  sre: 'site reliability engineer',
  csr: 'customer service representative',
  sdr: 'sale development representative',
  bdr: 'business development representative',
  cook: 'cook',
  chef: 'chef',
  hgv: 'truck',
  lorry: 'truck',
};
const joining = new Set(['and', 'the', 'for', 'of', 'in', 'to', 'a', 'an', 'at', 'with', 'our']);

/** The words of a title that say what the work is: no rank, and names for one thing as one. */
export function roleWords(title: string): Set<string> {
  const bare = title
    .toLowerCase()
    .replace(/\bback end\b/g, 'backend')
    .replace(/\bfront end\b/g, 'frontend')
    .replace(/\bfull stack\b/g, 'fullstack')
    .replace(/\([^)]*\)/g, ' ')
    .replace(rank, ' ');
  const words = bare.match(/[\p{L}.#+][\p{L}\d.#+-]*/gu) ?? [];
  const spelt = words.flatMap((word) => (same[word] ?? same[stem(word)] ?? stem(word)).split(' '));
  return new Set(spelt.filter((word) => word.length > 1 && !joining.has(word)).map(stem));
}

/** The CV's position or label that comes nearest to the posting's title. Half of the words in common is the same work. */
export function matchTitle(posting: Posting, resume: Resume, source: Source): TitleMatch {
  const held = [
    ...(resume.work ?? []).map(({ position }, i) => ({
      value: position,
      pointer: pointerTo('work', i, 'position'),
    })),
    { value: resume.basics?.label, pointer: pointerTo('basics', 'label') },
  ].filter((one): one is { value: string; pointer: string } => Boolean(one.value?.trim()));
  const posting_spans = posting.title_span ? [posting.title_span] : [];
  const seniority = { posting: posting.seniority, cv: null };
  const wanted = posting.title === null ? new Set<string>() : roleWords(posting.title);
  if (posting.title === null || wanted.size === 0 || held.length === 0) {
    return {
      posting: posting.title,
      cv: null,
      pointer: null,
      verdict: 'not told',
      shared: [],
      similarity: null,
      seniority,
      posting_spans,
      cv_spans: [],
    };
  }
  const scored = held.map((one) => ({ ...one, similarity: dice(wanted, roleWords(one.value)) }));
  const best = scored.reduce((a, b) => (b.similarity > a.similarity ? b : a));
  const words = roleWords(best.value);
  return {
    posting: posting.title,
    cv: best.value,
    pointer: best.pointer,
    verdict: best.similarity >= 0.5 ? 'met' : 'not met',
    shared: [...wanted].filter((word) => words.has(word)),
    similarity: Math.round(best.similarity * 100) / 100,
    seniority: { posting: posting.seniority, cv: seniorityOf(best.value) },
    posting_spans,
    cv_spans: source.of(best.pointer, best.value),
  };
}
