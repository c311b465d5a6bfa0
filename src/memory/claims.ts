import type { Transaction } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import type { Database } from '../store/index.ts';
import { ownerKey } from './index-documents.ts';

/**
 * Who remembers under this id now: the account, where the visitor of this id has signed in meanwhile. The owner's row is
 * locked first, and a claim locks it too: so either the claim finds what is being written, or the writer finds the claim.
 */
export async function presentOwner(trx: Transaction<Database>, user: string): Promise<string> {
  await ownerKey(trx, user);
  const claim = await trx
    .selectFrom('interviewly.claims')
    .select('owner_id')
    .where('visitor_id', '=', user)
    .executeTakeFirst();
  return claim?.owner_id ?? user;
}

/** Writes down who claims the visitor; throws where that was somebody else before. */
export async function noteClaim(
  trx: Transaction<Database>,
  visitor: string,
  account: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('interviewly.claims')
    .values({ visitor_id: visitor, owner_id: account, claimed_at: now })
    .onConflict((conflict) => conflict.column('visitor_id').doNothing())
    .execute();
  const { owner_id } = await trx
    .selectFrom('interviewly.claims')
    .select('owner_id')
    .where('visitor_id', '=', visitor)
    .executeTakeFirstOrThrow();
  if (owner_id === account) return;
  throw new AppError('session_claimed', {
    status: 409,
    title: 'The session was claimed already',
    detail: 'What was said in this session belongs to another account.',
  });
}
