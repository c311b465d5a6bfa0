import { type Kysely, sql } from 'kysely';
import type { Database } from '../../store/index.ts';
import { type Identities, ownedBy } from '../account/index.ts';
import type { TimelineEvent } from './history.ts';

/** The caller's applications, each with its posting. */
export function selectApplications(db: Kysely<Database>, identities: Pick<Identities, 'all'>) {
  return db
    .selectFrom('applications')
    .leftJoin('job_postings', 'job_postings.id', 'applications.job_id')
    .select([
      'applications.id',
      'applications.job_id',
      'applications.stage',
      'applications.status',
      'applications.cv_id',
      'applications.letter_id',
      'applications.notes',
      'applications.contacts',
      'applications.tags',
      'applications.next_step',
      'applications.remind_at',
      'applications.applied_at',
      'applications.interview_scheduled_at',
      'applications.interview_completed_at',
      'applications.reviewed_at',
      'applications.cover_letter',
      'applications.rejection_reason',
      'applications.cv_match_score',
      'applications.interview_score',
      'applications.revision',
      'applications.created_at',
      'applications.updated_at',
      'job_postings.title',
      'job_postings.company_name',
      'job_postings.location',
      'job_postings.external_url',
      'job_postings.salary_min',
      'job_postings.salary_max',
      'job_postings.salary_currency',
      'job_postings.salary_period',
    ])
    .where(ownedBy(identities, 'applications'));
}

export type ApplicationRow = Awaited<
  ReturnType<ReturnType<typeof selectApplications>['executeTakeFirstOrThrow']>
>;

export interface StoredEvent extends TimelineEvent {
  id: string;
}

/** The stored events of some applications (hundreds at most), by application, in the order they were written in. */
export async function eventsOf(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const found = new Map<string, StoredEvent[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('interviewly.application_events')
    .select(['application_id', 'id', 'at', 'by', 'kind', 'from_stage', 'to_stage', 'note'])
    .where('application_id', 'in', ids)
    .orderBy('id')
    .execute();
  for (const { application_id, from_stage, to_stage, ...event } of rows) {
    const list = found.get(application_id) ?? [];
    list.push({ ...event, from: from_stage, to: to_stage });
    found.set(application_id, list);
  }
  return found;
}

/**
 * Takes a row's lock until the transaction ends: a write that changes nothing. (Postgres locks the row, SQLite the
 * file; `for update` is not known to both.) False where the caller has no such application.
 */
export async function lockApplication(
  trx: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  id: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('applications')
    .set({ revision: sql<number>`revision` })
    .where('applications.id', '=', id)
    .where(ownedBy(identities, 'applications'))
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
