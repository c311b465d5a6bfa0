import { followPromises } from '../../../career/promises/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { notFound } from '../../../kernel/errors.ts';
import { derivedUuid } from '../../../kernel/ids.ts';
import type { Memory } from '../../../memory/types.ts';
import type { Store } from '../../../store/index.ts';
import { type Identities, identitiesOf } from '../../account/index.ts';
import { ownMessages } from '../messages.ts';

export const METHOD = 'promise-patterns/1';

/** `overdue` is an open one whose day is past. */
export const promiseStates = ['open', 'overdue', 'done', 'dismissed'] as const;
export type PromiseState = (typeof promiseStates)[number];
export const marks = ['open', 'done', 'dismissed'] as const;
export type Mark = (typeof marks)[number];

export interface KeptPromise {
  id: string;
  state: PromiseState;
  /** What was promised, from the verb on. */
  action: string;
  /** As it was said first. */
  quote: string;
  message_id: string;
  said_at: string;
  /** Where it was said again. */
  said_again: { message_id: string; quote: string; said_at: string } | null;
  times: number;
  /** The day (UTC) that was named, and the words that named it. */
  due: { date: string; text: string } | null;
  /** Why it counts as closed: by what the person said later, or by their mark. */
  closed: { by: 'said' | 'marked'; at: string; message_id: string | null; quote: string | null } | null;
}

export interface PromiseParts {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'list'>;
  clock: Clock;
}

const dayMs = 86_400_000;
/** A day is over everywhere on earth so long after it began in UTC: where the person lives is not known. */
const DAY_OVER = 1.5 * dayMs;
/** Older promises are history; and so many messages are read at most. */
const LOOKED_BACK = 365 * dayMs;
const MOST = 5_000;

/**
 * What a person said they would do, what is due first first, then the newest. Nothing of it is stored but the marks: a
 * promise goes with the message it was said in.
 */
export async function promisesOf(parts: PromiseParts, user: string): Promise<KeptPromise[]> {
  const now = parts.clock.now();
  const since = new Date(now.getTime() - LOOKED_BACK);
  const { messages } = await ownMessages(parts.memory, user, { most: MOST, since });
  const marked = await parts.store.read(async (db) => marksOf(db, await identitiesOf(db, user)));
  const followed = followPromises(
    // What is said in an interview is an answer to a question there.
    messages.filter(({ context_type }) => !/interview/i.test(context_type ?? '')),
    {
      closedBefore(first, at) {
        const mark = marked.get(idOf(first));
        return mark !== undefined && mark.state !== 'open' && mark.at <= at;
      },
    },
  );
  const messageIds = new Map(messages.map(({ id, message_id }) => [id, message_id]));
  return followed
    .map(({ first, last, times, due, action, done }): KeptPromise => {
      const id = idOf(first);
      const mark = marked.get(id);
      const shown = (mention: typeof first | typeof last) => ({
        message_id: messageIds.get(mention.message_id)!,
        quote: mention.quote,
        said_at: mention.said_at,
      });
      const closed: KeptPromise['closed'] = mark
        ? mark.state === 'open'
          ? null
          : { by: 'marked', at: mark.at, message_id: null, quote: null }
        : done && {
            by: 'said',
            at: done.said_at,
            message_id: messageIds.get(done.message_id)!,
            quote: done.quote,
          };
      const state = closed
        ? mark?.state === 'dismissed'
          ? 'dismissed'
          : 'done'
        : due && Date.parse(due.date) + DAY_OVER < now.getTime()
          ? 'overdue'
          : 'open';
      return {
        id,
        state,
        action,
        ...shown(first),
        said_again: times > 1 ? shown(last) : null,
        times,
        due,
        closed,
      };
    })
    .sort(byUrgency);
}

/** Of several calls the last mark counts. Throws `not_found` where there is no such promise of theirs. */
export async function markPromise(
  parts: PromiseParts,
  user: string,
  id: string,
  state: Mark,
): Promise<KeptPromise> {
  const isTheirs = (await promisesOf(parts, user)).some((promise) => promise.id === id);
  if (!isTheirs) throw notFound('Promise');
  const values = { owner_id: user, state, marked_at: parts.clock.now() };
  await parts.store.transaction((trx) =>
    trx
      .insertInto('interviewly.promise_marks')
      .values({ promise: id, ...values })
      .onConflict((conflict) => conflict.column('promise').doUpdateSet(values))
      .execute(),
  );
  const marked = (await promisesOf(parts, user)).find((promise) => promise.id === id);
  // Forgotten meanwhile, with its message.
  if (!marked) throw notFound('Promise');
  return marked;
}

function idOf(first: { message_id: string; index: number }): string {
  return derivedUuid('promise', first.message_id, String(first.index));
}

type Db = Parameters<Parameters<PromiseParts['store']['read']>[0]>[0];

async function marksOf(db: Db, { all }: Pick<Identities, 'all'>) {
  const rows = await db
    .selectFrom('interviewly.promise_marks')
    .select(['promise', 'state', 'marked_at'])
    .where('owner_id', 'in', all)
    .execute();
  return new Map(
    rows.map(({ promise, state, marked_at }) => [promise, { state: state as Mark, at: marked_at }]),
  );
}

const order: Record<PromiseState, number> = { overdue: 0, open: 1, done: 2, dismissed: 3 };

function byUrgency(a: KeptPromise, b: KeptPromise): number {
  return (
    order[a.state] - order[b.state] ||
    (a.due?.date ?? '9').localeCompare(b.due?.date ?? '9') ||
    b.said_at.localeCompare(a.said_at)
  );
}
