import type { ColumnType } from 'kysely';
import {
  defaultNow,
  defineTable,
  type IndexDefinition,
  type Json,
  jsonColumn,
  type Optional,
  required,
  type Timestamp,
  text,
  timestamp,
  uuidKey,
  varchar,
  vector,
} from './define.ts';

/** The memory: one row is one message that somebody said. */
export interface UserMessageEmbeddingsTable {
  id: string;
  user_id: string;
  message_id: string;
  message_text: string;
  message_role: string;
  /**
   * The vector of record. Nothing reads it in bulk (recall has search structures of its own, and a vector is
   * 6 kB), so it is not selectable by type: write through the dialect's codec, read it through `readEmbedding`.
   */
  embedding: ColumnType<never, unknown, unknown>;
  conversation_id: Optional<string>;
  context_type: Optional<string>;
  metadata_json: Json<Record<string, unknown>>;
  created_at: Timestamp;
  /** Ours: which model made `embedding`. Null where another program wrote it; such a vector is never overwritten. */
  embedding_model: Optional<string>;
}

/** Deployments have these indexes under SQLAlchemy's names or under those of the documented SQL. */
function memoryIndex(column: string): IndexDefinition {
  const name = `user_message_embeddings_${column}`;
  return { columns: [column], names: [`idx_${name}`, `ix_${name}`] };
}

export const userMessageEmbeddings = defineTable<UserMessageEmbeddingsTable>(
  'user_message_embeddings',
  {
    id: uuidKey(),
    user_id: required(varchar(255)),
    message_id: required(varchar(36)),
    message_text: required(text()),
    message_role: required(varchar(20)),
    embedding: vector(1536),
    conversation_id: varchar(36),
    context_type: varchar(50),
    metadata_json: jsonColumn(),
    created_at: defaultNow(required(timestamp())),
    embedding_model: varchar(100),
  },
  [
    memoryIndex('user_id'),
    memoryIndex('message_id'),
    memoryIndex('conversation_id'),
    memoryIndex('created_at'),
  ],
);
