import { type Kysely, sql } from 'kysely';
import { invalidInput } from '../../kernel/errors.ts';
import { type Database, instant } from '../../store/index.ts';
import { type Identities, ownedBy } from '../account/index.ts';
import { type Job, type JobRow, type JobStatus, toJob } from './job.ts';

type Db = Kysely<Database>;

export async function findJobRow(db: Db, identities: Identities, id: string): Promise<JobRow | undefined> {
  return await db
    .selectFrom('job_postings')
    .selectAll()
    .where('id', '=', id)
    .where(ownedBy(identities, 'job_postings'))
    .executeTakeFirst();
}

/** One posting of a person, rows of the original included; null where there is none of theirs. */
export async function findJob(
  db: Db,
  identities: Identities,
  id: string,
  now: Date = new Date(),
): Promise<Job | null> {
  const row = await findJobRow(db, identities, id);
  return row ? toJob(row, now) : null;
}

/** The posting of a person that is the same job, by fingerprint or, for rows of the original, by its address. */
export async function findSame(
  db: Db,
  identities: Identities,
  { fingerprint, urls }: { fingerprint: string; urls: string[] },
): Promise<JobRow | undefined> {
  return await db
    .selectFrom('job_postings')
    .selectAll()
    .where(ownedBy(identities, 'job_postings'))
    .where((where) =>
      where.or([
        where('fingerprint', '=', fingerprint),
        ...(urls.length > 0
          ? [where.and([where('fingerprint', 'is', null), where('external_url', 'in', urls)])]
          : []),
      ]),
    )
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
}

export interface JobFilter {
  /** Words that title, employer, place or description hold. */
  q?: string;
  status?: JobStatus;
  expired?: boolean;
  /** The id of the last posting of the page before. */
  cursor?: string;
  /** 1 to 200; 50 by default. */
  limit?: number;
}

/** A page of a person's postings, newest first. */
export async function listJobs(
  db: Db,
  identities: Identities,
  { q, status, expired, cursor, limit = 50 }: JobFilter = {},
  now: Date = new Date(),
): Promise<{ jobs: Job[]; next_cursor: string | null }> {
  let query = db.selectFrom('job_postings').selectAll().where(ownedBy(identities, 'job_postings'));
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 10)) query = query.where(holds(word));
  if (status) query = query.where('status', '=', status.toUpperCase() as JobRow['status']);
  if (expired === true) query = query.where('expires_at', '<=', instant(now));
  if (expired === false)
    query = query.where((where) =>
      where.or([where('expires_at', 'is', null), where('expires_at', '>', instant(now))]),
    );
  if (cursor !== undefined) {
    if (!(await findJobRow(db, identities, cursor)))
      throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
    query = query.where(
      sql<boolean>`(created_at, id) < (select created_at, id from job_postings where id = ${cursor})`,
    );
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit).map((row) => toJob(row, now));
  return { jobs: page, next_cursor: rows.length > limit ? page.at(-1)!.id : null };
}

/** SQLite folds the case of ASCII alone, so the word is also looked for as it was typed. */
function holds(word: string) {
  const quoted = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const columns = ['title', 'company_name', 'location', 'description'];
  const tests = columns.map(
    (name) =>
      sql`(lower(${sql.ref(name)}) like ${quoted.toLowerCase()} escape '\\' or ${sql.ref(name)} like ${quoted} escape '\\')`,
  );
  return sql<boolean>`(${sql.join(tests, sql` or `)})`;
}
