import { type Clock, type DateISO, toISO } from '../../kernel/clock.ts';
import { hashSecret, newSecret, uuidv7 } from '../../kernel/ids.ts';
import { instant, type Store } from '../../store/index.ts';

export interface NewSession {
  userId: string;
  /** Handed out once; only its hash is kept. */
  token: string;
  expiresAt: DateISO;
}

export interface Session {
  userId: string;
  expiresAt: DateISO;
  revokedAt: DateISO | null;
}

export interface Sessions {
  /** A new anonymous visitor and their session. */
  open(): Promise<NewSession>;
  find(tokenHash: string): Promise<Session | null>;
  /** Revokes it; the row stays until it would have expired, so that its token is told it was ended. */
  end(tokenHash: string): Promise<void>;
  /** Deletes sessions that expired long ago; returns how many. */
  purge(): Promise<number>;
}

/** Ids of anonymous visitors are told from those of accounts by this. */
export const visitorPrefix = 'visitor_';

export const isVisitor = (userId: string): boolean => userId.startsWith(visitorPrefix);

/** How long an expired session is remembered as such. */
const remembered = 30 * 86_400_000;

export function createSessions({
  store,
  clock,
  lifetimeMs,
}: {
  store: Pick<Store, 'read' | 'transaction'>;
  clock: Clock;
  lifetimeMs: number;
}): Sessions {
  return {
    async open() {
      const now = clock.now();
      const expires = new Date(now.getTime() + lifetimeMs);
      const userId = `${visitorPrefix}${uuidv7(now.getTime())}`;
      const token = newSecret('ivs');
      const row = { token_hash: hashSecret(token), user_id: userId, created_at: now, expires_at: expires };
      await store.transaction((trx) => trx.insertInto('interviewly.sessions').values(row).execute());
      return { userId, token, expiresAt: toISO(expires) };
    },

    async find(tokenHash) {
      const row = await store.read((db) =>
        db
          .selectFrom('interviewly.sessions')
          .select(['user_id', 'expires_at', 'revoked_at'])
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst(),
      );
      return row ? { userId: row.user_id, expiresAt: row.expires_at, revokedAt: row.revoked_at } : null;
    },

    async end(tokenHash) {
      await store.transaction((trx) =>
        trx
          .updateTable('interviewly.sessions')
          .set({ revoked_at: clock.now() })
          .where('token_hash', '=', tokenHash)
          .where('revoked_at', 'is', null)
          .execute(),
      );
    },

    async purge() {
      const before = new Date(clock.now().getTime() - remembered);
      const result = await store.transaction((trx) =>
        trx.deleteFrom('interviewly.sessions').where('expires_at', '<', instant(before)).executeTakeFirst(),
      );
      return Number(result.numDeletedRows);
    },
  };
}
