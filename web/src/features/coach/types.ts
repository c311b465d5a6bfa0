import type { UIMessage } from 'ai';
import type { ChatAnswer, ChatMessage, Conversation } from '../../api/schema.d.ts';

export type { ChatMessage, Conversation };
export type Memory = ChatMessage['memories'][number];
export type Source = ChatMessage['sources'][number];
export type Verdict = 'helpful' | 'not_helpful';

/** What the stream of an answer says of its making. */
export interface CoachMetadata {
  conversation_id: string;
  user_message_id: string;
  engine: string;
  partial?: true;
}

/** A message while it is being sent or answered; its ids are the server's. */
export type LiveMessage = UIMessage<
  CoachMetadata,
  { memories: ChatAnswer['memories']; sources: ChatAnswer['sources'] }
>;

/** A message as the page shows it, kept or on its way. */
export interface ShownMessage extends Omit<ChatMessage, 'id' | 'created_at'> {
  /** The row's id; null until the server's copy is here. */
  id: string | null;
  created_at: string | null;
  isStreaming: boolean;
}
