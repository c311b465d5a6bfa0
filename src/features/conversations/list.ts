import { type Kysely, sql } from 'kysely';
import type { DateISO } from '../../kernel/clock.ts';
import { invalidInput } from '../../kernel/errors.ts';
import type { Memory } from '../../memory/types.ts';
import type { Database, Store } from '../../store/index.ts';
import { search } from './search.ts';
import { firstWords, preview } from './texts.ts';

/** What counts as talk; what other features tell memory (of CVs, postings, applications) is listed where asked for. */
export const TALK = ['career_chat', 'interview'] as const;

/** Of a text only so much is read for titles and previews. */
const READ = 2_000;

export interface Conversation {
  id: string;
  title: string;
  /** `person`, `first words`, or the model that made it. */
  title_by: string;
  created_at: DateISO;
  last_message_at: DateISO;
  message_count: number;
  /** The beginning of the last message. */
  preview: string;
  context_type: string | null;
  rated: { helpful: number; not_helpful: number };
  /** Where a search found it: the message and the words around; null where the title matched alone. */
  match?: { message_id: string; snippet: string; created_at: DateISO } | null;
}

export interface ConversationFilter {
  query?: string;
  context_type?: string;
  cursor?: string;
  /** 1 to 100; 30 by default. */
  limit?: number;
}

export interface ConversationPage {
  conversations: Conversation[];
  next_cursor: string | null;
}

interface Row {
  id: string;
  messages: number | string;
  context_type: string | null;
  title: string | null;
  title_by: string | null;
  first_text: string | null;
  created_at: DateISO;
  last_id: string;
  last_text: string;
  last_message_at: DateISO;
  helpful: number | string;
  not_helpful: number | string;
}

/**
 * A page of conversations, the one with the newest message first, in one statement: counts and ends come from an index
 * that holds no texts, which are read for the page alone. The cursor is the id of a message: the database
 * compares exact times, so a conversation that goes on meanwhile moves nothing else.
 */
export async function listConversations(
  { store, memory }: { store: Pick<Store, 'read'>; memory: Pick<Memory, 'recall'> },
  owner: string,
  { query, ...filter }: ConversationFilter,
): Promise<ConversationPage> {
  if (query === undefined) return store.read((db) => selectPage(db, owner, filter));
  const found = await search({ store, memory }, owner, query, filter.context_type);
  if (found.size === 0) return { conversations: [], next_cursor: null };
  const page = await store.read((db) => selectPage(db, owner, { ...filter, ids: [...found.keys()] }));
  const conversations = page.conversations.map((one) => ({ ...one, match: found.get(one.id) ?? null }));
  return { ...page, conversations };
}

/** One conversation, of whatever kind; null where the person has none of this id. */
export async function getConversation(
  db: Kysely<Database>,
  owner: string,
  id: string,
): Promise<Conversation | null> {
  const { conversations } = await selectPage(db, owner, { ids: [id], limit: 1, ofAnyKind: true });
  return conversations[0] ?? null;
}

interface PageFilter extends Omit<ConversationFilter, 'query'> {
  /** Only these. */
  ids?: readonly string[];
  ofAnyKind?: boolean;
}

async function selectPage(
  db: Kysely<Database>,
  owner: string,
  { context_type, cursor, limit = 30, ids, ofAnyKind }: PageFilter,
): Promise<ConversationPage> {
  const kind = ofAnyKind
    ? sql`1 = 1`
    : context_type === undefined
      ? sql`(context_type is null or context_type in (${sql.join([...TALK])}))`
      : sql`context_type = ${context_type}`;
  const among = ids === undefined ? sql`` : sql`and conversation_id in (${sql.join([...ids])})`;
  if (cursor !== undefined) await assertCursor(db, owner, cursor);
  const before =
    cursor === undefined
      ? sql``
      : sql`where (last_at, id) < (select created_at, conversation_id from user_message_embeddings where id = ${cursor})`;
  const endOf = (column: string, order: string, further = sql``) => sql`
    (select ${sql.raw(column)} from user_message_embeddings where user_id = ${owner} and conversation_id = page.id
      and ${kind} ${further} order by created_at ${sql.raw(order)}, id ${sql.raw(order)} limit 1)`;
  const { rows } = await sql<Row>`
    with talk as (
      select conversation_id as id, count(*) as messages, max(created_at) as last_at, max(context_type) as context_type
      from user_message_embeddings
      where user_id = ${owner} and conversation_id is not null and ${kind} ${among}
      group by conversation_id
    ), page as (
      select * from talk ${before} order by last_at desc, id desc limit ${limit + 1}
    ), ends as (
      select page.*, ${endOf('id', 'asc')} as first_id, ${endOf('id', 'desc')} as last_id,
        ${endOf('id', 'asc', sql`and message_role = 'user'`)} as said_id from page
    )
    select ends.id, ends.messages, ends.context_type, named.title, named.title_by, ends.last_id,
      substr(said.message_text, 1, ${READ}) as first_text, first.created_at as created_at,
      substr(last.message_text, 1, ${READ}) as last_text, last.created_at as last_message_at,
      ${ratings(owner, 'helpful')} as helpful, ${ratings(owner, 'not_helpful')} as not_helpful
    from ends
    join user_message_embeddings first on first.id = ends.first_id
    join user_message_embeddings last on last.id = ends.last_id
    left join user_message_embeddings said on said.id = ends.said_id
    left join ${sql.table('interviewly.conversations')} named
      on named.owner_id = ${owner} and named.conversation_id = ends.id
    order by ends.last_at desc, ends.id desc`.execute(db);
  const page = rows.slice(0, limit);
  return {
    conversations: page.map(toConversation),
    next_cursor: rows.length > limit ? page.at(-1)!.last_id : null,
  };
}

const ratings = (owner: string, rating: string) => sql`
  (select count(*) from ${sql.table('interviewly.ratings')} r
    where r.owner_id = ${owner} and r.conversation_id = ends.id and r.rating = ${rating})`;

async function assertCursor(db: Kysely<Database>, owner: string, cursor: string): Promise<void> {
  const known = await db
    .selectFrom('user_message_embeddings')
    .select('id')
    .where('user_id', '=', owner)
    .where('id', '=', cursor)
    .executeTakeFirst();
  if (!known) throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
}

function toConversation(row: Row): Conversation {
  return {
    id: row.id,
    title: row.title ?? firstWords(row.first_text ?? row.last_text),
    title_by: row.title_by ?? 'first words',
    created_at: row.created_at,
    last_message_at: row.last_message_at,
    message_count: Number(row.messages),
    preview: preview(row.last_text),
    context_type: row.context_type,
    rated: { helpful: Number(row.helpful), not_helpful: Number(row.not_helpful) },
  };
}
