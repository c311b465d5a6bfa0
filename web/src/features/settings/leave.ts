import { notifications } from '@mantine/notifications';
import { api, unwrap } from '../../api/client.ts';
import { rememberSession } from '../../api/session.ts';
import { queryClient } from '../../app/query-client.ts';
import { ask } from '../../ui/ask.ts';
import { errorText } from '../../ui/error-notice.tsx';

/** Ends a visitor's session, after saying what that means: nobody can come back to it. */
export function leave(): void {
  void ask({
    title: 'End this session?',
    children:
      'Without the session nobody can reach what you told the coach, not even you. Export your memory first if you want to keep it, or delete everything below.',
    labels: { confirm: 'End it', cancel: 'Stay' },
    confirmProps: { color: 'red' },
    onConfirm: async () => {
      try {
        await unwrap(api.DELETE('/api/session'));
        startAnew();
      } catch (error) {
        notifications.show({ color: 'red', title: 'The session goes on', message: errorText(error) });
      }
    },
  });
}

/** Nothing of the person who was here stays on the screen or in this browser. */
export function startAnew(): void {
  rememberSession(false);
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage)) if (isPersonal(key)) storage.removeItem(key);
  queryClient.clear();
  window.location.assign('/');
}

/** What was typed, what was not sent yet, and that somebody was here: none of it is of whoever comes next. */
function isPersonal(key: string): boolean {
  return key.startsWith('draft:') || key === 'interviewly.known' || key === 'interviewly.outbox';
}
