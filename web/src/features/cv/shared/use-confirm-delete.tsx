import { notifications } from '@mantine/notifications';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { errorText } from '../../../ui/error-notice.tsx';
import { useDeleteCv } from '../queries.ts';

/** Asks, and deletes the CV. */
export function useConfirmDelete({ id, filename }: { id: string; filename: string }, onGone?: () => void) {
  const remove = useDeleteCv();
  return () =>
    confirmDelete({
      title: `Delete «${filename}»?`,
      children:
        'Its checks, matches and proposed changes go with it, and so does what the coach remembers of it. Letters and applications stay.',
      onConfirm: () =>
        remove.mutate(id, {
          onSuccess() {
            notifications.show({ message: `«${filename}» is deleted.` });
            onGone?.();
          },
          onError: (error) =>
            notifications.show({ color: 'red', title: 'Not deleted', message: errorText(error) }),
        }),
    });
}
