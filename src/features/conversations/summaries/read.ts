import type { Kysely } from 'kysely';
import type { DateISO } from '../../../kernel/clock.ts';
import type { Database } from '../../../store/index.ts';

export interface SummaryPoint {
  id: string;
  text: string;
  /** The message_ids it stands on, oldest first. */
  message_ids: string[];
  /** When the first and the last of them were said. */
  from: DateISO;
  to: DateISO;
  engine: string;
}

export interface Summary {
  points: SummaryPoint[];
  state: 'done' | 'pending' | 'set_aside';
  error: string | null;
}

/** The points of a conversation's summary, in the order in which they were said. */
export async function summaryPoints(
  db: Kysely<Database>,
  owner: string,
  conversationId: string,
): Promise<SummaryPoint[]> {
  const rows = await db
    .selectFrom('interviewly.summary_points as p')
    .innerJoin('interviewly.summary_sources as s', 's.point', 'p.id')
    .innerJoin('user_message_embeddings as m', 'm.id', 's.message')
    .select(['p.id', 'p.text', 'p.engine', 'm.message_id', 'm.created_at'])
    .where('p.owner_id', '=', owner)
    .where('m.user_id', '=', owner)
    .where('p.conversation_id', '=', conversationId)
    .orderBy('p.position')
    .orderBy('p.id')
    .orderBy('m.created_at')
    .orderBy('m.id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].map((group) => {
    const { id, text, engine, created_at: from } = group[0]!;
    const message_ids = group.map((row) => row.message_id);
    return { id, text, engine, message_ids, from, to: group.at(-1)!.created_at };
  });
}

/** Null while a conversation is short enough to need none. */
export async function summaryOf(
  db: Kysely<Database>,
  owner: string,
  conversationId: string,
): Promise<Summary | null> {
  const state = await db
    .selectFrom('interviewly.summaries')
    .select(['run_after', 'error', 'set_aside'])
    .where('owner_id', '=', owner)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  if (!state) return null;
  return {
    points: await summaryPoints(db, owner, conversationId),
    state: state.set_aside ? 'set_aside' : state.run_after === null ? 'done' : 'pending',
    error: state.error,
  };
}
