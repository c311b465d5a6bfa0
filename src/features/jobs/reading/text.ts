import { seniorityOf } from '../../../career/posting/index.ts';
import { type FieldOrigin, fill, type PostingDraft } from './draft.ts';
import { labelled } from './header.ts';
import { jobTypesIn } from './job-type.ts';
import { companyIn } from './names.ts';
import { oneLine } from './plain.ts';
import { remoteIn } from './remote.ts';
import { namesRole } from './roles.ts';
import { findSalary } from './salary.ts';
import { readHeader } from './top.ts';

/** What is behind this is no posting any more. */
const maxCharacters = 100_000;

/**
 * Takes from a posting's text what nothing better has told: first what stands at its top, then labelled lines, then
 * sentences. Only the posting's own words are taken; what it does not say stays unknown.
 */
export function readText(draft: PostingDraft, whole: string, options: { hasHeader: boolean }): void {
  const text = whole.slice(0, maxCharacters);
  const take = (values: Partial<PostingDraft>, origin: FieldOrigin = 'text') => {
    const { warnings = [], ...fields } = values;
    const isSalaryNew = draft.salary === null;
    fill(draft, origin, fields);
    if (isSalaryNew && fields.salary) draft.warnings.push(...warnings);
  };
  if (options.hasHeader) take(readHeader(text));
  for (const line of text.split('\n').slice(0, 2_000)) {
    const told = line.length <= 330 && line.includes(':') ? labelled(line) : null;
    if (told) take(told);
  }
  take({ title: titleIn(text), company_name: companyIn(text) });
  const salary = draft.salary === null ? findSalary(text) : null;
  if (salary) take(salary);
  take({
    job_types: jobTypesIn(text),
    remote: remoteIn(text),
    location: placeIn(text),
    seniority: draft.title === null ? null : seniorityOf(draft.title),
  });
}

const asked =
  /\b(?:looking for|seeking|hiring|recruiting|searching for|in search of|join us as|join our team as|work as|as our|the role of|position of|suchen(?: wir)?|recherchons)\s+(?:an?|our(?: next| first)?|one|talented|eine?n?|une?|multiple|several)\s+(?:(?:talented|experienced|passionate|motivated|skilled|highly|exceptional|strong|motivierten?|erfahrenen?|\(?m\/w\/d\)?)\s+)*([^\n.,;:!?()]{3,90}?)(?=\s+(?:to|who|with|for|in|at|on|that|based|joining|zum|für|mit|as|and|pour)\b|\s*[.,;:!?()\n]|$)/giu;

/** The role that a sentence asks for: «We are looking for a Senior Backend Engineer to …». */
function titleIn(text: string): string | null {
  for (const match of text.slice(0, 20_000).matchAll(asked)) {
    const phrase = match[1]!.trim();
    if (namesRole(phrase) && phrase.split(/\s+/).length <= 9) return oneLine(phrase);
  }
  return null;
}

const based =
  /\b(?:based in|located in|office in|position in|role in|onsite in|on-site in|standort in) (?:our )?(?:the )?([\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){0,2}(?:, [\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+)?)?)/u;

function placeIn(text: string): string | null {
  const found = based.exec(text.slice(0, 20_000))?.[1];
  return found ? oneLine(found.replace(/[.'’-]+$/, '')) : null;
}
