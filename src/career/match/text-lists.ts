import type { Span } from '../resume/index.ts';
import { isListLine } from './fields.ts';

const heading =
  /^[\s#*_]*(?:(?:my|other|additional|key|core|technical|professional|relevant|computer|it|soft|hard|clinical|areas of|special|main|personal|language|transferable|practical|industry|top)\s+)*(skills?|competenc(?:y|ies)|proficienc(?:y|ies)|expertise|technologies|tech(?:nical)? stack|tools|strengths|keywords|abilities|certifications?|certificates?|licen[cs]es?|credentials|qualifications|registrations?|languages?|training|tickets|memberships?|affiliations)\b(?:\s*(?:&|and|\/|,)\s*[\p{L} ]{2,30})?[\s:*_]*$/iu;
const otherHeading =
  /^[\s#*_]*(?:(?:my|other|additional|professional|work|relevant|career|personal|selected|key|academic|employment|clinical|teaching|research|volunteer)\s+)*(?:experience|employment|history|summary|profile|objective|about(?: me)?|education|projects?|achievements|awards|publications|references|interests|hobbies|volunteering|background|statement|overview)\b[\p{L} &]{0,25}[\s:*_]*$/iu;

export interface ListedPart extends Span {
  /** The line says by itself what it lists: «Tools: Git, Jira». */
  isLabelled: boolean;
}

/** Where a CV's own text lists skills: its sections by that name, and lines that begin «Tools:». */
export function listedParts(text: string): ListedPart[] {
  const parts: ListedPart[] = [];
  let inList = false;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    const span = { start: match.index, end: match.index + match[0].length };
    const isHeading = line.length <= 60;
    const inline = /^([^:]{3,40})[:：]\s*\S/.exec(line);
    if (isHeading && heading.test(line)) inList = true;
    else if (
      isHeading &&
      (otherHeading.test(line) ||
        (!/\p{Ll}/u.test(line) && line.split(/\s+/).length > 1 && !/[,|\d]/.test(line)))
    )
      inList = false;
    else if (inline && heading.test(inline[1]!)) parts.push({ ...span, isLabelled: true });
    else if (inList || isListLine(line)) parts.push({ ...span, isLabelled: isListLine(line) });
  }
  return parts;
}
