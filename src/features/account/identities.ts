import type { Kysely } from 'kysely';
import type { Database } from '../../store/index.ts';

/** One person under the names that tables know them by. */
export interface Identities {
  /**
   * Every name, the caller's own first: `users.id`, the Clerk id, and the visitors they were before they signed in.
   * Tables differ in which of them they hold.
   */
  all: string[];
  /** `users.id` of the rows that are this person's; empty for a visitor, who has none. */
  userIds: string[];
  /** The Clerk id of those rows; null where there is none. */
  clerkId: string | null;
}

/** Who the caller is in all tables. */
export async function identitiesOf(db: Kysely<Database>, caller: string): Promise<Identities> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'clerk_user_id'])
    .where((where) => where.or([where('id', '=', caller), where('clerk_user_id', '=', caller)]))
    .execute();
  const own = [...new Set([caller, ...rows.flatMap((row) => [row.id, row.clerk_user_id])])];
  const claimed = await db
    .selectFrom('interviewly.claims')
    .select('visitor_id')
    .where('owner_id', 'in', own)
    .execute();
  return {
    all: [...own, ...claimed.map((row) => row.visitor_id)],
    userIds: rows.map((row) => row.id),
    clerkId: rows[0]?.clerk_user_id ?? null,
  };
}
