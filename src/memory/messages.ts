import type { Kysely, SelectQueryBuilder } from 'kysely';
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
export function selectMessages(
  db: Kysely<Database>,
): SelectQueryBuilder<Database, 'user_message_embeddings', MessageRow> {
  return db
    .selectFrom('user_message_embeddings')
    .select([
      'user_message_embeddings.id',
      'user_message_embeddings.message_id',
      'user_message_embeddings.message_text',
      'user_message_embeddings.message_role',
      'user_message_embeddings.conversation_id',
      'user_message_embeddings.context_type',
      'user_message_embeddings.metadata_json',
      'user_message_embeddings.created_at',
    ]) as SelectQueryBuilder<Database, 'user_message_embeddings', MessageRow>;
}

/** The same of indexed messages, by their numbers in the index. */
export function selectDocuments(store: Pick<Store, 'dialect'>, db: Kysely<Database>, seqs: number[]) {
  return selectMessages(db)
    .innerJoin('interviewly.documents as d', 'd.id', 'user_message_embeddings.id')
    .select(['d.seq', 'd.length'])
    .where(store.dialect.isOneOf('d.seq', seqs));
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
