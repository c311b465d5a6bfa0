import type { Kysely } from 'kysely';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { uuidv7 } from '../../../kernel/ids.ts';
import type { Logger } from '../../../kernel/logger.ts';
import { type Database, instant, type Store } from '../../../store/index.ts';
import { erasedAt } from '../erasures.ts';
import { isTaken } from './addresses.ts';
import type { TokenClaims } from './claims.ts';

/** `last_login_at` is not written with each request. */
const loginEveryMs = 3_600_000;

/** What the database knows of a person whose token was good. */
export interface Person {
  email: string | null;
  emailVerified: boolean;
}

export interface SignInParts {
  store: Pick<Store, 'read' | 'transaction'>;
  clock: Clock;
  logger: Pick<Logger, 'warn'>;
}

/**
 * Lets a person in whose token was good: their row of `users` is made where the token names an e-mail address and there
 * is none yet. Throws for who was erased after the token was made, and for who was shut out.
 */
export async function signIn({ store, clock, logger }: SignInParts, claims: TokenClaims): Promise<Person> {
  const row = await store.read(async (db) => {
    await assertNotErased(db, claims);
    return admitted(db, claims.userId);
  });
  const now = clock.now();
  if (row) {
    const last = row.last_login_at;
    if (last === null || now.getTime() - Date.parse(last) >= loginEveryMs)
      await noteLogin(store, row.id, now);
    // The token may know of a verification that no event has told of yet; of another address it says nothing here.
    const verifiedSince = claims.emailVerified && claims.email?.toLowerCase() === row.email.toLowerCase();
    return { email: row.email, emailVerified: row.email_verified === true || verifiedSince };
  }
  if (claims.email !== null) {
    const made = await firstSight(store, { ...claims, email: claims.email }, now);
    // Whose address that is cannot be told from here; nobody gets another's account by an address.
    if (!made) logger.warn('a token names an e-mail address that another account has; no row was made');
  }
  return { email: claims.email, emailVerified: claims.emailVerified };
}

/** Throws where the account was erased after the token was made. */
export async function assertNotErased(
  db: Kysely<Database>,
  { userId, issuedAt }: Pick<TokenClaims, 'userId' | 'issuedAt'>,
): Promise<void> {
  const erased = await erasedAt(db, userId);
  if (!erased || (issuedAt !== null && issuedAt > erased)) return;
  throw new AppError('session_invalid', {
    status: 401,
    title: 'The session is not valid',
    detail: 'The account was deleted after this token was made.',
    remedy: 'Sign in again to start anew.',
  });
}

/** The person's row, null where there is none; throws for who was shut out, here or at Clerk. */
export async function admitted(db: Kysely<Database>, clerkId: string) {
  const row = await find(db, clerkId);
  const known = await db
    .selectFrom('interviewly.clerk_users')
    .select('banned')
    .where('owner_id', '=', clerkId)
    .executeTakeFirst();
  if (row?.is_active !== false && !known?.banned) return row ?? null;
  throw new AppError('account_disabled', {
    status: 403,
    title: 'The account is switched off',
    detail: 'Whoever runs this installation has switched the account off.',
  });
}

const find = (db: Kysely<Database>, clerkId: string) =>
  db
    .selectFrom('users')
    .select(['id', 'email', 'email_verified', 'is_active', 'last_login_at'])
    .where('clerk_user_id', '=', clerkId)
    .executeTakeFirst();

async function noteLogin(store: SignInParts['store'], id: string, now: Date): Promise<void> {
  const before = instant(new Date(now.getTime() - loginEveryMs));
  await store.transaction((trx) =>
    trx
      .updateTable('users')
      .set({ last_login_at: now })
      .where('id', '=', id)
      .where((where) => where.or([where('last_login_at', 'is', null), where('last_login_at', '<=', before)]))
      .execute(),
  );
}

/** False where the address belongs to another account. */
async function firstSight(
  store: SignInParts['store'],
  claims: TokenClaims & { email: string },
  now: Date,
): Promise<boolean> {
  return store.transaction(async (trx) => {
    if (await isTaken(trx, claims.userId, claims.email)) return false;
    await trx
      .insertInto('users')
      .values({
        ...newUser(claims.userId, now),
        email: claims.email,
        email_verified: claims.emailVerified,
        full_name: claims.name,
        last_login_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return (await find(trx, claims.userId)) !== undefined;
  });
}

/** What the original gives a new row; its columns have no defaults in the database. */
export function newUser(clerkId: string, now: Date) {
  return {
    id: uuidv7(now.getTime()),
    clerk_user_id: clerkId,
    preferred_language: 'en',
    timezone: 'UTC',
    is_active: true,
    total_interviews: 0,
    total_cv_analyses: 0,
    created_at: now,
    updated_at: now,
  };
}
