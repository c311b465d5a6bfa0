import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../store/index.ts';

/**
 * Whether another account has the address, in whatever case: to whom mail goes does not depend on it. What is written here
 * is in small letters (`readEmail`), so that the database itself keeps two from having one; the original's rows may not be.
 */
export async function isTaken(db: Kysely<Database>, clerkId: string, email: string): Promise<boolean> {
  const other = await db
    .selectFrom('users')
    .select('id')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('clerk_user_id', '!=', clerkId)
    .executeTakeFirst();
  return other !== undefined;
}
