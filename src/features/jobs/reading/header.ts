import { dateOf, datePattern, endOfDate } from './dates.ts';
import type { PostingDraft } from './draft.ts';
import { jobTypeOf } from './job-type.ts';
import { isPlace, workModeOf } from './places.ts';
import { oneLine } from './plain.ts';
import { namesRole } from './roles.ts';
import { parseSalary } from './salary.ts';

export type Told = Partial<PostingDraft>;

const labels: [keyof PostingDraft, RegExp][] = [
  [
    'title',
    /^(job title|title|position(?: title)?|role|job|stelle|stellenbezeichnung|poste|intitulé du poste|puesto)$/i,
  ],
  [
    'company_name',
    /^(company(?: name)?|employer|organi[sz]ation|firma|unternehmen|arbeitgeber|entreprise|empresa|azienda)$/i,
  ],
  [
    'location',
    /^(locations?|job location|place|office|based in|standort|arbeitsort|ort|lieu|localisation|ubicación|sede)$/i,
  ],
  [
    'salary',
    /^(salary(?: range)?|compensation|pay(?: range| rate)?|base (?:salary|pay)|rate|gehalt|salaire|rémunération|salario|ctc)$/i,
  ],
  [
    'job_types',
    /^(job type|employment(?: type)?|type|contract(?: type)?|type de contrat|anstellungsart|beschäftigungsart|schedule|working time)$/i,
  ],
  ['department', /^(department|team|abteilung|business unit|function)$/i],
  [
    'published_at',
    /^(posted(?: on)?|date posted|published(?: on)?|posting date|veröffentlicht(?: am)?|publié le)$/i,
  ],
  [
    'expires_at',
    /^(closing date|deadline|application deadline|apply by|expires(?: on)?|valid (?:through|until)|closes|bewerbungsfrist|date limite)$/i,
  ],
  [
    'external_id',
    /^(job id|req(?:uisition)?(?: id| number|\.)?|reference(?: number)?|ref\.?|job (?:number|code)|kennziffer|référence)$/i,
  ],
];

/** What a line such as `Location: Berlin` says; null for a line without a label we know. */
export function labelled(line: string): Told | null {
  const match = /^[-*\s]*\**([\p{L}][\p{L} ./]{1,28}?)\**\s*[:：]\s*\**\s*(.{1,300})$/u.exec(line);
  if (!match) return null;
  const value = oneLine(match[2]!.replaceAll('**', ''));
  const field = labels.find(([, label]) => label.test(match[1]!.trim()))?.[0];
  if (field === undefined || value === '') return null;
  return toldBy(field, value);
}

function toldBy(field: keyof PostingDraft, value: string): Told | null {
  switch (field) {
    case 'salary': {
      const read = parseSalary(value);
      return read ? { salary: read.salary, warnings: read.warnings } : null;
    }
    case 'job_types': {
      const types = [...new Set(value.split(/[,;/|]|\band\b/).flatMap((name) => jobTypeOf(name) ?? []))];
      return types.length > 0 ? { job_types: types } : null;
    }
    case 'published_at':
      return told('published_at', dateOf(firstDate(value)));
    case 'expires_at':
      return told('expires_at', endOfDate(firstDate(value)));
    case 'location':
      return { location: value, ...remoteOf(value) };
    default:
      // «Role: you will …» is a sentence and no title.
      return value.length <= 120 ? { [field]: value } : null;
  }
}

function told(field: 'published_at' | 'expires_at', value: string | null): Told | null {
  return value === null ? null : { [field]: value };
}

function firstDate(text: string): string | null {
  return new RegExp(datePattern, 'iu').exec(text)?.[0] ?? null;
}

/** `Remote (Europe)` says both where and how. */
function remoteOf(value: string): Told {
  const mode = workModeOf(value.split(/[|;·]/)[0]!);
  return mode === null ? {} : { remote: mode === 'remote' };
}

/** What one part of a line at the top is by itself; null for words that may be a name. */
export function classified(part: string): Told | null {
  const mode = workModeOf(part);
  if (mode !== null)
    return { remote: mode === 'remote', ...(mode === 'remote' && { location: oneLine(part) }) };
  const type = jobTypeOf(part);
  if (type !== null) return { job_types: [type] };
  const inner = /^(.*?)\s*\((remote|hybrid|on-?site)\)$/i.exec(part);
  if (inner && isPlace(inner[1]!)) return { location: oneLine(inner[1]!), remote: /remote/i.test(inner[2]!) };
  if (isPlace(part)) return { location: oneLine(part) };
  if (/[$£€₹¥]|\b(usd|eur|gbp|chf)\b|\d\s?k\b/i.test(part) && !namesRole(part)) {
    const read = parseSalary(part);
    if (read) return { salary: read.salary, warnings: read.warnings };
  }
  const posted = /^(?:re)?posted\s+(?:on\s+)?(.*)$/i.exec(part);
  if (posted) return told('published_at', dateOf(firstDate(posted[1]!))) ?? {};
  if (isNoise(part)) return {};
  return null;
}

const noise =
  /^(apply(?: now| here| today)?|easy apply|save(?: job)?|share|show (?:more|less|all)|report(?: this)? job|sign in.*|log in.*|new|promoted|actively (?:hiring|recruiting)|urgently hiring|\d.*(?:applicants?|ago|views|reviews?|employees)|over \d+.*|be an early applicant|full job description|job details|back to .*|view (?:all )?jobs|no longer accepting applications|logo|home|careers?|jobs?|menu|skip to .*|(?:m\/f\/d|m\/w\/d|all genders?)|.* logo|follow|\d[\d.,]*)$/i;

/** Buttons and counters that come along when a page is copied. */
export function isNoise(part: string): boolean {
  return noise.test(part.trim());
}
