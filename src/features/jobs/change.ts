import { notFound } from '../../kernel/errors.ts';
import { json } from '../../store/index.ts';
import { identitiesOf } from '../account/index.ts';
import { findJobRow } from './find.ts';
import { type Job, type JobRow, type JobStatus, type StoredSource, storedSource, toJob } from './job.ts';
import type { PostingDraft, Salary } from './reading/draft.ts';
import { jobTypeColumn, salaryColumns } from './rows.ts';
import type { JobParts } from './save.ts';

/** Corrections of a person; what is left out stays, null empties a field. */
export interface JobChanges {
  title?: string;
  company_name?: string;
  location?: string | null;
  remote?: boolean | null;
  job_types?: string[];
  description?: string;
  department?: string | null;
  salary?: Omit<Salary, 'text'> | null;
  seniority?: string | null;
  status?: JobStatus;
  url?: string | null;
  published_at?: Date | null;
  expires_at?: Date | null;
  notes?: string | null;
  tags?: string[];
}

/** Corrects a posting. A new description is read anew for what it asks for. */
export async function changeJob(
  parts: JobParts,
  caller: string,
  id: string,
  changes: JobChanges,
  signal?: AbortSignal,
): Promise<Job> {
  const { store, clock } = parts;
  const identities = await store.read((db) => identitiesOf(db, caller));
  const before = await store.read((db) => findJobRow(db, identities, id));
  if (!before) throw notFound('Posting');
  const demands =
    changes.description === undefined ? null : await readDemands(parts, changes, before, signal);
  return await store.transaction(async (trx) => {
    const row = await findJobRow(trx, identities, id);
    if (!row) throw notFound('Posting');
    const now = clock.now();
    await trx
      .updateTable('job_postings')
      .set({ ...columnsOf(changes, row, now), ...demands, updated_at: now })
      .where('id', '=', id)
      .execute();
    const changed = await findJobRow(trx, identities, id);
    if (!changed) throw notFound('Posting');
    return toJob(changed, now);
  });
}

async function readDemands({ postings }: JobParts, changes: JobChanges, row: JobRow, signal?: AbortSignal) {
  const given = { title: changes.title ?? row.title };
  const task = { kind: 'text', text: changes.description!, given } as const;
  const result = await postings.reader.read(task, signal);
  if (result.kind !== 'posting') return null;
  const { description, requirements, responsibilities, benefits, skills_required } = result.draft;
  return {
    description: description ?? '',
    requirements: json(requirements),
    responsibilities: json(responsibilities),
    benefits: json(benefits),
    skills_required: json(skills_required),
  };
}

function columnsOf(changes: JobChanges, row: JobRow, now: Date) {
  const { title, company_name, location, remote, department, seniority, published_at, expires_at } = changes;
  const { status, salary, job_types, url } = changes;
  const upper = status?.toUpperCase() as JobRow['status'] | undefined;
  return {
    title,
    company_name,
    location,
    remote,
    department,
    seniority,
    published_at,
    expires_at,
    ...(url !== undefined && { external_url: url !== null && url.length <= 500 ? url : null }),
    ...(job_types !== undefined && { job_type: jobTypeColumn(job_types) }),
    ...(salary !== undefined && salaryColumns(salary && { ...salary, text: null })),
    ...(upper !== undefined && { status: upper, closed_at: upper === 'CLOSED' ? now : null }),
    ...sourceColumn(changes, row),
  };
}

/** The source of our own rows remembers which fields the person has set, and drops warnings that are settled by it. */
function sourceColumn(changes: JobChanges, row: JobRow) {
  const stored = storedSource(row.source);
  if (!stored) return {};
  const set = Object.keys(changes).filter((field) => changes[field as keyof JobChanges] !== undefined);
  const fields = { ...stored.fields };
  for (const field of set) if (isPostingField(field)) fields[field] = 'user';
  const settled = new Set(set.flatMap((field) => settles[field] ?? []));
  const next: StoredSource = {
    ...stored,
    fields,
    warnings: stored.warnings.filter(
      ({ code }) => !settled.has(code) && !(set.includes('salary') && code.startsWith('salary_')),
    ),
    ...(changes.job_types !== undefined && { job_types: changes.job_types }),
    ...(changes.salary !== undefined && { salary_text: null }),
    ...(changes.url !== undefined && { url: changes.url }),
    ...(changes.notes !== undefined && { notes: changes.notes }),
    ...(changes.tags !== undefined && { tags: changes.tags }),
  };
  return { source: json(next) };
}

const settles: Record<string, string[]> = {
  title: ['title_missing'],
  company_name: ['company_missing'],
  description: ['description_missing', 'description_shortened', 'suspicious_text'],
};

function isPostingField(field: string): field is keyof PostingDraft {
  return !['notes', 'tags', 'status'].includes(field);
}
