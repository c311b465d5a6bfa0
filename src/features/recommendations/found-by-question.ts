import { OFFLINE_ENGINE } from '../../ai/offline/index.ts';
import type { Memory, MemoryMessage, Recalled } from '../../memory/types.ts';

/** A reply comes right after what it answers, but for a message that was sent meanwhile. */
const NEXT = 4;

/**
 * The offline engine's advice on these questions, as sure as the questions are. It is shown from the playbook and never in the index: what
 * finds it is what it was an answer to.
 */
export async function adviceOn(
  memory: Pick<Memory, 'list'>,
  user: string,
  questions: readonly Recalled[],
): Promise<Recalled[]> {
  const replies = await Promise.all(
    questions.map(async (question) => {
      if (question.conversation_id === null) return [];
      const { messages } = await memory.list(user, {
        conversation_id: question.conversation_id,
        since: new Date(question.created_at),
        order: 'oldest',
        limit: NEXT,
      });
      const reply = messages.find((message) => advisesOn(message, question));
      return reply ? [{ ...question, ...reply }] : [];
    }),
  );
  return replies.flat();
}

function advisesOn({ role, metadata }: MemoryMessage, { message_id }: MemoryMessage): boolean {
  return (
    role === 'assistant' &&
    metadata?.reply_to === message_id &&
    metadata.engine === OFFLINE_ENGINE &&
    metadata.kind === 'advice'
  );
}
