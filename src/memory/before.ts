import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import { selectMessages, toMessage } from './messages.ts';
import type { MemoryMessage } from './types.ts';

/**
 * What was said right before each of a user's messages in its conversation, by the ids of these; nothing before the first. In
 * the order of a list: the numbers in the index are in another where another program stored the messages, or an older one last.
 */
export async function messagesBefore(
  store: Store,
  user: string,
  ids: readonly string[],
): Promise<Map<string, MemoryMessage>> {
  if (ids.length === 0) return new Map();
  // Whose they are is looked at inside: beside the ids, SQLite would go through all that the user ever said.
  const previous = sql<string>`(select n.id from user_message_embeddings n
    where n.user_id = ${user} and n.user_id = m.user_id and n.conversation_id = m.conversation_id
      and (n.created_at, n.id) < (m.created_at, m.id)
    order by n.created_at desc, n.id desc limit 1)`;
  const rows = await store.read((db) =>
    selectMessages(db)
      .innerJoin('user_message_embeddings as m', (join) =>
        join.on('user_message_embeddings.id', '=', previous),
      )
      .select('m.id as after')
      .where('m.id', 'in', ids)
      .execute(),
  );
  return new Map(rows.map(({ after, ...row }) => [after, toMessage(row)]));
}
