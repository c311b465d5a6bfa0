import type { Selectable } from 'kysely';
import type { DateISO } from '../../kernel/clock.ts';
import type { Database } from '../../store/index.ts';
import type { FieldOrigin, PostingWarning, Reading, Salary, SalaryPeriod } from './reading/draft.ts';
import { salaryPeriods } from './reading/draft.ts';

export const jobStatuses = ['draft', 'active', 'paused', 'closed'] as const;
export type JobStatus = (typeof jobStatuses)[number];

export const sourceKinds = ['url', 'text', 'html', 'csv'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Where a posting came from and how it was read. */
export interface JobSource {
  kind: SourceKind;
  /** As it was given. */
  url: string | null;
  /** After redirects. */
  final_url: string | null;
  fetched_at: string | null;
  via: Reading;
  /** Which field came from where. */
  fields: Record<string, FieldOrigin>;
}

/** What the column `source` holds: beside the source itself, what the table has no column for. */
export interface StoredSource extends JobSource {
  warnings: PostingWarning[];
  job_types: string[];
  salary_text: string | null;
  /** Where the person found it, in their own words; from a CSV's column «Source». */
  found_on: string | null;
  notes: string | null;
  tags: string[];
}

/** A posting as everybody outside sees it. What it does not say is null or empty. */
export interface Job {
  id: string;
  title: string | null;
  company_name: string | null;
  location: string | null;
  remote: boolean | null;
  job_type: string | null;
  job_types: string[];
  /** Plain text with `- ` for bullets. */
  description: string | null;
  department: string | null;
  requirements: string[];
  responsibilities: string[];
  benefits: string[];
  skills_required: string[];
  salary: Salary | null;
  seniority: string | null;
  status: JobStatus;
  url: string | null;
  external_id: string | null;
  published_at: DateISO | null;
  expires_at: DateISO | null;
  expired: boolean;
  /** Null for a row of another program. */
  source: JobSource | null;
  found_on: string | null;
  notes: string | null;
  tags: string[];
  warnings: PostingWarning[];
  created_at: DateISO;
  updated_at: DateISO;
}

export type JobRow = Selectable<Database['job_postings']>;

/** A row as a posting. Rows of the original hold JSON of its own, so nothing is taken for granted. */
export function toJob(row: JobRow, now: Date): Job {
  const stored = storedSource(row.source);
  const job_types =
    stored?.job_types ??
    (row.job_type ?? '')
      .split(',')
      .map((type) => type.trim())
      .filter(Boolean);
  return {
    id: row.id,
    title: row.title || null,
    company_name: row.company_name || null,
    location: row.location || null,
    remote: row.remote === null ? null : Boolean(row.remote),
    job_type: row.job_type,
    job_types,
    description: row.description || null,
    department: row.department,
    requirements: textsOf(row.requirements),
    responsibilities: textsOf(row.responsibilities),
    benefits: textsOf(row.benefits),
    skills_required: textsOf(row.skills_required),
    salary: salaryOf(row, stored),
    seniority: row.seniority,
    status: row.status.toLowerCase() as JobStatus,
    url: stored?.url ?? row.external_url,
    external_id: row.external_id,
    published_at: row.published_at,
    expires_at: row.expires_at,
    expired: row.expires_at !== null && new Date(row.expires_at) <= now,
    source: stored && sourceOf(stored),
    found_on: stored?.found_on ?? null,
    notes: stored?.notes ?? null,
    tags: stored?.tags ?? [],
    warnings: stored?.warnings ?? [],
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

function sourceOf({ kind, url, final_url, fetched_at, via, fields }: StoredSource): JobSource {
  return { kind, url, final_url, fetched_at, via, fields };
}

/** Null for a source that is not ours. */
export function storedSource(value: unknown): StoredSource | null {
  if (value === null || typeof value !== 'object' || !('kind' in value) || !('fields' in value)) return null;
  return value as StoredSource;
}

function salaryOf(row: JobRow, stored: StoredSource | null): Salary | null {
  if (row.salary_min === null && row.salary_max === null) return null;
  const period = row.salary_period?.toLowerCase() as SalaryPeriod | undefined;
  return {
    min: row.salary_min,
    max: row.salary_max,
    currency: row.salary_currency,
    period: period && salaryPeriods.includes(period) ? period : null,
    text: stored?.salary_text ?? null,
  };
}

/** The texts of a list: strings, or objects that hold one, as programs before us may have written them. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split('\n')
      .map((line) => line.replace(/^[\s•*-]+/, '').trim())
      .filter(Boolean);
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((item: unknown) => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [item];
    if (Array.isArray(item)) return textsOf(item);
    const { text, name, title, skill } = (item ?? {}) as Record<string, unknown>;
    return (
      ([text, name, title, skill].find((part) => typeof part === 'string' && part !== '') as string) ?? []
    );
  });
}
