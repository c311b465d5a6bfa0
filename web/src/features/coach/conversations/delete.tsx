import { notifications } from '@mantine/notifications';
import { ApiProblem, api, unwrap } from '../../../api/client.ts';
import { queryClient } from '../../../app/query-client.ts';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { formatNumber } from '../../../ui/dates.tsx';
import { errorText } from '../../../ui/error-notice.tsx';
import { focusAfterDialog } from '../focus.ts';
import { drop } from '../live/index.ts';
import { conversationsKey, messagesQuery } from '../queries.ts';
import type { Conversation } from '../types.ts';

/** Asks, then forgets the conversation with everything said in it. */
export function confirmDeletion({ id, title, message_count }: Conversation, onDeleted?: () => void): void {
  confirmDelete({
    title: `Delete «${title}»?`,
    children: `Its ${formatNumber(message_count)} messages are forgotten for good: the coach will not remember them in other conversations either.`,
    onConfirm: () => void remove(id, onDeleted),
  });
}

async function remove(id: string, onDeleted?: () => void): Promise<void> {
  try {
    await unwrap(api.DELETE('/api/conversations/{id}', { params: { path: { id } } }));
  } catch (error) {
    const isGone = error instanceof ApiProblem && error.status === 404;
    if (!isGone) {
      notifications.show({ color: 'red', title: 'It was not deleted', message: errorText(error) });
      return;
    }
  }
  drop(id);
  focusAfterDialog('[data-page-heading]');
  onDeleted?.();
  queryClient.removeQueries({ queryKey: messagesQuery(id).queryKey });
  notifications.show({ message: 'The conversation is deleted and forgotten.' });
  await queryClient.invalidateQueries({ queryKey: conversationsKey });
}
