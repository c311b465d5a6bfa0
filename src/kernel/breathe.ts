import { setImmediate } from 'node:timers/promises';

/**
 * Lets everybody else have a turn. Long work on this thread, such as cutting up a thousand texts or writing to SQLite,
 * calls it now and then: an await on what is ready already gives no other request a chance.
 */
export async function breathe(): Promise<void> {
  await setImmediate();
}
