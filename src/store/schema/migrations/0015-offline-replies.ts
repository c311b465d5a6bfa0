import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../../dialect/dialect.ts';
import type { Database } from '../../tables/database.ts';
import type { Migration } from './migration.ts';

const atOnce = 500;
/** What ranking reads off an empty text, as memory/rank/stored-reading.ts (3) lays it out. */
const nothingRead = `${Buffer.from([3, ...Array<number>(31).fill(0)]).toString('base64')}  `;

/**
 * The offline engine's replies say nothing but what was recalled, and are indexed no longer (memory/own-words.ts). Those that
 * were leave the index; their places in it stay, since figures are counted on by these numbers.
 */
export const offlineReplies: Migration = {
  name: '0015-offline-replies',
  async up(db, dialect) {
    for (let after = 0; ; ) {
      const rows = await db
        .selectFrom('interviewly.documents as d')
        .innerJoin('user_message_embeddings as m', 'm.id', 'd.id')
        .select(['d.seq', 'd.owner', 'd.length', 'd.id', 'm.metadata_json'])
        .where('d.role', '=', 'assistant')
        .where('d.seq', '>', after)
        .where(sql<boolean>`cast(m.metadata_json as text) like '%"offline"%'`)
        .orderBy('d.seq')
        .limit(atOnce)
        .execute();
      const replies = rows.filter(
        ({ metadata_json: kept }) => kept?.engine === 'offline' && typeof kept.reply_to === 'string',
      );
      for (const [owner, ofOwner] of Map.groupBy(replies, (reply) => reply.owner))
        await empty(db, dialect, owner, ofOwner);
      if (rows.length < atOnce) return;
      after = rows.at(-1)!.seq;
    }
  },
};

async function empty(
  db: Kysely<Database>,
  dialect: Dialect,
  owner: number,
  replies: readonly { seq: number; length: number; id: string }[],
): Promise<void> {
  const seqs = replies.map(({ seq }) => seq);
  const ids = replies.map(({ id }) => id);
  const length = replies.reduce((sum, reply) => sum + reply.length, 0);
  await db.deleteFrom('interviewly.postings').where('owner', '=', owner).where('seq', 'in', seqs).execute();
  if (dialect.searchTypes) {
    await db
      .deleteFrom('interviewly.vector_bits')
      .where('owner', '=', owner)
      .where('seq', 'in', seqs)
      .execute();
    await db.deleteFrom('interviewly.vectors').where('seq', 'in', seqs).execute();
  }
  await db
    .updateTable('interviewly.documents')
    .set({ length: 0, reading: nothingRead })
    .where('seq', 'in', seqs)
    .execute();
  // Else it would be adopted as the vector of what is left of them.
  await dialect.clearEmbeddings(db, ids);
  await db
    .updateTable('interviewly.owners')
    .set({ total_length: sql`total_length - ${length}`, generation: sql`generation + 1` })
    .where('key', '=', owner)
    .execute();
}
