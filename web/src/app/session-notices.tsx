import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSessionLost } from '../api/session.ts';

/** Tells a person that they are somebody new to the server, rather than let their past vanish without a word. */
export function SessionNotices() {
  const queries = useQueryClient();
  useEffect(
    () =>
      onSessionLost(() => {
        notifications.show({
          id: 'session-lost',
          color: 'yellow',
          autoClose: false,
          title: 'Your session ended',
          message:
            'You are a new visitor now, with an empty memory. What you told the coach before belongs to the old session.',
        });
        void queries.resetQueries();
      }),
    [queries],
  );
  return null;
}
