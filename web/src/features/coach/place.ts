import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

export interface CoachPlace {
  /** Null: a new conversation. */
  conversation: string | null;
  /** The message to go to and to mark. */
  message: string | null;
  /** A text to put before the person, not sent. */
  say: string | null;
  open(conversation: string, message?: string): void;
  openNew(): void;
  /** Gives the new conversation its name in the address. */
  begin(conversation: string): void;
}

/** Where in the coach one is, as the address says. */
export function useCoachPlace(): CoachPlace {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { conversation = null, message = null, say = null } = search;
  return useMemo(
    () => ({
      conversation,
      message,
      say,
      open: (id, at) => void navigate({ to: '/', search: { conversation: id, ...(at && { message: at }) } }),
      openNew: () => void navigate({ to: '/', search: {} }),
      begin: (id) => void navigate({ to: '/', search: { conversation: id }, replace: true }),
    }),
    [conversation, message, say, navigate],
  );
}
