import { setTimeout as sleep } from 'node:timers/promises';
import type { Memory } from '../../memory/types.ts';
import type { WorkParts } from './parts.ts';
import type { Reply } from './replies.ts';

/** What people's own talk is not: their documents, and what belongs to them. */
const notTalk = new Set(['cv', 'letter', 'posting', 'application', 'interview']);

export type Page = Awaited<ReturnType<Memory['allMessages']>>['messages'];

/** Pages of everybody's messages, each read while the one before is worked on. */
export async function* pages(
  { pageSize = 500 }: Pick<WorkParts, 'pageSize'>,
  memory: WorkParts['memory'],
  after: number,
  signal: AbortSignal,
  onEnd: (waiting: boolean) => void = () => {},
): AsyncGenerator<Page> {
  let coming = memory.allMessages({ after, limit: pageSize });
  for (;;) {
    signal.throwIfAborted();
    const { messages, next, waiting } = await coming;
    if (next !== null) {
      coming = memory.allMessages({ after: next, limit: pageSize });
      coming.catch(() => {});
    }
    if (messages.length > 0) yield messages;
    if (next === null) return onEnd(waiting);
    // A page is some milliseconds of the database: let requests in.
    await sleep(1);
  }
}

export function isTalk({ context_type, metadata }: Page[number]['message']): boolean {
  return !notTalk.has(context_type ?? '') && metadata?.sample !== true;
}

export function repliesIn(page: Page): Reply[] {
  return page
    .filter(({ message }) => message.role === 'assistant')
    .map(({ user_id, message }) => ({ id: message.id, owner: user_id, metadata: message.metadata }));
}
