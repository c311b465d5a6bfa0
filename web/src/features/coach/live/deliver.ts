import { isKept } from '../queries.ts';
import { loadEngine } from './index.ts';
import { arrived, isWaiting, markLate, outbox, type Waiting, waitingIn } from './outbox.ts';

/** Conversations whose messages this page is sending. */
const underWay = new Set<string>();

/**
 * Sends what waits in a conversation, in its order, each once the one before has arrived; one that does not get through
 * stays, and those after it with it. `now` is sent as it is, the others only where the server does not have them: a
 * message may have arrived although nothing came back. Rejects where not even the engine could be loaded.
 */
export async function deliver(conversation: string, now?: string): Promise<void> {
  if (underWay.has(conversation)) return;
  underWay.add(conversation);
  try {
    const tried = new Set<string>();
    const next = () => waitingIn(conversation).find(({ id }) => !tried.has(id));
    for (let message = next(); message; message = next()) {
      const waiting = message;
      tried.add(waiting.id);
      await inOneTab(waiting.id, () => sendOne(waiting, waiting.id === now));
      if (isWaiting(waiting.id)) return;
    }
  } finally {
    underWay.delete(conversation);
    for (const { id } of waitingIn(conversation)) markLate(id);
  }
}

/** Sends what waits in any conversation: when the app begins, and when the connection has come back. */
export async function deliverAll(): Promise<void> {
  for (const conversation of new Set(outbox().map((waiting) => waiting.conversation))) {
    // What is missing stays where it is; the next connection is the next attempt.
    await deliver(conversation).catch(() => undefined);
  }
}

async function sendOne({ conversation, id, text }: Waiting, isNow: boolean): Promise<void> {
  // Where the server does not say, it would not take the message either.
  const isThere = () => isKept(conversation, id).catch(() => null);
  // Another tab was quicker.
  if (!isWaiting(id)) return;
  if (!isNow) {
    const before = await isThere();
    if (before) arrived(id);
    if (before !== false) return;
  }
  const engine = await loadEngine();
  await engine.send(conversation, { id, text });
  // Nothing came back: it may be there for all that.
  if (isWaiting(id) && (await isThere())) arrived(id);
}

/** Two tabs see the same connection come back. Without locks (plain HTTP) the server tells the two by the message's id. */
async function inOneTab(id: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(`interviewly.send.${id}`, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
