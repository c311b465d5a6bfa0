const KEY = 'interviewly.outbox';

export interface Waiting {
  id: string;
  text: string;
}

/** Messages that were sent and whose arrival is not certain, one a conversation; they survive a reload. */
function read(): Record<string, Waiting> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Waiting>;
  } catch {
    return {};
  }
}

function write(all: Record<string, Waiting>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Storage is closed: the message is still on the page.
  }
}

export function keepWaiting(conversation: string, message: Waiting): void {
  write({ ...read(), [conversation]: message });
}

export function waitingIn(conversation: string): Waiting | null {
  return read()[conversation] ?? null;
}

export function arrived(conversation: string): void {
  const { [conversation]: _, ...rest } = read();
  write(rest);
}
