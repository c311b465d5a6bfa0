import type { Transaction } from 'kysely';
import type { Clock } from '../kernel/clock.ts';
import { derivedUuid } from '../kernel/ids.ts';
import type { Database, Store } from '../store/index.ts';
import { noteClaim } from './claims.ts';
import { unindexTerms } from './forget.ts';
import { ownerKey } from './index-documents.ts';
import { mergeIndexes } from './merge-indexes.ts';
import type { ClaimedMessages } from './types.ts';

type Trx = Transaction<Database>;

/** Hands a visitor's memory to an account; see `Memory.claim`. */
export async function claim(
  { store, clock }: { store: Store; clock: Clock },
  visitor: string,
  account: string,
  alongside?: (trx: Trx) => Promise<void>,
): Promise<ClaimedMessages> {
  return store.transaction(async (trx) => {
    await noteClaim(trx, visitor, account, clock.now());
    // From here on nobody else remembers for either of them.
    const source = await ownerKey(trx, visitor);
    const target = await ownerKey(trx, account);
    const { renamed, duplicates } = await settleMessageIds(trx, visitor, account);
    const moved = await moveMessages(trx, visitor, account);
    await mergeIndexes(trx, store.dialect, { source, target, visitor, account });
    await alongside?.(trx);
    return { moved, renamed, duplicates };
  });
}

/** Writes the account into the messages. Their index follows as a whole, so the triggers are told to leave it alone. */
async function moveMessages(trx: Trx, visitor: string, account: string): Promise<number> {
  await trx.insertInto('interviewly.claims_running').values({ visitor_id: visitor }).execute();
  const result = await trx
    .updateTable('user_message_embeddings')
    .set({ user_id: account })
    .where('user_id', '=', visitor)
    .executeTakeFirst();
  await trx.deleteFrom('interviewly.claims_running').where('visitor_id', '=', visitor).execute();
  return Number(result.numUpdatedRows);
}

/**
 * A message_id is one message of an owner. Where both have one: the very same message (said to both, by a client that
 * sends its history again) stays once; a different one is kept under another message_id.
 */
async function settleMessageIds(
  trx: Trx,
  visitor: string,
  account: string,
): Promise<Pick<ClaimedMessages, 'renamed' | 'duplicates'>> {
  const clashes = await trx
    .selectFrom('user_message_embeddings as v')
    .innerJoin('user_message_embeddings as a', (join) =>
      join.onRef('a.message_id', '=', 'v.message_id').on('a.user_id', '=', account),
    )
    .select([
      'v.id',
      'v.message_id',
      'v.message_text',
      'v.message_role',
      'v.metadata_json',
      'v.conversation_id',
    ])
    .select(['a.message_text as text', 'a.message_role as role', 'a.conversation_id as conversation'])
    .where('v.user_id', '=', visitor)
    .execute();
  const same = clashes.filter(
    (row) =>
      row.message_text === row.text &&
      row.message_role === row.role &&
      row.conversation_id === row.conversation,
  );
  const duplicates = new Set(same.map(({ id }) => id));
  for (const row of new Map(same.map((one) => [one.id, one])).values()) {
    await unindexTerms(trx, row);
    await trx.deleteFrom('user_message_embeddings').where('id', '=', row.id).execute();
  }
  const others = new Map(
    clashes.filter(({ id }) => !duplicates.has(id)).map(({ id, message_id }) => [id, message_id]),
  );
  for (const [id, message_id] of others) {
    await trx
      .updateTable('user_message_embeddings')
      .set({ message_id: derivedUuid('claimed', visitor, message_id) })
      .where('id', '=', id)
      .execute();
  }
  return { renamed: others.size, duplicates: duplicates.size };
}
