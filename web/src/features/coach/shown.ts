import type { ChatMessage, LiveMessage, ShownMessage } from './types.ts';

/**
 * What a conversation shows: the server's messages in the order of time, after them those on their way, and last those
 * that wait to be sent. A message that is being answered once more is shown as it comes, whatever was kept of it before.
 */
export function shownMessages(
  kept: readonly ChatMessage[],
  live: readonly LiveMessage[],
  isStreaming: boolean,
  waiting: readonly { id: string; text: string }[] = [],
): ShownMessage[] {
  const last = live.at(-1);
  const streaming = isStreaming && last?.role === 'assistant' ? last : undefined;
  const known = new Set(kept.map(({ message_id }) => message_id));
  const onTheWay = live.filter(({ id }) => !known.has(id));
  for (const { id } of onTheWay) known.add(id);
  return [
    ...kept.map((message): ShownMessage => {
      if (message.message_id === streaming?.id) return fromLive(streaming, true);
      return { ...message, isStreaming: false };
    }),
    ...onTheWay.map((message) => fromLive(message, message === streaming)),
    ...waiting
      .filter(({ id }) => !known.has(id))
      .map(({ id, text }) => fromLive({ id, role: 'user', parts: [{ type: 'text', text }] }, false)),
  ];
}

export function textOf({ parts }: Pick<LiveMessage, 'parts'>): string {
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

function fromLive(message: LiveMessage, isStreaming: boolean): ShownMessage {
  const memories = message.parts.findLast((part) => part.type === 'data-memories');
  const sources = message.parts.findLast((part) => part.type === 'data-sources');
  return {
    id: null,
    message_id: message.id,
    role: message.role,
    text: textOf(message),
    created_at: null,
    context_type: null,
    engine: message.metadata?.engine ?? null,
    reply_to: message.metadata?.user_message_id ?? null,
    partial: message.metadata?.partial ?? false,
    sample: false,
    memories: memories?.data ?? [],
    sources: sources?.data ?? [],
    rating: null,
    isStreaming,
  };
}

/** The person's message that still waits for its answer: the last one, where nothing whole follows it. */
export function unanswered(messages: readonly ShownMessage[]): ShownMessage | null {
  const last = messages.at(-1);
  if (last?.role === 'user') return last;
  if (last?.role !== 'assistant' || !last.partial) return null;
  return messages.findLast(({ role }) => role === 'user') ?? null;
}
