import type { Span } from '../resume/index.ts';
import type { SkillMention } from '../skills/index.ts';
import { isListGap } from './lists.ts';
import type { Importance, YearsDemand } from './types.ts';

const words: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
};
const number = '(?:\\d{1,2}(?:[.,]\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)';
const digits = '(?:\\s*\\(\\s*\\d{1,2}\\s*\\))?';
const pattern = new RegExp(
  `(?<![\\p{L}\\d.,$€£])(${number}|an?(?=\\s+(?:year|minimum)))${digits}\\s*(\\+|plus|or more)?\\s*(?:(?:-|–|—|to|or)\\s*(${number})${digits}\\s*(?:\\+|plus)?)?[\\s-]*(years?|yrs?\\b\\.?|months?)(?:['’])?(?!\\p{L})`,
  'giu',
);
const noDemandBefore =
  /\b(?:last|past|next|within|every|first|after|for (?:over|more than|nearly|almost)|aged?|over the|celebrating|renewed)\s+(?:the\s+)?$/i;
const noDemandAfter =
  /^\s*(?:old\b|of age|ago\b|contract|fixed|term\b|warranty|in business|of history|[- ]?(?:university |college )?degree|program(?:me)?\b|guarantee|vest|college|university|apprenticeship|or older|and older|young|maternity|in a row|of growth|of (?:successful )?(?:operation|trading))/i;

const numberOf = (written: string) => words[written.toLowerCase()] ?? Number(written.replace(',', '.'));

const filler =
  /^(?:(?:of|in|with|using|the|a|an|professional|relevant|proven|hands-on|hands on|industry|working|work|prior|previous|recent|full-time|solid|demonstrable|demonstrated|paid|practical|commercial|post-qualification|experience|exp\.?|at least|minimum)(?![\p{L}\d-])|[\s,;])*/iu;

/** Of what: the words from the number to the end of the thought. */
function subject(rest: string): string {
  const from = rest.replace(filler, '');
  const of =
    /^(.*?)(?=\s*(?:[,;(]|\.(?:\s|$)|\bexperience\b|\bis\b|\bare\b|\bor\b(?! \w+ing)|\bpreferred\b|\brequired\b|$))/is.exec(
      from,
    );
  return (of?.[1] ?? '').replace(/\s+/g, ' ').trim();
}

/** The names that years are tied to: the list that follows, or for «Python (3+ years)» the one before. */
function tied(text: string, clause: Span, at: Span, until: number, hits: SkillMention[]): string[] {
  const proving = hits.filter(
    ({ skill }) => skill.kind !== 'soft' && skill.kind !== 'spoken' && skill.kind !== 'certification',
  );
  const following = proving.filter(({ span }) => span.start >= at.end && span.end <= until);
  const run: SkillMention[] = [];
  for (const hit of following) {
    const gap = text.slice(run.at(-1)?.span.end ?? at.end, hit.span.start);
    if (
      run.length === 0
        ? gap.length > 75 || /[;:]|,(?! ?(?:professional|relevant|hands))|\.\s/.test(gap)
        : !isListGap(gap)
    )
      break;
    run.push(hit);
  }
  const lead = text.slice(clause.start, at.start);
  if (
    run.length === 0 &&
    /[(:–—-]\s*(?:at least\s+|min(?:imum|\.)?(?: of)?\s+)?$|,\s*(?:at least\s+)?$/i.test(lead)
  ) {
    for (const hit of proving.filter(({ span }) => span.end <= at.start).reverse()) {
      const gap = text.slice(hit.span.end, run.at(-1)?.span.start ?? at.start);
      if (run.length === 0 ? gap.length > 25 : !isListGap(gap)) break;
      run.push(hit);
    }
    run.reverse();
  }
  return [...new Set(run.map(({ skill }) => skill.id))];
}

/** «5+ years», «three to five years», «at least 18 months of Python»: what a clause asks for in years. */
export function yearsIn(
  text: string,
  clause: Span,
  hits: SkillMention[],
  importance: (at: number) => Importance,
): YearsDemand[] {
  const body = text.slice(clause.start, clause.end);
  const matches = [...body.matchAll(pattern)].filter((match) => {
    const rest = body.slice(match.index + match[0].length);
    return !noDemandBefore.test(body.slice(0, match.index)) && !noDemandAfter.test(rest);
  });
  return matches.flatMap((match, i) => {
    const span = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
    const unit = match[4]!.toLowerCase().startsWith('m') ? 12 : 1;
    const kind = importance(span.start);
    if (kind === 'mentioned') return [];
    const until = matches[i + 1] ? clause.start + matches[i + 1]!.index : clause.end;
    const demand: YearsDemand = {
      min: numberOf(match[1]!) / unit,
      max: match[3] ? numberOf(match[3]) / unit : null,
      kind,
      skills: tied(text, clause, span, until, hits),
      of: subject(text.slice(span.end, until)),
      span,
    };
    return [demand];
  });
}
