import type { Kysely } from 'kysely';
import { isTalk, PATTERNS, readFacts } from '../../career/facts/index.ts';
import type { Database, Store } from '../../store/index.ts';
import { keepStatements, type SourceMessage } from './keep.ts';

/** The messages of these rows that are there, held until the transaction ends. */
export async function holdSources(
  store: Pick<Store, 'dialect'>,
  trx: Kysely<Database>,
  ids: readonly string[],
): Promise<SourceMessage[]> {
  if (ids.length === 0) return [];
  const there = await store.dialect.holdMessages(trx, [...ids]);
  if (there.size === 0) return [];
  return trx
    .selectFrom('user_message_embeddings')
    .select(['id', 'user_id', 'message_id', 'message_text', 'message_role', 'context_type', 'created_at'])
    .where('id', 'in', [...there])
    .execute();
}

/** Only what the person says themselves, in talk: neither a reply nor a CV that a program keeps as a message. */
export const isSource = (message: SourceMessage) =>
  message.message_role === 'user' && isTalk(message.context_type);

/** The patterns over some messages, in one transaction with the note that they were read. Returns the ids of new facts. */
export async function readMessages(
  store: Pick<Store, 'dialect' | 'transaction'>,
  ids: readonly string[],
  { now, modelFollows }: { now: Date; modelFollows: boolean },
): Promise<string[]> {
  if (ids.length === 0) return [];
  return store.transaction(async (trx) => {
    const messages = await holdSources(store, trx, ids);
    const added: string[] = [];
    for (const message of messages.filter(isSource)) {
      const statements = readFacts(message.message_text, new Date(message.created_at));
      added.push(...(await keepStatements(trx, message, statements, PATTERNS, now)));
    }
    const forModel = modelFollows ? messages.filter(isWorthAsking).map(({ id }) => id) : [];
    if (forModel.length > 0) {
      await trx
        .updateTable('interviewly.fact_jobs')
        .set({ patterns_done: true })
        .where('id', 'in', forModel)
        .where('patterns_only', '=', false)
        .execute();
    }
    await trx
      .deleteFrom('interviewly.fact_jobs')
      .where('id', 'in', [...ids])
      .where((where) =>
        forModel.length
          ? where.or([where('id', 'not in', forModel), where('patterns_only', '=', true)])
          : where.lit(true),
      )
      .execute();
    return added;
  });
}

/** A model is asked about what may tell something of the person, and is talk by its length. */
export function isWorthAsking(message: SourceMessage): boolean {
  const text = message.message_text;
  return (
    isSource(message) &&
    text.length >= 8 &&
    text.length <= 8_000 &&
    /\b(?:i|i'm|i’m|my|me|mine|we|our)\b/i.test(text)
  );
}
