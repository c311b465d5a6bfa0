import type { CheerioAPI } from 'cheerio';
import type { FieldOrigin, PostingDraft } from './draft.ts';
import { isName } from './names.ts';
import { isPlace } from './places.ts';
import { oneLine } from './plain.ts';
import { namesRole } from './roles.ts';
import { partsOf, roleAndCompany } from './title-line.ts';

const boards =
  /^(linkedin|indeed(\.com)?|glassdoor|greenhouse|lever|workable|smartrecruiters|stepstone(\.de)?|monster|ziprecruiter|xing|simplyhired|dice|angellist|wellfound|otta|welcome to the jungle|ashby|bamboohr|teamtailor|personio|recruitee|join|totaljobs|reed(\.co\.uk)?|seek|careerbuilder|hired|remoteok|remotive|we work remotely|weworkremotely|hacker news|jobs?|careers?|.*\b(jobs|careers|job board)|home|apply|job details?|vacanc(y|ies)|open positions?)$/i;

interface Found {
  title?: { text: string; from: FieldOrigin };
  company?: { text: string; from: FieldOrigin };
  location?: string;
}

/** What og:title, the heading and `<title>` say: `Role at Company | Board`, `Company - Role`, `Role - Company - Place`. */
export function readPageTitle($: CheerioAPI): {
  fields: Partial<PostingDraft>;
  origins: Record<string, FieldOrigin>;
} {
  const site = meta($, 'og:site_name');
  const heading = oneLine($('main h1, article h1').first().text() || $('h1').first().text());
  const sources: [FieldOrigin, string][] = [
    ['heading', heading],
    ['meta', meta($, 'og:title')],
    ['page-title', oneLine($('title').first().text())],
  ];
  const found: Found = {};
  for (const [from, text] of sources) if (text !== '') read(found, from, text);
  if (found.title && !found.company && site !== '' && !boards.test(site) && isName(site)) {
    found.company = { text: site.replace(/\s+(careers|jobs)$/i, ''), from: 'meta' };
  }
  const fields: Partial<PostingDraft> = {
    title: found.title?.text ?? null,
    company_name: found.company?.text ?? null,
    location: found.location ?? null,
  };
  return {
    fields,
    origins: {
      title: found.title?.from ?? 'text',
      company_name: found.company?.from ?? 'text',
      location: 'page-title',
    },
  };
}

function read(found: Found, from: FieldOrigin, text: string): void {
  const parts = partsOf(text).filter((part) => !boards.test(part));
  for (const part of parts) {
    const both = roleAndCompany(part);
    if (both) {
      found.title ??= { text: both.title, from };
      if (both.company) found.company ??= { text: both.company, from };
    } else if (namesRole(part)) found.title ??= { text: part, from };
    else if (isPlace(part)) found.location ??= part;
    else if (isCompanyBeside(found, part, parts)) found.company ??= { text: part, from };
  }
}

/** A name beside the role is the employer's where nothing else stands there. */
function isCompanyBeside(found: Found, part: string, parts: string[]): boolean {
  const others = parts.filter((other) => other !== part && !isPlace(other));
  return (
    isName(part) &&
    others.length === 1 &&
    others.every((other) => namesRole(other)) &&
    found.company === undefined
  );
}

export function meta($: CheerioAPI, property: string): string {
  const tag = $(`meta[property="${property}"], meta[name="${property}"]`).first();
  return oneLine(tag.attr('content') ?? '', 1_000);
}
