import type { Kysely } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { isBad, judgeReply, noPieceBit } from './judging.ts';

/** An answer that was given: its row id, whose it is, and what was kept with it. */
export interface Reply {
  id: string;
  owner: string;
  metadata: unknown;
}

const keyOf = (owner: string, messageId: string) => `${owner}\n${messageId}`;
const atOnce = 500;

export async function ratingsOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('interviewly.ratings')
    .select(['message', 'rating'])
    .where('message', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ message, rating }) => [message, rating]));
}

/** Whether questions, by owner and message_id, were answered badly: said by the replies that answer them. */
export async function judgements(
  db: Kysely<Database>,
  replies: readonly Reply[],
): Promise<{ owner: string; messageId: string; judge(noPiece: boolean): number }[]> {
  const answers = replies.filter(({ metadata }) => judgeReply(metadata, null));
  const ratings = await ratingsOf(
    db,
    answers.map(({ id }) => id),
  );
  return answers.map(({ id, owner, metadata }) => {
    const { question, judge } = judgeReply(metadata, ratings.get(id) ?? null)!;
    return { owner, messageId: question, judge };
  });
}

/** Writes down what replies say of the questions that they answer. */
export async function noteReplies(
  store: Pick<Store, 'read' | 'transaction'>,
  run: number,
  replies: readonly Reply[],
): Promise<void> {
  for (let start = 0; start < replies.length; start += atOnce) {
    const judged = await store.read((db) => judgements(db, replies.slice(start, start + atOnce)));
    if (judged.length === 0) continue;
    const byKey = new Map(judged.map((one) => [keyOf(one.owner, one.messageId), one]));
    await store.transaction(async (trx) => {
      const rows = await trx
        .selectFrom('user_message_embeddings as m')
        .innerJoin('interviewly.documents as d', 'd.id', 'm.id')
        .innerJoin('interviewly.analytics_messages as a', 'a.seq', 'd.seq')
        .select(['m.user_id', 'm.message_id', 'a.seq', 'a.reasons'])
        .where('a.run', '=', run)
        .where(
          'm.message_id',
          'in',
          judged.map(({ messageId }) => messageId),
        )
        .execute();
      const changed = new Map<number, number[]>();
      for (const { user_id, message_id, seq, reasons } of rows) {
        const noPiece = reasons & noPieceBit;
        const bits = byKey.get(keyOf(user_id, message_id))?.judge(noPiece !== 0);
        if (bits === undefined || (bits | noPiece) === reasons) continue;
        changed.set(bits | noPiece, [...(changed.get(bits | noPiece) ?? []), seq]);
      }
      for (const [bits, seqs] of changed) {
        await trx
          .updateTable('interviewly.analytics_messages')
          .set({ reasons: bits })
          .where('run', '=', run)
          .where('seq', 'in', seqs)
          .execute();
      }
    });
  }
}

export { isBad, keyOf };
