import type { Kysely, Transaction } from 'kysely';
import { breathe } from '../kernel/breathe.ts';
import type { Database, Store } from '../store/index.ts';
import { type IndexableRow, indexTerms } from './indexable.ts';
import { repliesWithout } from './unquote.ts';

/** Postings of one statement's `term in (...)`. */
const maxTerms = 5_000;

/**
 * Takes a message's postings out by their terms, which its text tells. The trigger that follows every delete would
 * find them too, but only by looking through all postings of the owner.
 */
export async function unindexTerms(db: Kysely<Database>, row: IndexableRow & { id: string }): Promise<void> {
  const document = await db
    .selectFrom('interviewly.documents')
    .select(['seq', 'owner', 'length'])
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (!document) return;
  const terms = [...indexTerms(row).terms.keys()];
  await breathe();
  for (let start = 0; start < terms.length; start += maxTerms) {
    await db
      .deleteFrom('interviewly.postings')
      .where('owner', '=', document.owner)
      .where('term', 'in', terms.slice(start, start + maxTerms))
      .where('seq', '=', document.seq)
      .execute();
  }
}

/** Takes what a message said out of the replies that quote it; they are indexed and embedded anew. */
async function unquote(
  trx: Transaction<Database>,
  dialect: Store['dialect'],
  user: string,
  message: { id: string; message_text: string; conversation_id: string | null },
): Promise<void> {
  for (const { left, ...reply } of await repliesWithout(trx, user, message)) {
    await unindexTerms(trx, reply);
    await trx
      .updateTable('user_message_embeddings')
      .set({ message_text: left })
      .where('id', '=', reply.id)
      .execute();
    await dialect.clearEmbeddings(trx, [reply.id]);
  }
}

/**
 * Forgets one message, by its row id or its message_id, with the quotes of what a person said in replies; every index follows in the same
 * transaction.
 */
export async function forgetMessage(store: Store, user: string, id: string): Promise<boolean> {
  const forgotten = await store.transaction(async (trx) => {
    const rows = await trx
      .selectFrom('user_message_embeddings')
      .select(['id', 'message_text', 'message_role', 'metadata_json', 'conversation_id'])
      .where('user_id', '=', user)
      .where((where) => where.or([where('id', '=', id), where('message_id', '=', id)]))
      .execute();
    for (const row of rows) {
      await unindexTerms(trx, row);
      if (row.message_role === 'user') await unquote(trx, store.dialect, user, row);
    }
    if (rows.length === 0) return false;
    await trx
      .deleteFrom('user_message_embeddings')
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute();
    return true;
  });
  if (forgotten) await store.dialect.eraseTraces(store.db);
  return forgotten;
}

export async function forgetConversation(
  store: Store,
  user: string,
  conversationId: string,
): Promise<number> {
  const forgotten = await store.transaction(async (trx) => {
    const rows = await trx
      .selectFrom('user_message_embeddings')
      .select(['id', 'message_text', 'message_role', 'metadata_json'])
      .where('user_id', '=', user)
      .where('conversation_id', '=', conversationId)
      .execute();
    for (const row of rows) await unindexTerms(trx, row);
    await trx
      .deleteFrom('user_message_embeddings')
      .where('user_id', '=', user)
      .where('conversation_id', '=', conversationId)
      .execute();
    return rows.length;
  });
  if (forgotten > 0) await store.dialect.eraseTraces(store.db);
  return forgotten;
}

/** Forgets all that a person said. The index goes first, as a whole, so that no trigger has to look for its parts. */
export async function forgetEverything(store: Store, user: string): Promise<number> {
  const forgotten = await store.transaction(async (trx) => {
    const owner = await trx
      .selectFrom('interviewly.owners')
      .select('key')
      .where('user_id', '=', user)
      .executeTakeFirst();
    if (owner) {
      await trx.deleteFrom('interviewly.postings').where('owner', '=', owner.key).execute();
      if (store.dialect.searchTypes) {
        await trx.deleteFrom('interviewly.vector_bits').where('owner', '=', owner.key).execute();
        await trx
          .deleteFrom('interviewly.vectors')
          .where('seq', 'in', (sub) =>
            sub.selectFrom('interviewly.documents').select('seq').where('owner', '=', owner.key),
          )
          .execute();
      }
      await trx.deleteFrom('interviewly.vector_changes').where('owner', '=', owner.key).execute();
      await trx.deleteFrom('interviewly.vector_revisions').where('owner', '=', owner.key).execute();
      await trx.deleteFrom('interviewly.documents').where('owner', '=', owner.key).execute();
      await trx.deleteFrom('interviewly.owners').where('key', '=', owner.key).execute();
    }
    const result = await trx
      .deleteFrom('user_message_embeddings')
      .where('user_id', '=', user)
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  });
  await store.dialect.eraseTraces(store.db);
  return forgotten;
}
