import { useInfiniteQuery } from '@tanstack/react-query';
import { conversationsQuery } from '../queries.ts';

/** The title of a conversation as the list has it; null for a new one, or one that is not loaded there. */
export function useTitle(id: string | null): string | null {
  const { data } = useInfiniteQuery(conversationsQuery(''));
  if (id === null) return null;
  for (const page of data?.pages ?? []) {
    const found = page.conversations.find((conversation) => conversation.id === id);
    if (found) return found.title;
  }
  return null;
}
