import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { DateISO } from '../kernel/clock.ts';
import type { Database, Store } from '../store/index.ts';
import type { MemoryMessage, Role } from './types.ts';

interface MessageRow {
  id: string;
  message_id: string;
  message_text: string;
  message_role: string;
  conversation_id: string | null;
  context_type: string | null;
  metadata_json: Record<string, unknown> | null;
  created_at: DateISO;
}

/** The columns of a message that is returned: all but the vector, which nobody asks for and which weighs 6 kB. */
const columns = [
  'id',
  'message_id',
  'message_text',
  'message_role',
  'conversation_id',
  'context_type',
  'metadata_json',
  'created_at',
] as const;

export function selectMessages(
  db: Kysely<Database>,
): SelectQueryBuilder<Database, 'user_message_embeddings', MessageRow> {
  const named = columns.map((column) => `user_message_embeddings.${column}` as const);
  return db.selectFrom('user_message_embeddings').select(named) as SelectQueryBuilder<
    Database,
    'user_message_embeddings',
    MessageRow
  >;
}

/**
 * The same of an owner's indexed messages, by their numbers in the index, in no order; `beside` is selected with each. A
 * number alone may be another's by now: SQLite gives the last one deleted again. Written out,
 * since it ends every search: putting it together of its parts would take a tenth of the time that the database does.
 */
export async function loadDocuments<T extends object = object>(
  { dialect }: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  owner: number,
  seqs: readonly number[],
  beside = sql``,
): Promise<(MessageRow & { seq: number } & T)[]> {
  if (seqs.length === 0) return [];
  const { rows } = await sql<MessageRow & { seq: number } & T>`
    select d.seq, ${sql.raw(columns.map((column) => `m.${column}`).join(', '))}${beside}
    from ${sql.table('interviewly.documents')} d join user_message_embeddings m on m.id = d.id
    where ${dialect.isOneOf('d.seq', seqs)} and d.owner = ${owner}`.execute(db);
  return rows;
}

export function toMessage(row: MessageRow): MemoryMessage {
  return {
    id: row.id,
    message_id: row.message_id,
    text: row.message_text,
    role: row.message_role as Role,
    conversation_id: row.conversation_id,
    context_type: row.context_type,
    metadata: row.metadata_json,
    created_at: row.created_at,
  };
}
