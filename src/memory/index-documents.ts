import { randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { breathe } from '../kernel/breathe.ts';
import type { Database, Store } from '../store/index.ts';
import { type IndexableRow, indexTerms, readingOf } from './indexable.ts';

/** Cutting up so many characters, or so many messages, takes some milliseconds: time to let others in. */
const longText = 20_000;
const manyTexts = 50;

export interface IndexableMessage extends IndexableRow {
  id: string;
  user_id: string;
  conversation_id: string | null;
  context_type: string | null;
  created_at: Date;
}

export interface IndexedDocument {
  id: string;
  seq: number;
  owner: number;
}

/**
 * Puts messages into the keyword index, in the order given; those that are in it already are left alone. Part of the
 * transaction that stores them, so what is acknowledged can be found at once.
 */
export async function indexDocuments(
  trx: Transaction<Database>,
  dialect: Store['dialect'],
  messages: IndexableMessage[],
): Promise<IndexedDocument[]> {
  const byUser = Map.groupBy(messages, (message) => message.user_id);
  const indexed: IndexedDocument[] = [];
  for (const [user, ofUser] of byUser) indexed.push(...(await indexForUser(trx, dialect, user, ofUser)));
  return indexed;
}

async function indexForUser(
  trx: Transaction<Database>,
  dialect: Store['dialect'],
  user: string,
  messages: IndexableMessage[],
): Promise<IndexedDocument[]> {
  const owner = await ownerKey(trx, user);
  const analyzed = new Map<string, ReturnType<typeof indexTerms>>();
  for (const message of messages) {
    analyzed.set(message.id, indexTerms(message));
    if (message.message_text.length > longText || analyzed.size % manyTexts === 0) await breathe();
  }
  await dialect.insertRows(
    trx,
    'interviewly.documents',
    {
      id: 'text',
      owner: 'integer',
      conversation_id: 'text',
      context_type: 'text',
      role: 'text',
      created_at: 'timestamp',
      length: 'integer',
      reading: 'text',
    },
    messages.map((message) => [
      message.id,
      owner,
      message.conversation_id,
      message.context_type,
      message.message_role,
      message.created_at,
      analyzed.get(message.id)!.length,
      readingOf(message),
    ]),
  );
  const documents = await trx
    .selectFrom('interviewly.documents')
    .select(['id', 'seq', 'length'])
    .where('owner', '=', owner)
    .where(
      'id',
      'in',
      messages.map((message) => message.id),
    )
    .execute();
  const postings: unknown[][] = [];
  let totalLength = 0;
  for (const { id, seq, length } of documents) {
    totalLength += length;
    for (const [term, tf] of analyzed.get(id)!.terms) postings.push([owner, term, seq, tf, length]);
  }
  await dialect.insertRows(
    trx,
    'interviewly.postings',
    { owner: 'integer', term: 'integer', seq: 'integer', tf: 'integer', length: 'integer' },
    postings,
  );
  await trx
    .updateTable('interviewly.owners')
    .set({
      documents: sql`documents + ${documents.length}`,
      total_length: sql`total_length + ${totalLength}`,
    })
    .where('key', '=', owner)
    .execute();
  return documents.map(({ id, seq }) => ({ id, seq, owner }));
}

/** The owner's number, made on first use. The row stays locked until the transaction ends: stores of one user queue up. */
export async function ownerKey(trx: Transaction<Database>, user: string): Promise<number> {
  const { key } = await trx
    .insertInto('interviewly.owners')
    .values({ user_id: user, documents: 0, total_length: 0, generation: randomInt(2 ** 30) })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ user_id: user }))
    .returning('key')
    .executeTakeFirstOrThrow();
  return key;
}
