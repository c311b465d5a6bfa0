import { readDone } from './done.ts';
import { readPromises } from './read.ts';
import type { FollowedPromise, Mention, ReadDone, ReadPromise, SaidMessage } from './types.ts';
import { keeps } from './verbs.ts';

/** Of what a promise is about, so much has to be in what was done. */
const COVERED = 2 / 3;

export interface FollowOptions {
  /** Whether the person has marked the promise as closed by that time: said again later, it is a new one. */
  closedBefore?(first: { message_id: string; index: number }, at: string): boolean;
}

/** The promises in what a person said, oldest first. Said again, a promise stays one; what they later did keeps it. */
export function followPromises(
  messages: readonly SaidMessage[],
  { closedBefore = () => false }: FollowOptions = {},
): FollowedPromise[] {
  const all: FollowedPromise[] = [];
  for (const message of messages) {
    const mention = (quote: string): Mention => ({
      message_id: message.id,
      quote,
      said_at: message.created_at,
    });
    for (const deed of readDone(message.text)) {
      for (const promise of all) {
        if (!promise.done && isKept(promise, deed)) promise.done = mention(deed.quote);
      }
    }
    for (const [index, read] of readPromises(message.text, new Date(message.created_at)).entries()) {
      const known = all.findLast(
        (one) => !one.done && isSame(one, read) && !closedBefore(one.first, message.created_at),
      );
      if (!known) {
        const { quote, start: _, end: __, ...promise } = read;
        all.push({
          ...promise,
          first: { ...mention(quote), index },
          last: mention(quote),
          times: 1,
          done: null,
        });
        continue;
      }
      known.last = mention(read.quote);
      known.times++;
      if (read.due) Object.assign(known, { due: read.due, action: read.action });
    }
  }
  return all;
}

/** The same thing promised in other words. */
function isSame(a: Pick<ReadPromise, 'verb' | 'about'>, b: Pick<ReadPromise, 'verb' | 'about'>): boolean {
  if (a.verb !== b.verb || a.about.length === 0) return false;
  return a.about.length === b.about.length && a.about.every((term) => b.about.includes(term));
}

function isKept(promise: Pick<ReadPromise, 'verb' | 'about'>, deed: ReadDone): boolean {
  if (promise.about.length === 0 || !keeps(deed.verb, promise.verb)) return false;
  const covered = promise.about.filter((term) => deed.about.includes(term)).length;
  return covered / promise.about.length >= COVERED;
}
