import { sql } from 'kysely';
import { invalidInput } from '../kernel/errors.ts';
import { instant, type Store } from '../store/index.ts';
import { selectMessages, toMessage } from './messages.ts';
import type { ListRequest, MemoryMessage } from './types.ts';

/** A page of messages. The cursor is the id of the last one seen: the database compares exact times. */
export async function listMessages(
  store: Store,
  user: string,
  { cursor, limit = 50, order = 'oldest', ...filters }: ListRequest,
): Promise<{ messages: MemoryMessage[]; next_cursor: string | null }> {
  const direction = order === 'oldest' ? 'asc' : 'desc';
  const rows = await store.read(async (db) => {
    let query = selectMessages(db).where('user_id', '=', user);
    if (filters.conversation_id !== undefined)
      query = query.where('conversation_id', '=', filters.conversation_id);
    if (filters.context_type !== undefined) query = query.where('context_type', '=', filters.context_type);
    if (filters.role !== undefined) query = query.where('message_role', '=', filters.role);
    if (filters.since) query = query.where('created_at', '>=', instant(filters.since));
    if (filters.until) query = query.where('created_at', '<=', instant(filters.until));
    if (cursor !== undefined) {
      const known = await db
        .selectFrom('user_message_embeddings')
        .select('id')
        .where('user_id', '=', user)
        .where('id', '=', cursor)
        .executeTakeFirst();
      if (!known) throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
      query = query.where(
        sql<boolean>`(created_at, id) ${sql.raw(order === 'oldest' ? '>' : '<')} (select created_at, id from user_message_embeddings where id = ${cursor})`,
      );
    }
    return query
      .orderBy('created_at', direction)
      .orderBy('id', direction)
      .limit(limit + 1)
      .execute();
  });
  const page = rows.slice(0, limit).map(toMessage);
  return { messages: page, next_cursor: rows.length > limit ? page.at(-1)!.id : null };
}

export async function getMessage(store: Store, user: string, id: string): Promise<MemoryMessage | null> {
  const row = await store.read((db) =>
    selectMessages(db)
      .where('user_id', '=', user)
      .where((where) => where.or([where('id', '=', id), where('message_id', '=', id)]))
      .executeTakeFirst(),
  );
  return row ? toMessage(row) : null;
}

/** Everything of one user in time order, a page at a time: an export never holds a connection while it is sent. */
export async function* exportMessages(store: Store, user: string): AsyncIterable<MemoryMessage> {
  let cursor: string | undefined;
  do {
    const page = await listMessages(store, user, { cursor, limit: 500 });
    yield* page.messages;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}
