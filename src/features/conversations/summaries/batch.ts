import { type Kysely, sql } from 'kysely';
import { estimateTokens } from '../../../ai/index.ts';
import type { DateISO } from '../../../kernel/clock.ts';
import type { MemoryMessage, Role } from '../../../memory/types.ts';
import type { Database } from '../../../store/index.ts';

/** What of a conversation is put before an engine as it was said; what is older falls out of its prompt. */
export const PROMPT_TOKENS = 4_000;
export const PROMPT_MESSAGES = 60;

/** What one look takes: tokens and messages. */
const BATCH_TOKENS = 3_000;
const BATCH_MESSAGES = 40;
/** Less than this (in tokens, and in messages) waits until more has fallen out. */
const FEW_TOKENS = 400;
const FEW_MESSAGES = 8;

export interface Batch {
  messages: MemoryMessage[];
  /** Whether nothing more has fallen out. */
  isLast: boolean;
}

/** The next messages that have fallen out of the prompt and are not summarised; null where there are too few. */
export async function nextBatch(
  db: Kysely<Database>,
  owner: string,
  conversation: string,
): Promise<Batch | null> {
  const boundary = await oldestShown(db, owner, conversation);
  if (boundary === null) return null;
  const state = sql`from ${sql.table('interviewly.summaries')} where owner_id = ${owner} and conversation_id = ${conversation}`;
  const rows = await db
    .selectFrom('user_message_embeddings')
    .select(['id', 'message_id', 'message_text', 'message_role', 'context_type', 'created_at'])
    .where('user_id', '=', owner)
    .where('conversation_id', '=', conversation)
    .where(
      sql<boolean>`(created_at, id) < (select created_at, id from user_message_embeddings where id = ${boundary})`,
    )
    .where(
      sql<boolean>`((select through_at ${state}) is null or (created_at, id) > (select through_at, through_id ${state}))`,
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(BATCH_MESSAGES + 1)
    .execute();
  const messages: MemoryMessage[] = [];
  let tokens = 0;
  for (const row of rows.slice(0, BATCH_MESSAGES)) {
    tokens += estimateTokens(row.message_text);
    if (tokens > BATCH_TOKENS && messages.length > 0) break;
    messages.push(toMessage(row, conversation));
  }
  const isLast = messages.length === rows.length;
  if (isLast && tokens < FEW_TOKENS && messages.length < FEW_MESSAGES) return null;
  return { messages, isLast };
}

/** The oldest message that still fits a prompt; null where all of them do. */
async function oldestShown(
  db: Kysely<Database>,
  owner: string,
  conversation: string,
): Promise<string | null> {
  const newest = await db
    .selectFrom('user_message_embeddings')
    .select(['id', 'message_text'])
    .where('user_id', '=', owner)
    .where('conversation_id', '=', conversation)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PROMPT_MESSAGES + 1)
    .execute();
  let tokens = 0;
  for (const [i, { message_text }] of newest.entries()) {
    tokens += estimateTokens(message_text);
    if (i > 0 && (tokens > PROMPT_TOKENS || i === PROMPT_MESSAGES)) return newest[i - 1]!.id;
  }
  return null;
}

function toMessage(
  row: {
    id: string;
    message_id: string;
    message_text: string;
    message_role: string;
    context_type: string | null;
    created_at: DateISO;
  },
  conversation_id: string,
): MemoryMessage {
  const { message_text: text, message_role, ...rest } = row;
  return { ...rest, text, role: message_role as Role, conversation_id, metadata: null };
}
