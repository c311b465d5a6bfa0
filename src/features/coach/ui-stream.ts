import { Readable } from 'node:stream';
import { createUIMessageStream, JsonToSseTransformStream, type UIMessage } from 'ai';
import type { CoachReply } from './coach.ts';
import type { ShownMemory, Source } from './sources.ts';

/** What a message in the browser knows of its making, before a word has come and after the last. */
export interface CoachMetadata {
  conversation_id: string;
  user_message_id: string;
  engine: string;
  /** The answer broke off. */
  partial?: true;
}

/** The coach's answer as `useChat` of the AI SDK holds it: `useChat<CoachUIMessage>()`. */
export type CoachUIMessage = UIMessage<CoachMetadata, { memories: ShownMemory[]; sources: Source[] }>;

const TEXT = 'reply';

/**
 * An answer as the AI SDK's UI message stream, in server-sent events: what was recalled first, the text as it comes,
 * the sources last. Where the answer breaks off, an error part follows what was there.
 */
export function uiMessageStream(reply: CoachReply): Readable {
  const metadata: CoachMetadata = {
    conversation_id: reply.conversationId,
    user_message_id: reply.userMessageId,
    engine: reply.engine,
  };
  const stream = createUIMessageStream<CoachUIMessage>({
    async execute({ writer }) {
      writer.write({ type: 'start', messageId: reply.messageId, messageMetadata: metadata });
      writer.write({ type: 'data-memories', id: 'memories', data: reply.memories() });
      writer.write({ type: 'text-start', id: TEXT });
      for await (const delta of reply.text) writer.write({ type: 'text-delta', id: TEXT, delta });
      writer.write({ type: 'text-end', id: TEXT });
      const { memories, sources, failure } = await reply.done;
      writer.write({ type: 'data-memories', id: 'memories', data: memories });
      writer.write({ type: 'data-sources', id: 'sources', data: sources });
      if (failure) {
        writer.write({ type: 'message-metadata', messageMetadata: { ...metadata, partial: true } });
        writer.write({ type: 'error', errorText: failure.detail ?? failure.title });
      }
      writer.write({ type: 'finish', finishReason: failure ? 'error' : 'stop' });
    },
  });
  const events = stream.pipeThrough(new JsonToSseTransformStream()).pipeThrough(new TextEncoderStream());
  return Readable.fromWeb(events as Parameters<typeof Readable.fromWeb>[0]);
}
