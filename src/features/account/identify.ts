import type { AccountsConfig } from '../../config/config.ts';
import type { Clock } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashSecret } from '../../kernel/ids.ts';
import type { Logger } from '../../kernel/logger.ts';
import { type Caller, scopes } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { isAdminPerson } from './admin.ts';
import { admitted, assertNotErased, signIn } from './clerk/sign-in.ts';
import { createTokenVerifier, isJwt } from './clerk/tokens.ts';
import { keyPrefix, useKey } from './keys/keys.ts';
import type { Sessions } from './sessions.ts';

export interface IdentifyParts {
  store: Pick<Store, 'read' | 'transaction'>;
  sessions: Pick<Sessions, 'find'>;
  accounts: AccountsConfig;
  clock: Clock;
  logger: Pick<Logger, 'warn'>;
}

/** Who a token is of, before anything is known of the request it came with. */
export type Identified = Omit<Caller, 'via' | 'tokenHash'> & {
  /** Asks once more whether they may still come in, without the token, which may have run out meanwhile. */
  again(): Promise<void>;
};

/** Says who a token is of, whatever its kind. Throws 401 with the reason, and 503 where that cannot be told now. */
export type Identify = (token: string) => Promise<Identified>;

export function createIdentify({ store, sessions, accounts, clock, logger }: IdentifyParts): Identify {
  const verifyToken = accounts.clerk ? createTokenVerifier(accounts.clerk, clock) : null;

  async function bySession(token: string): Promise<Identified> {
    const tokenHash = hashSecret(token);
    const session = await sessions.find(tokenHash);
    if (!session)
      throw sessionError('session_invalid', 'The token is not one of ours, or its session was deleted.');
    if (session.revokedAt) throw sessionError('session_invalid', 'The session was ended.');
    if (Date.parse(session.expiresAt) <= clock.now().getTime())
      throw sessionError('session_expired', 'The session expired.');
    return {
      userId: session.userId,
      credential: 'session',
      isAdmin: false,
      scopes,
      sessionExpiresAt: session.expiresAt,
      again: async () => void (await bySession(token)),
    };
  }

  async function byKey(token: string): Promise<Identified> {
    const { ownerId, scopes: granted } = await useKey({ store, clock }, token);
    const person = await store.read((db) => admitted(db, ownerId));
    const isAdmin =
      granted.includes('admin') &&
      isAdminPerson(accounts, ownerId, {
        email: person?.email ?? null,
        emailVerified: person?.email_verified ?? false,
      });
    return {
      userId: ownerId,
      credential: 'key',
      isAdmin,
      scopes: granted,
      sessionExpiresAt: null,
      again: async () => void (await byKey(token)),
    };
  }

  async function byJwt(token: string): Promise<Identified> {
    if (!verifyToken) throw sessionError('session_invalid', 'Nobody can sign in here: no Clerk is set up.');
    const claims = await verifyToken(token);
    const person = await signIn({ store, clock, logger }, claims);
    return {
      userId: claims.userId,
      credential: 'clerk',
      isAdmin: isAdminPerson(accounts, claims.userId, person),
      scopes,
      sessionExpiresAt: null,
      again: () =>
        store.read(async (db) => {
          await assertNotErased(db, claims);
          await admitted(db, claims.userId);
        }),
    };
  }

  return (token) => {
    if (token.startsWith(`${keyPrefix}_`)) return byKey(token);
    return isJwt(token) ? byJwt(token) : bySession(token);
  };
}

function sessionError(code: 'session_invalid' | 'session_expired', detail: string): AppError {
  return new AppError(code, {
    status: 401,
    title: 'The session is not valid',
    detail,
    remedy: 'Start a new one with POST /api/session.',
  });
}
