import type { Kysely } from 'kysely';
import { hashSecret } from '../../kernel/ids.ts';
import { type Database, instant } from '../../store/index.ts';

/**
 * What is left of somebody who was erased: that it happened, under a hash of their id. Tokens and events from before
 * would otherwise bring them back within minutes.
 */
const subjectOf = (ownerId: string): string => hashSecret(`erased:${ownerId}`);

export async function noteErasure(db: Kysely<Database>, ownerId: string, at: Date): Promise<void> {
  await db
    .insertInto('interviewly.erasures')
    .values({ subject_hash: subjectOf(ownerId), erased_at: at })
    .onConflict((conflict) => conflict.column('subject_hash').doUpdateSet({ erased_at: at }))
    .execute();
}

/** When the person was erased; null for somebody who was not, or long ago. */
export async function erasedAt(db: Kysely<Database>, ownerId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('interviewly.erasures')
    .select('erased_at')
    .where('subject_hash', '=', subjectOf(ownerId))
    .executeTakeFirst();
  return row ? new Date(row.erased_at) : null;
}

/** No token and no event is older than this when it comes. */
const remembered = 30 * 86_400_000;

/** Forgets erasures and events of long ago; returns how many. */
export async function purgeErasures(db: Kysely<Database>, now: Date): Promise<number> {
  const before = instant(new Date(now.getTime() - remembered));
  const erasures = await db
    .deleteFrom('interviewly.erasures')
    .where('erased_at', '<', before)
    .executeTakeFirst();
  const events = await db
    .deleteFrom('interviewly.clerk_events')
    .where('received_at', '<', before)
    .executeTakeFirst();
  return Number(erasures.numDeletedRows + events.numDeletedRows);
}
