import type { Clock, DateISO } from '../kernel/clock.ts';
import { toISO } from '../kernel/clock.ts';
import { derivedUuid, uuidv7 } from '../kernel/ids.ts';
import { json, type Store } from '../store/index.ts';
import { presentOwner } from './claims.ts';
import { indexDocuments } from './index-documents.ts';
import type { NewMessage, RememberedMessage, RememberOptions } from './types.ts';

interface Row {
  id: string;
  user_id: string;
  message_id: string;
  message_text: string;
  message_role: string;
  conversation_id: string | null;
  context_type: string | null;
  metadata_json: Record<string, unknown> | null;
  created_at: Date;
}

/**
 * The rows to store. A message that brings its own message_id gets a row id derived from it, so that the same message
 * sent twice, even at the same moment by two processes, meets the primary key instead of becoming two rows.
 */
function toRows(user: string, messages: NewMessage[], now: Date): Row[] {
  return messages.map((message, i) => {
    const fresh = uuidv7(now.getTime());
    return {
      id: message.message_id === undefined ? fresh : derivedUuid('message', user, message.message_id),
      user_id: user,
      message_id: message.message_id ?? fresh,
      message_text: message.text,
      message_role: message.role,
      conversation_id: message.conversation_id ?? null,
      context_type: message.context_type ?? null,
      metadata_json: message.metadata ?? null,
      // Messages of one call were said one after the other; a millisecond apart, they stay in that order.
      created_at: message.created_at ?? new Date(now.getTime() - (messages.length - 1 - i)),
    };
  });
}

/** Stores messages and makes them findable by keyword, in one short transaction; embeddings follow from the queue. */
export async function remember(
  store: Store,
  clock: Clock,
  user: string,
  messages: NewMessage[],
  { within }: RememberOptions = {},
): Promise<RememberedMessage[]> {
  if (messages.length === 0) return [];
  const prepared = toRows(user, messages, clock.now());
  return store.transaction(async (trx) => {
    const owner = await presentOwner(trx, user);
    const rows = owner === user ? prepared : prepared.map((row) => ({ ...row, user_id: owner }));
    const known = await trx
      .selectFrom('user_message_embeddings')
      .select(['id', 'message_id', 'conversation_id', 'created_at'])
      .where('user_id', '=', owner)
      .where('message_id', 'in', [...new Set(rows.map((row) => row.message_id))])
      .execute();
    const stored = new Map<string, Omit<RememberedMessage, 'created'>>(
      known.map((row) => [row.message_id, row]),
    );
    const fresh = new Map(rows.filter((row) => !stored.has(row.message_id)).map((row) => [row.id, row]));
    // Of several with one message_id in a call, the first counts.
    for (const row of rows.toReversed()) if (fresh.has(row.id)) fresh.set(row.id, row);
    const inserted = new Set<string>();
    if (fresh.size > 0) {
      const result = await trx
        .insertInto('user_message_embeddings')
        .values(
          [...fresh.values()].map(({ metadata_json, ...row }) => ({
            ...row,
            metadata_json: metadata_json && json(metadata_json),
          })),
        )
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      for (const { id } of result) inserted.add(id);
      await indexDocuments(
        trx,
        store.dialect,
        [...fresh.values()].filter((row) => inserted.has(row.id)),
      );
      // Last, as a claim too takes the owner's index before the rest: so neither waits for the other in a ring.
      if (inserted.size > 0) await within?.(trx);
    }
    const reported = new Set<string>();
    return rows.map((row) => {
      const earlier = stored.get(row.message_id);
      if (earlier) return { ...earlier, created: false };
      const first = fresh.get(row.id)!;
      const created = inserted.has(row.id) && !reported.has(row.id);
      reported.add(row.id);
      return {
        id: first.id,
        message_id: first.message_id,
        conversation_id: first.conversation_id,
        created_at: toISO(first.created_at) as DateISO,
        created,
      };
    });
  });
}
