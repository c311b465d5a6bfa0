import { networkProblem, problemOf } from './problem.ts';

const KEY = 'interviewly.had-session';

type Listener = () => void;
const listeners = new Set<Listener>();
let starting: Promise<void> | null = null;
let begun = 0;
/** A session was lost before anybody listened: the first calls of a page are made while it is still being put together. */
let isUntold = false;

/** Which of this page's sessions a call is sent under; to be told to `newSession` where it is refused. */
export const sessionNow = (): number => begun;

/** Calls back when a session that was there is gone and a new, empty one has taken its place; at once if that is so already. */
export function onSessionLost(listener: Listener): () => void {
  listeners.add(listener);
  if (isUntold) {
    isUntold = false;
    listener();
  }
  return () => listeners.delete(listener);
}

/**
 * Begins to be an anonymous visitor; calls at the same time share one session, and one that was sent before there was
 * any begins no other. `refusal` is the code of the 401: any but the first one of a browser means that a session was lost.
 */
export async function newSession(refusal: string | undefined, sentUnder: number): Promise<void> {
  if (sentUnder !== begun) return;
  starting ??= start(refusal).finally(() => {
    starting = null;
  });
  await starting;
}

async function start(refusal: string | undefined): Promise<void> {
  const wasLost = refusal !== 'unauthenticated' || hadSession();
  const response = await fetch('/api/session', { method: 'POST', credentials: 'same-origin' }).catch(() => {
    throw networkProblem();
  });
  if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined));
  // A body that nobody reads keeps the request open.
  await response.text();
  begun++;
  rememberSession(true);
  if (!wasLost) return;
  isUntold = listeners.size === 0;
  for (const listener of listeners) listener();
}

function hadSession(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** False after the account was deleted on purpose: what comes next is no loss. */
export function rememberSession(has: boolean): void {
  try {
    if (has) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed: a loss will go without a word, nothing else changes.
  }
}
