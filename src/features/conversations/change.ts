import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Store } from '../../store/index.ts';

/** Whether the person has anything said in a conversation of this id. */
export async function hasConversation(db: Kysely<Database>, owner: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('user_message_embeddings')
    .select('id')
    .where('user_id', '=', owner)
    .where('conversation_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a conversation the person's own name; null takes it back. False where there is no such conversation. */
export async function renameConversation(
  { store, clock }: { store: Pick<Store, 'transaction'>; clock: Clock },
  owner: string,
  id: string,
  title: string | null,
): Promise<boolean> {
  return store.transaction(async (trx) => {
    if (!(await hasConversation(trx, owner, id))) return false;
    if (title === null) {
      await trx
        .deleteFrom('interviewly.conversations')
        .where('owner_id', '=', owner)
        .where('conversation_id', '=', id)
        .execute();
      return true;
    }
    const named = { title, title_by: 'person', title_from: null, updated_at: clock.now() };
    await trx
      .insertInto('interviewly.conversations')
      .values({ owner_id: owner, conversation_id: id, ...named })
      .onConflict((conflict) => conflict.columns(['owner_id', 'conversation_id']).doUpdateSet(named))
      .execute();
    return true;
  });
}

/** Keeps a model's title, unless there is one already. */
export async function keepTitle(
  { store, clock }: { store: Pick<Store, 'transaction'>; clock: Clock },
  owner: string,
  id: string,
  made: { title: string; by: string; from: string },
): Promise<void> {
  await store.transaction(async (trx) => {
    // In one statement with the look whether the message is still there: a title must not outlive it.
    await sql`insert into ${sql.table('interviewly.conversations')}
      (owner_id, conversation_id, title, title_by, title_from, updated_at)
      select user_id, conversation_id, ${made.title}, ${made.by}, id, ${clock.now()}
      from user_message_embeddings where id = ${made.from} and user_id = ${owner} and conversation_id = ${id}
      on conflict do nothing`.execute(trx);
  });
}
