import { infiniteQueryOptions } from '@tanstack/react-query';
import { ApiProblem, api, unwrap } from '../../api/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { type MessagePage, type MessagePages, withNewest } from './pages.ts';
import type { ChatMessage } from './types.ts';

const pageSize = 100;
const newestSize = 10;

export const conversationsKey = ['conversations'];
const messagesKey = (conversationId: string) => ['conversation-messages', conversationId];

/** Conversations, the last used first; with `query` those that hold its words. */
export const conversationsQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: [...conversationsKey, query],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/conversations', {
          params: { query: { ...(query && { query }), ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: (before) => before,
  });

/** A conversation's messages, newest first. Loaded once; what is said here is added, not loaded again. */
export const messagesQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: messagesKey(conversationId),
    queryFn: ({ pageParam, signal }) => fetchMessages(conversationId, pageSize, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { keep: true },
  });

/** A conversation of which nothing has arrived yet is empty, not an error. */
async function fetchMessages(
  id: string,
  limit: number,
  cursor?: string,
  signal?: AbortSignal,
): Promise<MessagePage> {
  try {
    return await unwrap(
      api.GET('/api/conversations/{id}/messages', {
        params: { path: { id }, query: { limit, ...(cursor && { cursor }) } },
        signal,
      }),
    );
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return { messages: [], next_cursor: null };
    throw error;
  }
}

/** Puts the newest messages into what was loaded of a conversation. A failure leaves what is shown. */
export async function refreshNewest(conversationId: string): Promise<void> {
  const key = messagesKey(conversationId);
  if (!queryClient.getQueryData(key)) return;
  const newest = await fetchMessages(conversationId, newestSize).catch(() => null);
  if (newest) queryClient.setQueryData<MessagePages>(key, (pages) => withNewest(pages, newest.messages));
}

/** Whether a message is among the newest of its conversation; rejects where the server does not say. */
export async function isKept(conversationId: string, messageId: string): Promise<boolean> {
  const { messages } = await fetchMessages(conversationId, newestSize);
  return messages.some(({ message_id }) => message_id === messageId);
}

/** Changes messages in all conversations that were loaded; null takes one out. */
export function changeLoaded(change: (message: ChatMessage) => ChatMessage | null): void {
  queryClient.setQueriesData<MessagePages>({ queryKey: ['conversation-messages'] }, (pages) =>
    pages
      ? {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            messages: page.messages.map(change).filter((message) => message !== null),
          })),
        }
      : pages,
  );
}
