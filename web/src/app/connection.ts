import { useSyncExternalStore } from 'react';
import { queryClient } from './query-client.ts';

export interface Connection {
  /** `offline`: this device; `away`: the server does not answer, or restarts. */
  state: 'good' | 'offline' | 'away';
  /** When it is asked again, in ms since 1970; null while it is being asked. */
  nextAttemptAt: number | null;
}

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

let connection: Connection = { state: 'good', nextAttemptAt: null };
let attempts = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

/** A call was answered, whatever with. */
export function reportAnswer(): void {
  if (connection.state === 'good') return;
  clearTimeout(timer);
  attempts = 0;
  set({ state: 'good', nextAttemptAt: null });
  // What failed or grew old meanwhile is asked for again; what is kept as it came, only where it did not come.
  void queryClient.invalidateQueries({
    predicate: ({ meta, state }) => meta?.keep !== true || state.status === 'error',
  });
}

/** Nothing answered, or the server said that it cannot. */
export function reportNoAnswer(): void {
  if (connection.state !== 'good') return;
  wait();
}

/** Asks at once, rather than at the next turn. */
export async function tryNow(): Promise<void> {
  clearTimeout(timer);
  set({ ...connection, nextAttemptAt: null });
  const isGood = await fetch('/health/db', { cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  );
  if (isGood) reportAnswer();
  else wait();
}

function wait(): void {
  const waitMs = Math.min(firstWaitMs * 2 ** attempts, longestWaitMs);
  attempts += 1;
  clearTimeout(timer);
  timer = setTimeout(() => void tryNow(), waitMs);
  set({ state: navigator.onLine ? 'away' : 'offline', nextAttemptAt: Date.now() + waitMs });
}

/** From now on, what the browser says of the connection counts too. */
export function watchConnection(): void {
  if (!navigator.onLine) connection = { state: 'offline', nextAttemptAt: null };
  window.addEventListener('offline', () => wait());
  window.addEventListener('online', () => {
    if (connection.state !== 'good') void tryNow();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const snapshot = () => connection;

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
