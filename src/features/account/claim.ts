import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { hashSecret } from '../../kernel/ids.ts';
import type { ClaimedMessages, Memory } from '../../memory/types.ts';
import type { Database, Store } from '../../store/index.ts';
import { identitiesOf } from './identities.ts';
import { type OwnedRows, ownedRows } from './owned-rows.ts';
import { ownerColumns } from './ownership.ts';
import { isVisitor, type Sessions } from './sessions.ts';

export interface ClaimParts {
  store: Pick<Store, 'dialect' | 'read'>;
  memory: Pick<Memory, 'claim'>;
  sessions: Pick<Sessions, 'find'>;
  clock: Clock;
}

/** What a claim moved: nothing, where it was done before. */
export interface Claimed {
  messages: ClaimedMessages;
  /** Rows of other kinds: CVs, letters, postings, applications, … */
  records: number;
}

/**
 * Hands everything of the visitor whose session this is to an account: in one transaction, and again nothing where it
 * was done before. The session ends with it.
 */
export async function claimSession(parts: ClaimParts, account: string, token: string): Promise<Claimed> {
  const session = await parts.sessions.find(hashSecret(token));
  if (!session) throw notFound('Session');
  if (!isVisitor(session.userId)) throw notClaimable('The session is not one of an anonymous visitor.');
  const claimed = await parts.store.read((db) => claimOf(db, session.userId));
  if (!claimed) {
    if (session.revokedAt) throw notClaimable('The session was ended.');
    if (Date.parse(session.expiresAt) <= parts.clock.now().getTime())
      throw notClaimable('The session expired.');
  }
  return claimVisitor(parts, account, session.userId);
}

/** Moves what there is of a visitor to the account; throws 409 where another account has claimed them. */
export async function claimVisitor(
  { store, memory, clock }: Omit<ClaimParts, 'sessions'>,
  account: string,
  visitor: string,
): Promise<Claimed> {
  let records = 0;
  const messages = await memory.claim(visitor, account, async (trx) => {
    records = await handOverRecords(trx, store.dialect, visitor, account);
    await trx
      .updateTable('interviewly.sessions')
      .set({ revoked_at: clock.now() })
      .where('user_id', '=', visitor)
      .where('revoked_at', 'is', null)
      .execute();
  });
  return { messages, records };
}

export async function claimOf(db: Kysely<Database>, visitor: string): Promise<string | null> {
  const row = await db
    .selectFrom('interviewly.claims')
    .select('owner_id')
    .where('visitor_id', '=', visitor)
    .executeTakeFirst();
  return row?.owner_id ?? null;
}

type Trx = Transaction<Database>;

async function handOverRecords(
  trx: Trx,
  dialect: Pick<Store['dialect'], 'handOver'>,
  visitor: string,
  account: string,
): Promise<number> {
  const { userId, clerkId } = ownerColumns(account, await identitiesOf(trx, account));
  // The original's own columns, which a visitor's id did not fit into: it shows people what is theirs by them.
  await fillUserId(trx, ['cv_analyses', 'cv_rewrites', 'cover_letters'], clerkId, visitor);
  await fillUserId(trx, ['job_postings', 'applications'], userId, visitor);
  await followMessageIds(trx, account);
  let records = 0;
  for (const { table, column, onClaim } of ownedRows as readonly OwnedRows[]) {
    if (column === undefined || onClaim === 'leave') continue;
    const from = sql`from ${sql.table(table)} where ${sql.ref(column)} = ${visitor}`;
    const { rows } = await sql<{ n: number | string }>`select count(*) as n ${from}`.execute(trx);
    const count = Number(rows[0]?.n ?? 0);
    if (count === 0) continue;
    if (onClaim === 'drop') {
      await sql`delete ${from}`.execute(trx);
      continue;
    }
    if (onClaim === 'keep-target') await dialect.handOver(trx, { table, column, from: visitor, to: account });
    else
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${account}
        where ${sql.ref(column)} = ${visitor}`.execute(trx);
    records += count;
  }
  return records;
}

/** A message that got a new message_id, because the account has another of its name, is shown by it everywhere. */
async function followMessageIds(trx: Trx, account: string): Promise<void> {
  await sql`update ${sql.table('interviewly.facts')} set message_id =
    (select m.message_id from user_message_embeddings as m where m.id = message_row)
    where owner_id = ${account} and message_row is not null and message_id <>
    (select m.message_id from user_message_embeddings as m where m.id = message_row)`.execute(trx);
}

async function fillUserId(
  trx: Trx,
  tables: readonly ('cv_analyses' | 'cv_rewrites' | 'cover_letters' | 'job_postings' | 'applications')[],
  user_id: string | null,
  visitor: string,
): Promise<void> {
  if (user_id === null) return;
  for (const table of tables) {
    await trx
      .updateTable(table)
      .set({ user_id })
      .where('owner_id', '=', visitor)
      .where('user_id', 'is', null)
      .execute();
  }
}

function notClaimable(detail: string): AppError {
  return new AppError('session_not_claimable', {
    status: 403,
    title: 'The session cannot be claimed',
    detail,
    remedy: 'Claim the session of an anonymous visitor while it is open.',
  });
}
