import { baseSalary } from './base-salary.ts';
import { dateOf, endOfDate } from './dates.ts';
import { type FieldOrigin, fill, type PostingDraft } from './draft.ts';
import { htmlToText } from './html-text.ts';
import { jobTypeOf } from './job-type.ts';
import { isOfType, type JsonObject } from './json-ld.ts';
import { oneLine } from './plain.ts';
import { placesOf } from './structured-place.ts';
import { asText, asTexts } from './values.ts';

export type Resolve = (value: unknown) => unknown;

/** Takes what a schema.org JobPosting says (https://schema.org/JobPosting), from JSON-LD or from microdata. */
export function readJobPosting(
  draft: PostingDraft,
  origin: FieldOrigin,
  posting: JsonObject,
  resolve: Resolve,
): void {
  const line = (value: unknown) => {
    const text = asText(resolve(value));
    return text === null ? null : oneLine(htmlToText(text)) || null;
  };
  const { salary, warnings } = baseSalary(posting, resolve);
  draft.warnings.push(...warnings);
  const isRemote = [posting.jobLocationType]
    .flat()
    .some((type) => /telecommute|remote/i.test(String(type ?? '')));
  fill(draft, origin, {
    title: line(posting.title ?? posting.name),
    company_name: line([posting.hiringOrganization].flat()[0]),
    location: placesOf(posting, resolve, isRemote),
    remote: isRemote ? true : null,
    job_types: jobTypes(posting.employmentType),
    description: describe(posting, resolve) || null,
    department: line(posting.department ?? departmentOf(resolve([posting.hiringOrganization].flat()[0]))),
    salary,
    published_at: dateOf(asText(posting.datePosted)),
    expires_at: endOfDate(asText(posting.validThrough)),
    external_id: identifierOf(resolve([posting.identifier].flat()[0])),
  });
}

function jobTypes(value: unknown): string[] {
  const names = asTexts(value).flatMap((text) => text.split(/[,;/|]/));
  return [...new Set(names.flatMap((name) => jobTypeOf(name) ?? []))];
}

function departmentOf(organisation: unknown): unknown {
  if (organisation === null || typeof organisation !== 'object') return null;
  return (organisation as JsonObject).department;
}

function identifierOf(value: unknown): string | null {
  const text =
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? isOfType(value as JsonObject, 'PropertyValue') || 'value' in value
        ? asText((value as JsonObject).value)
        : null
      : asText(value);
  return text === null ? null : oneLine(text) || null;
}

/** The description with the sections that some sites keep beside it and not in it. */
function describe(posting: JsonObject, resolve: Resolve): string {
  const parts = [htmlToText(asText(posting.description) ?? '')];
  for (const [heading, property] of sections) {
    const text = asTexts(resolve(posting[property])).map(htmlToText).filter(Boolean).join('\n');
    if (text && !squeezed(parts.join('\n')).includes(squeezed(text))) parts.push(`${heading}\n${text}`);
  }
  return parts.filter(Boolean).join('\n\n');
}

const sections = [
  ['Responsibilities', 'responsibilities'],
  ['Qualifications', 'qualifications'],
  ['Skills', 'skills'],
  ['Experience', 'experienceRequirements'],
  ['Education', 'educationRequirements'],
  ['Benefits', 'jobBenefits'],
] as const;

const squeezed = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
