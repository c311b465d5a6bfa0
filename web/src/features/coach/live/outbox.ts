import { useSyncExternalStore } from 'react';

const KEY = 'interviewly.outbox';

export interface Waiting {
  conversation: string;
  id: string;
  text: string;
  /** It did not get through when it was sent. */
  isLate?: true;
}

const listeners = new Set<() => void>();
let raw: string | null = null;
let entries: readonly Waiting[] = [];

/** Messages that were sent and whose arrival is not certain, in their order; they survive a reload. */
export function outbox(): readonly Waiting[] {
  try {
    const stored = localStorage.getItem(KEY);
    if (stored !== raw) {
      raw = stored;
      entries = parsed(stored);
    }
  } catch {
    // Storage is closed: this page knows its own.
  }
  return entries;
}

export function parsed(stored: string | null): readonly Waiting[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    if (Array.isArray(value)) return value as Waiting[];
    // As it was kept before: one a conversation, under its id.
    return Object.entries(value as Record<string, { id: string; text: string }>).map(
      ([conversation, { id, text }]) => ({ conversation, id, text }),
    );
  } catch {
    return [];
  }
}

function write(next: readonly Waiting[]): void {
  entries = next;
  try {
    const text = JSON.stringify(next);
    localStorage.setItem(KEY, text);
    raw = text;
  } catch {
    // Storage is full or closed: the message is still on the page.
  }
  for (const listener of listeners) listener();
}

/** Puts a message at the end, where it is not there already. */
export function keepWaiting(message: Waiting): void {
  const all = outbox();
  if (!all.some(({ id }) => id === message.id)) write([...all, message]);
}

export function markLate(id: string): void {
  write(outbox().map((entry) => (entry.id === id ? { ...entry, isLate: true } : entry)));
}

export function waitingIn(conversation: string): Waiting[] {
  return outbox().filter((entry) => entry.conversation === conversation);
}

export const isWaiting = (id: string): boolean => outbox().some((entry) => entry.id === id);

export function arrived(id: string): void {
  if (isWaiting(id)) write(outbox().filter((entry) => entry.id !== id));
}

export function dropAll(conversation: string): void {
  write(outbox().filter((entry) => entry.conversation !== conversation));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

const none: readonly Waiting[] = [];

export function useOutbox(): readonly Waiting[] {
  return useSyncExternalStore(subscribe, outbox, () => none);
}
