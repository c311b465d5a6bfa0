import { notFound } from '../../kernel/errors.ts';
import { identitiesOf } from '../account/index.ts';
import type { ApplicationParts } from './deps.ts';
import { discountApplication } from './postings.ts';
import { lockApplication } from './rows.ts';

/** Deletes an application with its timeline and what memory holds of it. The posting stays. */
export async function removeApplication(
  { store, memory }: ApplicationParts,
  caller: string,
  id: string,
): Promise<void> {
  const names = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    if (!(await lockApplication(trx, identities, id))) throw notFound('Application');
    const { job_id } = await trx
      .selectFrom('applications')
      .select('job_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await trx.deleteFrom('interviewly.application_events').where('application_id', '=', id).execute();
    await trx.deleteFrom('applications').where('id', '=', id).execute();
    await discountApplication(trx, identities, job_id);
    return identities.all;
  });
  for (const name of names) await memory.forgetConversation(name, id);
}
