import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import { loadDocuments, toMessage } from './messages.ts';
import type { MemoryMessage } from './types.ts';

/** What was said right before each of an owner's messages in its conversation, by the ids of these; nothing before the first. */
export async function messagesBefore(
  store: Store,
  user: string,
  ids: readonly string[],
): Promise<Map<string, MemoryMessage>> {
  if (ids.length === 0) return new Map();
  return store.read(async (db) => {
    const places = await db
      .selectFrom('interviewly.documents as d')
      .innerJoin('interviewly.owners as o', 'o.key', 'd.owner')
      .select(['d.id', 'd.owner'])
      .select(
        sql<number | null>`(select max(n.seq) from ${sql.table('interviewly.documents')} n
          where n.owner = d.owner and n.conversation_id = d.conversation_id and n.seq < d.seq)`.as(
          'previous',
        ),
      )
      .where('o.user_id', '=', user)
      .where('d.id', 'in', ids)
      .execute();
    const seqs = places.flatMap(({ previous }) => previous ?? []);
    const rows = places[0] ? await loadDocuments(store, db, places[0].owner, seqs) : [];
    const messages = new Map(rows.map((row) => [row.seq, toMessage(row)]));
    return new Map(
      places.flatMap(({ id, previous }) => {
        const before = previous !== null && messages.get(previous);
        return before ? [[id, before] as const] : [];
      }),
    );
  });
}
