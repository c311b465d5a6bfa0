import type { Kysely } from 'kysely';
import type { Database } from '../../store/index.ts';

/**
 * A posting that somebody else applied to cannot go without taking their application along. So it stays as an empty
 * shell: nothing the person wrote is left in it, nor in their notes on those applications, and it is nobody's.
 */
export async function blankSharedPostings(db: Kysely<Database>, owners: string[]): Promise<void> {
  const shared = await db
    .selectFrom('job_postings')
    .select('id')
    .where((where) => where.or([where('user_id', 'in', owners), where('owner_id', 'in', owners)]))
    .where('id', 'in', (sub) =>
      sub
        .selectFrom('applications')
        .select('job_id')
        .where((where) => where.or([where('user_id', 'is', null), where('user_id', 'not in', owners)]))
        .where((where) => where.or([where('owner_id', 'is', null), where('owner_id', 'not in', owners)])),
    )
    .execute();
  const ids = shared.map(({ id }) => id);
  if (ids.length === 0) return;
  const deleted = '[deleted]';
  await db
    .updateTable('applications')
    .set({ recruiter_notes: null, rejection_reason: null })
    .where('job_id', 'in', ids)
    .execute();
  await db
    .updateTable('job_postings')
    .set({
      user_id: null,
      owner_id: null,
      source: null,
      fingerprint: null,
      title: deleted,
      company_name: deleted,
      description: deleted,
      location: null,
      remote: null,
      job_type: null,
      requirements: null,
      responsibilities: null,
      benefits: null,
      salary_min: null,
      salary_max: null,
      salary_currency: null,
      seniority: null,
      department: null,
      skills_required: null,
      status: 'CLOSED',
      external_id: null,
      external_url: null,
    })
    .where('id', 'in', ids)
    .execute();
}
