import type { Kysely } from 'kysely';
import type { Database } from '../../store/index.ts';

/** One person under the names that tables know them by. */
export interface Identities {
  /** Every name: the caller's own, `users.id` and the Clerk id. Tables differ in which of them they hold. */
  all: string[];
  /** `users.id` of the rows that are this person's; empty for a visitor, who has none. */
  userIds: string[];
}

/** Who the caller is in all tables. */
export async function identitiesOf(db: Kysely<Database>, caller: string): Promise<Identities> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'clerk_user_id'])
    .where((where) => where.or([where('id', '=', caller), where('clerk_user_id', '=', caller)]))
    .execute();
  const all = new Set([caller, ...rows.flatMap((row) => [row.id, row.clerk_user_id])]);
  return { all: [...all], userIds: rows.map((row) => row.id) };
}
