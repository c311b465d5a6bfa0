import type { Span } from '../resume/index.ts';
import { impliedSkills, type SkillMention } from '../skills/index.ts';
import { isListGap } from './lists.ts';

/** Names of one clause of which any does, or a single one. */
export type Group = SkillMention[];

const exampleWords =
  /(?:\b(?:such as|like|e\.g\.,?|eg|for example|for instance|similar to|including but not limited to|i\.e\.)|\bsuch\b)[:,\s(]*$/i;
const oneOf =
  /\b(?:one(?: or more)?|any|either|some|at least (?:one|two)|a few|1|2)\s+(?:of\s+)?(?:the\s+following\s*[:(]?\s*|these\s*[:(]?\s*|[\w\s-]{0,30}[:(]\s*)?$|\beither\s+$/i;
const orSimilar =
  /^[\s,)]*(?:or|\/)\s*(?:an?\s+)?(?:other\s+)?(?:similar|equivalent|comparable|related|alternatives?|the like)/i;

/** Things of which one can stand for another: two databases, two clouds; not HTML and CSS. */
function arePeers(a: SkillMention, b: SkillMention): boolean {
  if (a.skill.kind !== b.skill.kind || a.skill.id === b.skill.id) return false;
  const pair = new Set([a.skill.id, b.skill.id]);
  if (pair.has('html') || pair.has('css')) return false;
  if (impliedSkills(a.skill.id).includes(b.skill.id) || impliedSkills(b.skill.id).includes(a.skill.id)) {
    return a.skill.kind === 'language';
  }
  if (a.skill.kind === 'language' || a.skill.kind === 'spoken') return !pair.has('sql');
  const shared = impliedSkills(a.skill.id).filter((id) => impliedSkills(b.skill.id).includes(id));
  return shared.length > 0 || ['database', 'tool', 'certification'].includes(a.skill.kind);
}

interface Link {
  gap: string;
  joined: boolean;
}

/**
 * Parts the names of a clause into what is each wanted and what is wanted in place of each other: «Python or Go»,
 * «AWS/GCP/Azure», «one of», «such as». «A, B or C» is one of three; in «A, B and C or D» only C and D are.
 */
export function groupsOf(text: string, clause: Span, hits: SkillMention[]): Group[] {
  const links: Link[] = hits.slice(1).map((hit, i) => {
    const gap = text.slice(hits[i]!.span.end, hit.span.start);
    return { gap, joined: isListGap(gap) };
  });
  const groups: Group[] = [];
  for (let from = 0; from < hits.length; ) {
    let to = from;
    while (to < links.length && links[to]!.joined) to++;
    const run = hits.slice(from, to + 1);
    const gaps = links.slice(from, to).map(({ gap }) => gap);
    const lead = text.slice(Math.max(clause.start, run[0]!.span.start - 70), run[0]!.span.start);
    const rest = text.slice(run.at(-1)!.span.end, clause.end);
    for (const group of partRun(run, gaps, lead, rest)) groups.push(group);
    from = to + 1;
  }
  return groups;
}

const hasOr = (gap: string) => /\bor\b/i.test(gap);
const hasAnd = (gap: string) =>
  /\band\b(?!\s*\/\s*or)|&|\+|\bas well as\b|\bplus\b/i.test(gap) && !/\band\/or\b/i.test(gap);

function partRun(run: SkillMention[], gaps: string[], lead: string, rest: string): Group[] {
  if (run.length === 1) return [run];
  const choice = exampleWords.test(lead) || oneOf.test(lead) || orSimilar.test(rest);
  if (choice && !/\bi\.e\.\s*$/i.test(lead)) return byBracket(run, gaps);
  const anyAnd = gaps.some(hasAnd);
  const groups: Group[] = [[run[0]!]];
  // «a queue, e.g. Kafka, RabbitMQ»: from here on to the bracket's end all are examples.
  let inExamples = false;
  for (const [i, gap] of gaps.entries()) {
    const next = run[i + 1]!;
    if (inExamples && !/\)/.test(gap)) {
      groups.at(-1)!.push(next);
      continue;
    }
    inExamples = /\b(?:like|such as|e\.g\.)/i.test(gap);
    const isSlash = /^\s*\/\s*$/.test(gap) && arePeers(run[i]!, next);
    const commaOfOr = !anyAnd && gaps.slice(i + 1).some(hasOr) && /^\s*,\s*$/.test(gap);
    // «MySQL or another database like PostgreSQL»: the example stands in the same place.
    const moreOfSame = inExamples && groups.at(-1)!.length > 1;
    const inPlaceOf = hasOr(gap) || isSlash || commaOfOr || moreOfSame;
    if (inPlaceOf && !/^\s*\)/.test(gap)) groups.at(-1)!.push(next);
    else groups.push([next]);
  }
  return groups;
}

/** A list of examples ends where its bracket closes: «(e.g. A, B), C» is one of two, and C. */
function byBracket(run: SkillMention[], gaps: string[]): Group[] {
  const closes = gaps.findIndex((gap) => gap.includes(')') && !gap.includes('('));
  if (closes < 0) return [run];
  return [run.slice(0, closes + 1), ...run.slice(closes + 1).map((hit) => [hit])];
}
