import { Chat, useChat } from '@ai-sdk/react';
import { useLayoutEffect, useState } from 'react';
import { ApiProblem } from '../../../api/problem.ts';
import { queryClient } from '../../../app/query-client.ts';
import { conversationsKey, refreshNewest } from '../queries.ts';
import type { LiveMessage } from '../types.ts';
import type { Live } from './index.ts';
import { arrived } from './outbox.ts';
import { coachTransport } from './transport.ts';

const chats = new Map<string, Chat<LiveMessage>>();
/** The server keeps what it had of a broken answer only once it has seen that nobody reads. */
const afterStopMs = 500;
const throttleMs = 50;

/** The chat of a conversation; it goes on where another page is looked at meanwhile. */
function chatOf(conversationId: string): Chat<LiveMessage> {
  const known = chats.get(conversationId);
  if (known) return known;
  const hasArrived = () => {
    const said = chat.messages.findLast(({ role }) => role === 'user');
    if (said) arrived(said.id);
  };
  const chat: Chat<LiveMessage> = new Chat<LiveMessage>({
    id: conversationId,
    transport: coachTransport(conversationId),
    // The first part of an answer: the message has been kept.
    onData: hasArrived,
    onError(error) {
      if (error instanceof ApiProblem && error.extra.message_id !== undefined) hasArrived();
    },
    async onFinish({ isAbort, isError }) {
      if (isAbort || isError) await new Promise((resolve) => setTimeout(resolve, afterStopMs));
      await refreshNewest(conversationId);
      await queryClient.invalidateQueries({ queryKey: conversationsKey });
    },
  });
  chats.set(conversationId, chat);
  return chat;
}

export async function send(conversationId: string, message: { id: string; text: string }): Promise<void> {
  const chat = chatOf(conversationId);
  const earlier = chat.messages.findIndex(({ id }) => id === message.id);
  if (earlier >= 0) chat.messages = chat.messages.slice(0, earlier);
  await chat.sendMessage(userMessage(message));
}

export function takeBack(conversationId: string, messageId: string): void {
  const chat = chats.get(conversationId);
  if (!chat) return;
  chat.messages = chat.messages.filter(({ id }) => id !== messageId);
  chat.clearError();
}

export function drop(conversationId: string): void {
  void chats.get(conversationId)?.stop();
  chats.delete(conversationId);
}

export function LiveBridge({ id, onChange }: { id: string; onChange: (live: Live) => void }) {
  const [chat] = useState(() => chatOf(id));
  const { messages, status, error, stop } = useChat({ chat, throttle: throttleMs });
  useLayoutEffect(
    () => onChange({ messages, status, error, stop: () => void stop() }),
    [messages, status, error, stop, onChange],
  );
  return null;
}

function userMessage({ id, text }: { id: string; text: string }): LiveMessage {
  return { id, role: 'user', parts: [{ type: 'text', text }] };
}
