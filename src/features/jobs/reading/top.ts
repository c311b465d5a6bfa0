import type { PostingDraft } from './draft.ts';
import { classified, isNoise, labelled, type Told } from './header.ts';
import { isEmployerIn, isName } from './names.ts';
import { oneLine } from './plain.ts';
import { namesRole } from './roles.ts';
import { partsOf, roleAndCompany } from './title-line.ts';

const heading =
  /^(?:#+\s*)?(?:about|the (?:role|job|team|opportunity|position)|requirements?|qualifications?|responsibilit|what |who |why |how |where |job description|description|overview|role overview|benefits|perks|nice to have|skills|your |our |we |summary|duties|key |minimum|preferred|must(?:[- ]have)?\b|position summary|introduction|company description|aufgaben|anforderungen|profil|ihr |dein |wir |über |missions?|descripti)/i;

const sentence =
  /\b(we are|we're|we offer|you will|you'll|you are|looking for|seeking|wir suchen|nous recherchons)\b/i;

/** A line of prose: the top of the posting is over. */
function isProse(line: string): boolean {
  const words = line.split(/\s+/).length;
  return (
    line.length > 130 || (words > 8 && (/[.!?]$|[a-z][.!?] [\p{Lu}]/u.test(line) || sentence.test(line)))
  );
}

/**
 * What the lines above the first heading or sentence say: title, employer, place, pay and so on, in the order in which
 * postings and copied pages have them. A name that stands alone is the employer's where it is next to the title.
 */
export function readHeader(text: string): Told {
  const told: Told = {};
  const take = (values: Told) => {
    for (const [field, value] of Object.entries(values)) {
      const known = told[field as keyof PostingDraft];
      if (known === undefined) Object.assign(told, { [field]: value });
      else if (field === 'job_types')
        Object.assign(told, { job_types: [...new Set([...(told.job_types ?? []), ...(value as string[])])] });
    }
  };
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[#>*\s-]+|\*+$/g, '').trim())
    .filter((line) => line !== '' && !isNoise(line));
  let names: { name: string; line: number }[] = [];
  let titleLine = -1;
  for (const [i, line] of lines.slice(0, 14).entries()) {
    if (isProse(line)) break;
    const label = labelled(line);
    if (label) {
      take(label);
      if (label.title !== undefined) titleLine = i;
      continue;
    }
    if (heading.test(line) && !namesRole(line)) {
      if (i > 0) break;
      continue;
    }
    const both = told.title === undefined ? roleAndCompany(partsOf(line)[0] ?? line) : null;
    if (both) {
      take({ title: both.title, company_name: both.company });
      titleLine = i;
    }
    const rest = both ? partsOf(line).slice(1) : partsOf(line);
    for (const part of rest) {
      const known = classified(part);
      if (known) take(known);
      else if (told.title === undefined && namesRole(part) && part.length <= 120) {
        take({ title: oneLine(titleOf(line, part)) });
        titleLine = i;
      } else if (isName(part)) names.push({ name: part, line: i });
    }
  }
  // What shares the title's line may be a part of the title: it has to be called the employer somewhere.
  names = names.filter(({ name, line }) =>
    line === titleLine
      ? isEmployerIn(text, name)
      : Math.abs(line - titleLine) === 1 || isEmployerIn(text, name),
  );
  if (told.company_name === undefined && titleLine >= 0) {
    const near =
      names.find(({ line }) => line === titleLine) ?? names.find(({ line }) => line > titleLine) ?? names[0];
    if (near) told.company_name = oneLine(near.name);
  }
  if (told.title !== undefined && told.company_name)
    told.title = withoutCompany(told.title!, told.company_name);
  return told;
}

/** The role with what a dash adds to it: `Engineer — Distributed Systems`; other parts are no part of a title. */
function titleOf(line: string, part: string): string {
  const start = line.indexOf(part);
  const addition = /^\s+[–—-]\s+([^|·•\t]+)/.exec(line.slice(start + part.length));
  if (!addition) return part;
  const words = partsOf(addition[1]!)[0] ?? '';
  return classified(words) === null && isName(words)
    ? line.slice(start, start + part.length) + addition[0].slice(0, addition[0].indexOf(words) + words.length)
    : part;
}

function withoutCompany(title: string, company: string): string {
  const ending = [' — ', ' – ', ' - '].find((dash) => title.endsWith(dash + company));
  return ending ? title.slice(0, -(ending + company).length) : title;
}
