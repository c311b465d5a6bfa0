import type { Transaction } from 'kysely';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Database, instant, type Store } from '../../../store/index.ts';
import { erasedAt } from '../erasures.ts';
import { isTaken } from './addresses.ts';
import { newUser } from './sign-in.ts';
import type { ClerkEvent, ClerkUser } from './webhook-events.ts';

type Trx = Transaction<Database>;

/** What came of an event: `duplicate` and `stale` change nothing. */
export type Outcome = 'applied' | 'duplicate' | 'stale' | 'ignored';

export interface ApplyParts {
  store: Pick<Store, 'transaction' | 'read'>;
  clock: Clock;
  /** Deletes the account as its person would. */
  erase(clerkId: string): Promise<void>;
}

/** Does what an event says, once: events may come twice, late and in any order. */
export async function applyEvent(
  { store, clock, erase }: ApplyParts,
  eventId: string,
  event: ClerkEvent,
): Promise<Outcome> {
  const now = clock.now();
  if (event.kind === 'deleted') {
    const known = await store.read((db) =>
      db.selectFrom('interviewly.clerk_events').select('id').where('id', '=', eventId).executeTakeFirst(),
    );
    if (known) return 'duplicate';
    // Repeatable, and of several transactions: noted when it is done.
    await erase(event.id);
    await store.transaction((trx) => isNew(trx, eventId, now));
    return 'applied';
  }
  return store.transaction(async (trx) => {
    if (!(await isNew(trx, eventId, now))) return 'duplicate';
    return event.kind === 'changed' ? applyUser(trx, event.user, now) : 'ignored';
  });
}

/** Notes the event; false where it was noted before. */
async function isNew(trx: Trx, id: string, now: Date): Promise<boolean> {
  const noted = await trx
    .insertInto('interviewly.clerk_events')
    .values({ id, received_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}

async function applyUser(trx: Trx, user: ClerkUser, now: Date): Promise<Outcome> {
  const erased = await erasedAt(trx, user.id);
  if (erased && user.updatedAt <= erased) return 'stale';
  const known = { updated_at: user.updatedAt, banned: user.banned };
  const newer = await trx
    .insertInto('interviewly.clerk_users')
    .values({ owner_id: user.id, ...known })
    .onConflict((conflict) =>
      conflict
        .column('owner_id')
        .doUpdateSet(known)
        .where('interviewly.clerk_users.updated_at', '<=', instant(user.updatedAt)),
    )
    .returning('owner_id')
    .executeTakeFirst();
  if (!newer) return 'stale';
  // `users` asks for an address, and some people have none at Clerk: their memory works without a row.
  if (user.email === null) return 'ignored';
  await assertFree(trx, user.id, user.email);
  const columns = {
    email: user.email,
    email_verified: user.emailVerified,
    full_name: user.name,
    avatar_url: user.avatarUrl,
    updated_at: now,
  };
  await trx
    .insertInto('users')
    .values({ ...newUser(user.id, now), ...columns })
    .onConflict((conflict) => conflict.column('clerk_user_id').doUpdateSet(columns))
    .execute();
  return 'applied';
}

/**
 * An address that moved from one account to another may be heard of in the wrong order. The event is then refused, and
 * Clerk sends it again: after the one that gave the address up.
 */
async function assertFree(trx: Trx, clerkId: string, email: string): Promise<void> {
  if (!(await isTaken(trx, clerkId, email))) return;
  throw new AppError('email_taken', {
    status: 409,
    title: 'Another account has this e-mail address',
    detail: 'The event was not applied; it will be when it is sent again after the other account changed.',
  });
}
