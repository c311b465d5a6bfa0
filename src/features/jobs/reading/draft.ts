/** What a posting's salary is for; amounts are kept as they were told and never multiplied. */
export const salaryPeriods = ['year', 'month', 'week', 'day', 'hour'] as const;
export type SalaryPeriod = (typeof salaryPeriods)[number];

export interface Salary {
  /** Whole units of the currency for the period; null where only the other end was told. */
  min: number | null;
  max: number | null;
  /** ISO 4217; null where the posting does not say. */
  currency: string | null;
  period: SalaryPeriod | null;
  /** The words of the posting; null for a row that kept none. */
  text: string | null;
}

export interface PostingWarning {
  code: string;
  message: string;
}

/** Where a field of a posting came from. */
export const fieldOrigins = [
  'json-ld',
  'microdata',
  'meta',
  'page-title',
  'heading',
  'readability',
  'text',
  'csv',
  'user',
] as const;
export type FieldOrigin = (typeof fieldOrigins)[number];

/** How the posting as a whole was read. */
export const readings = ['json-ld', 'microdata', 'readability', 'text', 'csv'] as const;
export type Reading = (typeof readings)[number];

/** A posting as it was read, before it is stored. What it does not say is null or empty: nothing is guessed. */
export interface PostingDraft {
  title: string | null;
  company_name: string | null;
  location: string | null;
  /** True or false only where the posting says so. */
  remote: boolean | null;
  job_types: string[];
  /** Plain text with `- ` for bullets. */
  description: string | null;
  department: string | null;
  seniority: string | null;
  salary: Salary | null;
  /** ISO 8601. */
  published_at: string | null;
  expires_at: string | null;
  /** The employer's own number of the job. */
  external_id: string | null;
  requirements: string[];
  responsibilities: string[];
  benefits: string[];
  skills_required: string[];
  via: Reading;
  fields: Record<string, FieldOrigin>;
  warnings: PostingWarning[];
}

/** The fields that reading fills one by one. */
export type DraftField = Exclude<keyof PostingDraft, 'via' | 'fields' | 'warnings'>;

export function emptyDraft(via: Reading): PostingDraft {
  return {
    title: null,
    company_name: null,
    location: null,
    remote: null,
    job_types: [],
    description: null,
    department: null,
    seniority: null,
    salary: null,
    published_at: null,
    expires_at: null,
    external_id: null,
    requirements: [],
    responsibilities: [],
    benefits: [],
    skills_required: [],
    via,
    fields: {},
    warnings: [],
  };
}

/** Takes what a source says of fields that no better source has said anything of. */
export function fill(draft: PostingDraft, origin: FieldOrigin, values: Partial<PostingDraft>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = name as DraftField;
    if (isEmpty(value) || !isEmpty(draft[field])) continue;
    Object.assign(draft, { [field]: value });
    draft.fields[field] = origin;
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
