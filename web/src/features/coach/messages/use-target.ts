import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { ShownMessage } from '../types.ts';
import type { Older } from './use-older.ts';

export interface TargetOptions {
  target: string | null;
  messages: readonly ShownMessage[];
  older: Older;
  list: { scrollToIndex(index: number, options: { align: 'center' }): void };
}

/** Goes to a message, loading older ones until it is there. Gives the id of the one to mark. */
export function useTarget({ target, messages, older, list }: TargetOptions): string | null {
  const reached = useRef<string | null>(null);
  const index = target === null ? -1 : messages.findIndex((message) => isIt(message, target));
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = older;
  useEffect(() => {
    if (target === null || reached.current === target) return;
    if (index >= 0) {
      reached.current = target;
      list.scrollToIndex(index, { align: 'center' });
      focusWhenThere(messages[index]!.message_id);
    } else if (hasNextPage && !isError) {
      if (!isFetchingNextPage) fetchNextPage();
    } else if (!isError && messages.length > 0) {
      reached.current = target;
      notifications.show({ message: 'That message is not here any more.' });
    }
  }, [target, index, list, hasNextPage, isFetchingNextPage, isError, fetchNextPage, messages]);
  return index >= 0 ? messages[index]!.message_id : null;
}

const framesToWait = 30;

/** The message takes the focus, so that a screen reader reads it and the keyboard goes on from it. */
function focusWhenThere(id: string, frames = framesToWait): void {
  const message = document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);
  if (message) message.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, frames - 1));
}

function isIt({ id, message_id }: ShownMessage, target: string): boolean {
  return message_id === target || id === target;
}
