import { type Clock, systemClock, toISO } from '../../kernel/clock.ts';
import type { Memory } from '../types.ts';

/** What the first line of an export says, so that a reader knows what follows. */
export const exportType = 'interviewly_export';
export const exportVersion = 1;

/**
 * Everything of one user as JSON lines, each with its line end: a header, then the messages in time order. A stream,
 * so that the size of a memory does not matter.
 */
export async function* exportLines(
  memory: Pick<Memory, 'exportMessages'>,
  user: string,
  clock: Clock = systemClock,
): AsyncIterable<string> {
  const header = { type: exportType, version: exportVersion, user_id: user, exported_at: toISO(clock.now()) };
  yield `${JSON.stringify(header)}\n`;
  for await (const message of memory.exportMessages(user)) {
    yield `${JSON.stringify({ type: 'message', ...message })}\n`;
  }
}
