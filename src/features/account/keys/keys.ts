import type { Kysely } from 'kysely';
import type { Clock, DateISO } from '../../../kernel/clock.ts';
import { toISO } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hashSecret, newSecret, uuidv7 } from '../../../kernel/ids.ts';
import { scopes as allScopes, type Scope } from '../../../routing/types.ts';
import { type Database, instant, type Store } from '../../../store/index.ts';

/** By which the keys of programs are told from sessions, and found by scanners of source code. */
export const keyPrefix = 'ivk';
/** More than anybody has programs. */
const maxKeys = 50;
/** How exact `last_used_at` is, in ms: a busy program must not mean a write for each of its calls. */
const usedEveryMs = 5 * 60_000;
const dayMs = 86_400_000;

export interface ApiKey {
  id: string;
  name: string;
  scopes: Scope[];
  created_at: DateISO;
  expires_at: DateISO | null;
  last_used_at: DateISO | null;
}

export interface NewKey {
  name: string;
  scopes: readonly Scope[];
  /** Never, where it is left out. */
  expiresInDays?: number;
}

export interface KeyParts {
  store: Pick<Store, 'read' | 'transaction'>;
  clock: Clock;
}

const columns = ['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'] as const;

function toKey(row: Omit<ApiKey, 'scopes'> & { scopes: string }): ApiKey {
  return { ...row, scopes: allScopes.filter((scope) => row.scopes.split(' ').includes(scope)) };
}

const select = (db: Kysely<Database>, names: string[]) =>
  db
    .selectFrom('interviewly.api_keys')
    .select(columns)
    .where('owner_id', 'in', names)
    .where('revoked_at', 'is', null);

/** Makes a key; the key itself is in the answer and nowhere else. */
export async function createKey(
  { store, clock }: KeyParts,
  owner: string,
  names: string[],
  { name, scopes, expiresInDays }: NewKey,
): Promise<ApiKey & { key: string }> {
  const now = clock.now();
  const key = newSecret(keyPrefix);
  const expires = expiresInDays === undefined ? null : new Date(now.getTime() + expiresInDays * dayMs);
  const row = {
    id: uuidv7(now.getTime()),
    name,
    scopes: allScopes.filter((scope) => scopes.includes(scope)).join(' '),
    created_at: now,
    expires_at: expires,
  };
  await store.transaction(async (trx) => {
    if ((await select(trx, names).execute()).length >= maxKeys) {
      throw new AppError('too_many_keys', {
        status: 409,
        title: 'There are too many keys',
        detail: `At most ${maxKeys} keys.`,
        remedy: 'Revoke one that is no longer used.',
      });
    }
    await trx
      .insertInto('interviewly.api_keys')
      .values({ ...row, owner_id: owner, key_hash: hashSecret(key) })
      .execute();
  });
  const expires_at = expires && toISO(expires);
  return { ...toKey({ ...row, created_at: toISO(now), expires_at, last_used_at: null }), key };
}

/** The keys that are not revoked, the newest first. */
export async function listKeys({ store }: Pick<KeyParts, 'store'>, names: string[]): Promise<ApiKey[]> {
  const rows = await store.read((db) =>
    select(db, names).orderBy('created_at', 'desc').orderBy('id').execute(),
  );
  return rows.map(toKey);
}

/** False where the person has no such key. The row stays, so that the key's next use is told what happened. */
export async function revokeKey({ store, clock }: KeyParts, names: string[], id: string): Promise<boolean> {
  const result = await store.transaction((trx) =>
    trx
      .updateTable('interviewly.api_keys')
      .set({ revoked_at: clock.now() })
      .where('id', '=', id)
      .where('owner_id', 'in', names)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  return Number(result.numUpdatedRows) > 0;
}

/** Whose key this is and what it may do; throws 401 for one that is unknown, revoked or over. */
export async function useKey(
  { store, clock }: KeyParts,
  key: string,
): Promise<{ ownerId: string; scopes: Scope[] }> {
  const now = clock.now();
  const row = await store.read((db) =>
    db
      .selectFrom('interviewly.api_keys')
      .select([...columns, 'owner_id', 'revoked_at'])
      .where('key_hash', '=', hashSecret(key))
      .executeTakeFirst(),
  );
  if (!row) throw keyError('key_invalid', 'The key is not one of ours, or its account was deleted.');
  if (row.revoked_at) throw keyError('key_invalid', 'The key was revoked.');
  if (row.expires_at && Date.parse(row.expires_at) <= now.getTime())
    throw keyError('key_expired', 'The key expired.');
  const last = row.last_used_at;
  if (last === null || now.getTime() - Date.parse(last) >= usedEveryMs) {
    const before = instant(new Date(now.getTime() - usedEveryMs));
    await store.transaction((trx) =>
      trx
        .updateTable('interviewly.api_keys')
        .set({ last_used_at: now })
        .where('id', '=', row.id)
        .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<=', before)]))
        .execute(),
    );
  }
  return { ownerId: row.owner_id, scopes: toKey(row).scopes };
}

function keyError(code: 'key_invalid' | 'key_expired', detail: string): AppError {
  return new AppError(code, {
    status: 401,
    title: 'The API key is not valid',
    detail,
    remedy: 'Make a new one with POST /api/account/keys.',
  });
}
