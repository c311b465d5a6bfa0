import { type Kysely, sql } from 'kysely';
import { derivedUuid, uuidv7 } from '../../kernel/ids.ts';
import { type Database, json } from '../../store/index.ts';
import { type Identities, ownedBy, ownerColumns } from '../account/index.ts';
import type { Salary } from './application.ts';

/** A job as a person names it who has no posting at hand. */
export interface NamedJob {
  title: string;
  company_name: string;
  url?: string | null;
  location?: string | null;
  salary?: Salary | null;
}

/** Same for names that differ in case, accents' encoding, white space and punctuation alone. */
export function jobKey({ title, company_name }: Pick<NamedJob, 'title' | 'company_name'>): string {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim();
  return `${plain(company_name)}\n${plain(title)}`;
}

/** Two addresses of one posting: what is behind `?` and `#`, `www.` and a last slash make no difference. */
export function sameAddress(a: string | null | undefined, b: string | null | undefined): boolean {
  if (!a || !b) return true;
  return plainAddress(a) === plainAddress(b);
}

const tracking = /^(?:utm_.*|gclid|fbclid|ref|refid|trk|trackingid|source|src)$/i;

function plainAddress(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

/** The caller's own posting of that name, preferring the one with the same address; null where there is none. */
export async function findPosting(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  job: NamedJob,
): Promise<string | null> {
  const rows = await db
    .selectFrom('job_postings')
    .select(['id', 'title', 'company_name', 'external_url'])
    .where(ownedBy(identities, 'job_postings'))
    // The database folds case its own way; what it finds is compared exactly below.
    .where(sql<boolean>`lower(trim(company_name)) = lower(${job.company_name.trim()})`)
    .orderBy('created_at')
    .execute();
  const key = jobKey(job);
  const same = rows.filter((row) => jobKey(row) === key && sameAddress(row.external_url, job.url));
  return (same.find((row) => row.external_url && job.url) ?? same[0])?.id ?? null;
}

/** The row of a posting that holds what the person named, and nothing else. */
export function postingRow(
  caller: string,
  identities: Identities,
  job: NamedJob,
  { now, kind }: { now: Date; kind: 'person' | 'csv' },
) {
  const { owner_id, userId } = ownerColumns(caller, identities);
  const parts = [jobKey(job), job.url ? plainAddress(job.url) : ''];
  return {
    // Made at the same moment by two requests, it meets itself instead of becoming two.
    id: derivedUuid('named-job', owner_id, ...parts),
    // Nobody has read the page behind it: whoever saves that gets a posting of its own, and may move the application.
    fingerprint: derivedUuid('named-job', ...parts),
    user_id: userId,
    owner_id,
    title: job.title,
    company_name: job.company_name,
    location: job.location ?? null,
    description: '',
    salary_min: job.salary?.min ?? null,
    salary_max: job.salary?.max ?? null,
    salary_currency: job.salary?.currency ?? null,
    salary_period: job.salary?.period ?? null,
    status: 'ACTIVE' as const,
    applications_count: 0,
    external_url: job.url ?? null,
    source: json({ kind, at: now.toISOString(), ...(job.url && { url: job.url }) }),
    created_at: now,
    updated_at: now,
  };
}

export type PostingRow = ReturnType<typeof postingRow>;

/**
 * Stores rows of named postings; those that another request stored at this moment stay. What comes back says under which
 * id each is the caller's: an id that is taken by a row that went over to somebody else is replaced.
 */
export async function insertPostings(
  trx: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  rows: readonly PostingRow[],
): Promise<Map<string, string>> {
  const ids = new Map(rows.map(({ id }) => [id, id]));
  if (rows.length === 0) return ids;
  await trx
    .insertInto('job_postings')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const own = await trx
    .selectFrom('job_postings')
    .select('id')
    .where('id', 'in', [...ids.keys()])
    .where(ownedBy(identities, 'job_postings'))
    .execute();
  const there = new Set(own.map(({ id }) => id));
  const replaced = rows
    .filter(({ id }) => !there.has(id))
    .map((row) => ({ ...row, id: uuidv7(), was: row.id }));
  for (const { was, ...row } of replaced) {
    await trx.insertInto('job_postings').values(row).execute();
    ids.set(was, row.id);
  }
  return ids;
}

/** The caller's posting of that name, made where it is missing. */
export async function findOrNamePosting(
  trx: Kysely<Database>,
  caller: string,
  identities: Identities,
  job: NamedJob,
  now: Date,
): Promise<string> {
  const known = await findPosting(trx, identities, job);
  if (known) return known;
  const row = postingRow(caller, identities, job, { now, kind: 'person' });
  return (await insertPostings(trx, identities, [row])).get(row.id)!;
}

/**
 * Holds a posting of the caller's until the transaction ends, by a write that changes nothing: two applications to it at
 * once come one after the other. False where the caller has no such posting.
 */
export async function holdPosting(
  trx: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  jobId: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('job_postings')
    .set({ applications_count: sql<number>`applications_count` })
    .where('job_postings.id', '=', jobId)
    .where(ownedBy(identities, 'job_postings'))
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** Counts one more application to each of these postings, as the original does. */
export async function countApplications(trx: Kysely<Database>, jobIds: string[]): Promise<void> {
  await trx
    .updateTable('job_postings')
    .set({ applications_count: sql<number>`coalesce(applications_count, 0) + 1` })
    .where('id', 'in', jobIds)
    .execute();
}

/** Takes one application off a posting's count, where it is the caller's and has one. */
export async function discountApplication(
  trx: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  jobId: string,
): Promise<void> {
  await trx
    .updateTable('job_postings')
    .set({ applications_count: sql<number>`applications_count - 1` })
    .where('job_postings.id', '=', jobId)
    .where('applications_count', '>', 0)
    .where(ownedBy(identities, 'job_postings'))
    .execute();
}
