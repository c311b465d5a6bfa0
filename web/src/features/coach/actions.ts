import { notifications } from '@mantine/notifications';
import { api, unwrap } from '../../api/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { errorText } from '../../ui/error-notice.tsx';
import { focusAfterDialog } from './focus.ts';
import { changeLoaded, conversationsKey } from './queries.ts';
import type { ChatMessage, Verdict } from './types.ts';

/** Rates an answer, or takes the rating back (null); shown at once, and undone where it failed. */
export async function rate(
  { message_id, rating: before }: Pick<ChatMessage, 'message_id' | 'rating'>,
  verdict: Verdict | null,
  reason?: string,
): Promise<void> {
  const now = new Date().toISOString();
  const after = verdict && { rating: verdict, reason: reason ?? null, created_at: now, updated_at: now };
  const show = (rating: ChatMessage['rating']) =>
    changeLoaded((message) => (message.message_id === message_id ? { ...message, rating } : message));
  show(after);
  const params = { path: { message_id } };
  try {
    if (verdict)
      await unwrap(
        api.PUT('/api/messages/{message_id}/rating', {
          params,
          body: { rating: verdict, ...(reason && { reason }) },
        }),
      );
    else await unwrap(api.DELETE('/api/messages/{message_id}/rating', { params }));
  } catch (error) {
    show(before);
    notifications.show({ color: 'red', title: 'The rating was not kept', message: errorText(error) });
  }
}

/** Forgets a message for good; it goes from every answer that shows it. */
export async function forget(id: string): Promise<void> {
  try {
    await unwrap(api.DELETE('/api/memory/messages/{id}', { params: { path: { id } } }));
  } catch (error) {
    notifications.show({ color: 'red', title: 'It was not forgotten', message: errorText(error) });
    return;
  }
  changeLoaded((message) =>
    message.id === id
      ? null
      : {
          ...message,
          memories: message.memories.filter((memory) => memory.id !== id),
          sources: message.sources.filter((source) => source.kind !== 'memory' || source.id !== id),
        },
  );
  focusAfterDialog('section[aria-label=Messages]');
  notifications.show({ message: 'Forgotten. The coach will not come back to it.' });
  await queryClient.invalidateQueries({ queryKey: conversationsKey });
}
