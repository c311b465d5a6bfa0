import type { Kysely } from 'kysely';
import type { Clock, DateISO } from '../../kernel/clock.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { Role } from '../../memory/types.ts';
import type { Database, Store } from '../../store/index.ts';
import type { Identities } from '../account/index.ts';

export const verdicts = ['helpful', 'not_helpful'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Rating {
  rating: Verdict;
  reason: string | null;
  created_at: DateISO;
  updated_at: DateISO;
}

const MOST_RATED = 500;

/** An answer with what the person thought of it. */
export interface RatedReply extends Rating {
  /** The row id of the answer. */
  id: string;
  message_id: string;
  text: string;
  conversation_id: string | null;
  /** When the answer was given; `created_at` is when it was rated. */
  said_at: DateISO;
  metadata: Record<string, unknown> | null;
}

interface Parts {
  store: Pick<Store, 'transaction'>;
  clock: Clock;
}

/**
 * Rates an answer of the caller's, by its row id or message_id; rated again, the last word counts. Throws
 * `not_found` (404) where there is no such message of theirs, `not_a_reply` (422) for what they said themselves: only answers are rated.
 */
export async function rate(
  { store, clock }: Parts,
  owner: string,
  id: string,
  { rating, reason = null }: { rating: Verdict; reason?: string | null },
): Promise<{ message_id: string; conversation_id: string | null } & Rating & { id: string }> {
  const found = await store.transaction(async (trx) => {
    const message = await findMessage(trx, owner, id);
    if (!message) return null;
    if ((message.role as Role) !== 'assistant') throw notAReply();
    const now = clock.now();
    const { conversation_id } = message;
    const verdict = { rating, reason, conversation_id, updated_at: now };
    await trx
      .insertInto('interviewly.ratings')
      .values({ message: message.id, owner_id: owner, created_at: now, ...verdict })
      .onConflict((conflict) => conflict.column('message').doUpdateSet(verdict))
      .execute();
    const stored = await trx
      .selectFrom('interviewly.ratings')
      .select(['rating', 'reason', 'created_at', 'updated_at'])
      .where('message', '=', message.id)
      .executeTakeFirstOrThrow();
    return { ...message, ...stored, rating: stored.rating as Verdict };
  });
  if (!found) throw notFound('Message');
  const { role: _, ...rated } = found;
  return rated;
}

/** Takes a rating back. False where there is no such message of theirs; one without a rating is as wanted already. */
export async function unrate(store: Parts['store'], owner: string, id: string): Promise<boolean> {
  return store.transaction(async (trx) => {
    const message = await findMessage(trx, owner, id);
    if (!message) return false;
    await trx.deleteFrom('interviewly.ratings').where('message', '=', message.id).execute();
    return true;
  });
}

async function findMessage(db: Kysely<Database>, owner: string, id: string) {
  return db
    .selectFrom('user_message_embeddings')
    .select(['id', 'message_id', 'conversation_id', 'message_role as role'])
    .where('user_id', '=', owner)
    .where((where) => where.or([where('id', '=', id), where('message_id', '=', id)]))
    .executeTakeFirst();
}

/** The ratings of messages by their row ids; those without one are not in it. */
export async function ratingsOf(
  db: Kysely<Database>,
  { all }: Pick<Identities, 'all'>,
  ids: readonly string[],
): Promise<Map<string, Rating>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('interviewly.ratings')
    .select(['message', 'rating', 'reason', 'created_at', 'updated_at'])
    .where('owner_id', 'in', all)
    .where('message', 'in', [...ids])
    .execute();
  return new Map(
    rows.map(({ message, rating, ...rest }) => [message, { rating: rating as Verdict, ...rest }]),
  );
}

/** A person's rated answers, the last rated first, at most 500. */
export async function ratedReplies(
  db: Kysely<Database>,
  { all }: Pick<Identities, 'all'>,
  { rating }: { rating?: Verdict } = {},
): Promise<RatedReply[]> {
  let query = db
    .selectFrom('interviewly.ratings as r')
    .innerJoin('user_message_embeddings as m', 'm.id', 'r.message')
    .select([
      'r.rating',
      'r.reason',
      'r.created_at',
      'r.updated_at',
      'm.id',
      'm.message_id',
      'm.message_text as text',
      'm.conversation_id',
      'm.created_at as said_at',
      'm.metadata_json as metadata',
    ])
    .where('r.owner_id', 'in', all);
  if (rating) query = query.where('r.rating', '=', rating);
  const rows = await query
    .orderBy('r.updated_at', 'desc')
    .orderBy('r.message', 'desc')
    .limit(MOST_RATED)
    .execute();
  return rows.map((row) => ({ ...row, rating: row.rating as Verdict }));
}

function notAReply(): AppError {
  return new AppError('not_a_reply', {
    status: 422,
    title: 'Only answers are rated',
    detail: 'The message is one that the person wrote.',
  });
}
