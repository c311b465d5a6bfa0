import type { Kysely } from 'kysely';
import { uuidv7 } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import type { Identities } from '../account/index.ts';
import { findJobRow } from './find.ts';
import { type Job, toJob } from './job.ts';
import type { NewRow } from './rows.ts';

/** Stores a new posting. Where another request stored the same at this moment, that one is the answer. */
export async function insertRow(
  trx: Kysely<Database>,
  identities: Identities,
  row: NewRow,
  now: Date,
): Promise<{ job: Job; created: boolean }> {
  const result = await trx
    .insertInto('job_postings')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  const created = (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  const kept = await findJobRow(trx, identities, row.id);
  if (kept) return { job: toJob(kept, now), created };
  // The id is taken by a row that went over to somebody else.
  return await insertRow(trx, identities, { ...row, id: uuidv7(now.getTime()) }, now);
}
