import { type Kysely, sql } from 'kysely';
import type { DateISO } from '../../kernel/clock.ts';
import type { Memory } from '../../memory/types.ts';
import type { Database, Store } from '../../store/index.ts';
import type { Conversation } from './list.ts';
import { snippetOf } from './texts.ts';

/** Messages that a search looks at, the best first. */
const FOUND = 100;
/** Of the newest messages so many are looked through for half a word. */
const LOOKED_THROUGH = 2_000;

type Found = Map<string, Conversation['match']>;

/** The conversations whose titles or messages have the words, with the message that fits best. */
export async function search(
  { store, memory }: { store: Pick<Store, 'read'>; memory: Pick<Memory, 'recall'> },
  owner: string,
  query: string,
  context_type: string | undefined,
): Promise<Found> {
  const filters = context_type === undefined ? undefined : { context_type };
  const { results } = await memory.recall(owner, { query, k: FOUND, mode: 'keyword', filters });
  const found: Found = new Map();
  for (const { conversation_id: id, message_id, text, created_at } of results) {
    if (id !== null && !found.has(id))
      found.set(id, { message_id, snippet: snippetOf(text, query), created_at });
  }
  for (const { id, message_id, text, created_at } of await store.read((db) => containing(db, owner, query)))
    if (!found.has(id)) found.set(id, { message_id, snippet: snippetOf(text, query), created_at });
  for (const id of await store.read((db) => titled(db, owner, query)))
    if (!found.has(id)) found.set(id, null);
  return found;
}

/** A text with what `like` has for wildcards taken literally. */
const pattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Half a word that is still being typed is no term of the index: the newest messages are looked through for it. */
async function containing(db: Kysely<Database>, owner: string, query: string) {
  const { rows } = await sql<{ id: string; message_id: string; text: string; created_at: DateISO }>`
    select m.conversation_id as id, m.message_id, m.message_text as text, m.created_at
    from (
      select id, created_at as at from user_message_embeddings
      where user_id = ${owner} and conversation_id is not null
      order by created_at desc, id desc limit ${LOOKED_THROUGH}
    ) latest join user_message_embeddings m on m.id = latest.id
    where lower(m.message_text) like lower(${pattern(query)}) escape '\\'
    order by latest.at desc limit ${FOUND}`.execute(db);
  return rows;
}

async function titled(db: Kysely<Database>, owner: string, query: string): Promise<string[]> {
  const { rows } = await sql<{ conversation_id: string }>`
    select conversation_id from ${sql.table('interviewly.conversations')}
    where owner_id = ${owner} and lower(title) like lower(${pattern(query)}) escape '\\'
    order by updated_at desc limit ${FOUND}`.execute(db);
  return rows.map((row) => row.conversation_id);
}
