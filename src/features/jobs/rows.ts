import type { Insertable } from 'kysely';
import { type Database, json } from '../../store/index.ts';
import { type Identities, ownerColumns } from '../account/index.ts';
import { fingerprintOf, postingId } from './fingerprint.ts';
import type { StoredSource } from './job.ts';
import type { PostingDraft } from './reading/draft.ts';
import { oneLine } from './reading/plain.ts';

/** A posting that was read, with where it came from. */
export interface ReadPosting {
  draft: PostingDraft;
  source: Pick<StoredSource, 'kind' | 'url' | 'final_url' | 'fetched_at'> &
    Partial<Pick<StoredSource, 'found_on' | 'notes' | 'tags'>>;
}

export type NewRow = Insertable<Database['job_postings']> & {
  id: string;
  fingerprint: string;
};

/** The row of a new posting. Where the columns of the original are too short for it, the text is shortened. */
export function newRow(
  { draft, source }: ReadPosting,
  caller: string,
  identities: Identities,
  now: Date,
): NewRow {
  const { owner_id, userId } = ownerColumns(caller, identities);
  const url = source.final_url ?? source.url;
  const fingerprint = fingerprintOf({ ...draft, url });
  const stored: StoredSource = {
    found_on: null,
    notes: null,
    tags: [],
    ...source,
    via: draft.via,
    fields: draft.fields,
    warnings: draft.warnings,
    job_types: draft.job_types,
    salary_text: draft.salary?.text ?? null,
  };
  return {
    id: postingId(caller, fingerprint),
    owner_id,
    user_id: userId,
    fingerprint,
    source: json(stored),
    status: 'ACTIVE',
    views_count: 0,
    applications_count: 0,
    external_url: url !== null && url.length <= 500 ? url : null,
    created_at: now,
    updated_at: now,
    ...draftColumns(draft),
  };
}

/** The columns that say what the posting says. */
export function draftColumns(draft: Omit<PostingDraft, 'via' | 'fields' | 'warnings'>) {
  const short = (text: string | null, max = 255) => (text ? oneLine(text, max) : null);
  return {
    title: oneLine(draft.title ?? ''),
    company_name: oneLine(draft.company_name ?? ''),
    location: short(draft.location),
    remote: draft.remote,
    job_type: jobTypeColumn(draft.job_types),
    description: draft.description ?? '',
    department: short(draft.department, 100),
    requirements: json(draft.requirements),
    responsibilities: json(draft.responsibilities),
    benefits: json(draft.benefits),
    skills_required: json(draft.skills_required),
    seniority: short(draft.seniority, 20),
    external_id: short(draft.external_id),
    ...salaryColumns(draft.salary),
    published_at: draft.published_at === null ? null : new Date(draft.published_at),
    expires_at: draft.expires_at === null ? null : new Date(draft.expires_at),
  };
}

export function jobTypeColumn(types: string[]): string | null {
  return types.length === 0 ? null : types.join(', ').slice(0, 50);
}

export function salaryColumns(salary: PostingDraft['salary']) {
  return {
    salary_min: salary?.min ?? null,
    salary_max: salary?.max ?? null,
    salary_currency: salary?.currency ?? null,
    salary_period: salary?.period?.toUpperCase() ?? null,
  };
}
