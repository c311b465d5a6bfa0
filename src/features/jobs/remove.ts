import { AppError, notFound } from '../../kernel/errors.ts';
import { identitiesOf } from '../account/index.ts';
import { findJobRow } from './find.ts';
import type { JobParts } from './save.ts';

/**
 * Deletes a posting and what memory kept of it. Letters and analyses made for it stay and lose the link. An application
 * needs its posting, so while one hangs on it nothing is deleted.
 */
export async function removeJob({ store, memory }: JobParts, caller: string, id: string): Promise<void> {
  const identities = await store.read((db) => identitiesOf(db, caller));
  await store.transaction(async (trx) => {
    if (!(await findJobRow(trx, identities, id))) throw notFound('Posting');
    const application = await trx
      .selectFrom('applications')
      .select('id')
      .where('job_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (application) throw inUse();
    const unlinked = { job_posting_id: null };
    await trx.updateTable('cover_letters').set(unlinked).where('job_posting_id', '=', id).execute();
    await trx.updateTable('cv_analyses').set(unlinked).where('job_posting_id', '=', id).execute();
    await trx.updateTable('cv_rewrites').set(unlinked).where('job_posting_id', '=', id).execute();
    await trx.deleteFrom('job_postings').where('id', '=', id).execute();
  });
  for (const name of identities.all) await memory.forgetConversation(name, id);
}

function inUse(): AppError {
  return new AppError('posting_in_use', {
    status: 409,
    title: 'An application hangs on this posting',
    detail: 'An application is of no use without its posting, so the posting was not deleted.',
    remedy: 'Delete the application first, or keep the posting and set its status to closed.',
  });
}
