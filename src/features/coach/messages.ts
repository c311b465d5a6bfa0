import type { Transaction } from 'kysely';
import { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';
import { derivedUuid, uuidv7 } from '../../kernel/ids.ts';
import type { Memory, MemoryMessage, NewMessage, RememberedMessage } from '../../memory/types.ts';
import type { Database, Store } from '../../store/index.ts';
import type { Usage } from '../billing/index.ts';
import { Source } from './schemas.ts';
import type { ShownMemory } from './sources.ts';

const CONTEXT_TYPE = 'career_chat';

/** The person's message as it was kept, and where the answer to it belongs. */
export interface Kept {
  message: RememberedMessage;
  conversationId: string;
  replyId: string;
  /** What was answered before, where this is a message sent once more. */
  earlier: MemoryMessage | null;
}

/**
 * Keeps what the person said, before anything is done with it. Sent again under the same id (after a failure, or a
 * lost connection) it is not kept twice; the id of an answer follows from the message's, so neither is that.
 */
export async function keepMessage(
  memory: Memory,
  user: string,
  said: { text: string; messageId?: string; conversationId?: string },
  usage: Pick<Usage, 'count'> | null,
): Promise<Kept> {
  const conversation_id = said.conversationId ?? uuidv7();
  const message: NewMessage = { text: said.text, role: 'user', message_id: said.messageId, conversation_id };
  const [kept] = await memory.remember(user, [{ ...message, context_type: CONTEXT_TYPE }], {
    // Counted where it is new, and then in the same transaction: not kept where the plan has no more.
    within: async (trx) => usage?.count(trx, user, 'messages'),
  });
  const replyId = derivedUuid('coach-reply', user, kept!.message_id);
  const conversationId = kept!.conversation_id ?? conversation_id;
  if (kept!.created) return { message: kept!, conversationId, replyId, earlier: null };
  const stored = await memory.get(user, kept!.id);
  const another = stored?.text !== said.text || stored.role !== 'user';
  if (another || (said.conversationId !== undefined && said.conversationId !== kept!.conversation_id)) {
    throw new AppError('message_id_taken', {
      status: 409,
      title: 'The message id is taken',
      detail:
        'Another message was sent under this message_id. To send the same one again, send it unchanged.',
    });
  }
  return { message: kept!, conversationId, replyId, earlier: await memory.get(user, replyId) };
}

/** What is kept of an answer beside its text; read again when the same message is sent once more. */
const ReplyRecord = z.object({
  engine: z.string(),
  reply_to: z.string(),
  /** Ids of the remembered messages it rests on. */
  memories: z.array(z.string()),
  sources: z.array(Source),
  /** Which of its lines quote what was recalled: memory indexes and tells the others. */
  recalled_lines: z.array(z.number()).optional(),
  /** The answer broke off; the text is as far as it was shown. */
  partial: z.literal(true).optional(),
});
export type ReplyRecord = z.infer<typeof ReplyRecord>;

/** Keeps the answer. One that broke off earlier gives way to it. */
export async function keepReply(
  memory: Memory,
  user: string,
  kept: Kept,
  reply: { text: string; at: Date; record: ReplyRecord & Record<string, unknown> },
): Promise<void> {
  if (kept.earlier) await memory.forgetMessage(user, kept.earlier.id);
  const answer: NewMessage = {
    text: reply.text,
    role: 'assistant',
    message_id: kept.replyId,
    conversation_id: kept.conversationId,
    context_type: CONTEXT_TYPE,
    metadata: { ...reply.record },
    // Always after what it answers, even within one tick of the clock.
    created_at: new Date(Math.max(reply.at.getTime(), Date.parse(kept.message.created_at) + 1)),
  };
  try {
    await memory.remember(user, [answer], { within: (trx) => assertStillThere(trx, kept.message.id) });
  } catch (error) {
    if (!(error instanceof Forgotten)) throw error;
  }
}

/** Counts the answer to a message that was kept before. */
export async function countAgain(
  store: Pick<Store, 'transaction'>,
  user: string,
  kept: Kept,
  usage: Pick<Usage, 'count'>,
): Promise<void> {
  await store.transaction(async (trx) => {
    await assertStillThere(trx, kept.message.id);
    await usage.count(trx, user, 'messages');
  });
}

class Forgotten extends AppError {
  constructor() {
    super('not_found', { status: 404, title: 'The message is gone', detail: 'It was deleted meanwhile.' });
  }
}

/**
 * Throws where a message was forgotten while it was answered, or with the whole account: the answer, which quotes it, must
 * not outlive it. Looked up by its row, since its owner may have signed in meanwhile.
 */
async function assertStillThere(trx: Transaction<Database>, row: string): Promise<void> {
  const there = await trx
    .selectFrom('user_message_embeddings')
    .select('id')
    .where('id', '=', row)
    .executeTakeFirst();
  if (!there) throw new Forgotten();
}

/**
 * The answer that was given already, whole; null where there is none and one has to be made. Metadata is the client's to
 * write as well, and imports bring what they have: a record that is none counts as no answer.
 */
export async function earlierReply(
  memory: Memory,
  user: string,
  { earlier }: Kept,
): Promise<{ text: string; record: ReplyRecord; memories: ShownMemory[] } | null> {
  const record = ReplyRecord.safeParse(earlier?.metadata).data;
  if (earlier?.role !== 'assistant' || !record || record.partial) return null;
  const found = await Promise.all(record.memories.map((id) => memory.get(user, id)));
  const memories = found
    .filter((message) => message !== null)
    .map(({ id, message_id, text, role, conversation_id, created_at }) => {
      return { id, message_id, text, role, conversation_id, created_at };
    });
  // What was forgotten since is named no longer.
  const here = new Set(memories.map((shown) => shown.id));
  const sources = record.sources.filter((source) => source.kind !== 'memory' || here.has(source.id));
  return { text: earlier.text, record: { ...record, sources }, memories };
}
