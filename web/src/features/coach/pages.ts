import type { InfiniteData } from '@tanstack/react-query';
import type { ChatMessage } from './types.ts';

export interface MessagePage {
  messages: ChatMessage[];
  next_cursor: string | null;
}
export type MessagePages = InfiniteData<MessagePage, string | undefined>;

/** `newest` first; what is there under an id is replaced, what is not goes before all. */
export function withNewest(
  pages: MessagePages | undefined,
  newest: readonly ChatMessage[],
): MessagePages | undefined {
  const [first, ...rest] = pages?.pages ?? [];
  if (!pages || !first) return pages;
  const byId = new Map(newest.map((message) => [message.message_id, message]));
  const replaced = [first, ...rest].map((page) => ({
    ...page,
    messages: page.messages.map((message) => {
      const fresh = byId.get(message.message_id);
      byId.delete(message.message_id);
      return fresh ?? message;
    }),
  }));
  const head = replaced[0]!;
  return {
    ...pages,
    pages: [{ ...head, messages: [...byId.values(), ...head.messages] }, ...replaced.slice(1)],
  };
}
