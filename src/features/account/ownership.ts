import { type Expression, type SqlBool, sql } from 'kysely';
import type { Identities } from './identities.ts';

/** The tables whose rows say whose they are in two ways. */
export type OwnedTable = 'applications' | 'cover_letters' | 'cv_analyses' | 'cv_rewrites' | 'job_postings';

/**
 * Whose rows these are: `owner_id` is the caller's own id, written by us into every row we make; rows of the original
 * only have `user_id`, which differs by table (`users.id` or the Clerk id) and cannot hold a visitor's id. A row that
 * says neither is nobody's.
 */
export function ownedBy({ all }: Pick<Identities, 'all'>, table: OwnedTable): Expression<SqlBool> {
  const names = sql.join(all);
  const owner = sql.ref(`${table}.owner_id`);
  const user = sql.ref(`${table}.user_id`);
  return sql<SqlBool>`(${owner} in (${names}) or (${owner} is null and ${user} in (${names})))`;
}

/** What a new row says of its owner: `userId` for the columns that refer to `users`, `clerkId` for the CV tables. */
export function ownerColumns(caller: string, identities: Identities) {
  const clerkId = identities.clerkId ?? caller;
  return {
    owner_id: caller,
    userId: identities.userIds[0] ?? null,
    // The original's column holds 36 characters; a longer id stands in owner_id alone.
    clerkId: identities.userIds.length > 0 && clerkId.length <= 36 ? clerkId : null,
  };
}
