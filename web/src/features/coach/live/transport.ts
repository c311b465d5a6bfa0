import { DefaultChatTransport } from 'ai';
import { problemOf } from '../../../api/problem.ts';
import { sessionFetch } from '../../../api/session-fetch.ts';
import { utcOffset } from '../../../ui/dates.tsx';
import { textOf } from '../shown.ts';
import type { LiveMessage } from '../types.ts';

/** The AI SDK's transport onto `POST /api/chat`: the last message alone is sent, as the server has the rest. */
export function coachTransport(conversationId: string) {
  return new DefaultChatTransport<LiveMessage>({
    api: '/api/chat',
    fetch: async (input, init) => {
      const response = await sessionFetch(input, init);
      if (response.ok) return response;
      throw problemOf(response, await response.json().catch(() => undefined));
    },
    prepareSendMessagesRequest({ messages }) {
      const message = messages.findLast(({ role }) => role === 'user')!;
      return {
        body: {
          message: textOf(message),
          message_id: message.id,
          conversation_id: conversationId,
          utc_offset: utcOffset(),
          stream: true,
        },
      };
    },
  });
}
