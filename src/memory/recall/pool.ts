import { type Kysely, sql } from 'kysely';
import { shorten } from '../../ai/index.ts';
import type { Database, Store } from '../../store/index.ts';
import { indexableText } from '../indexable.ts';
import { selectDocuments, toMessage } from '../messages.ts';
import type { Candidate } from '../rank/types.ts';
import type { MemoryMessage } from '../types.ts';
import type { LexicalHit } from './legs.ts';

/** Ranking reads every word of up to some 600 messages: of one longer than any chat message, its beginning and its end. */
const longestRead = 20_000;

export interface PooledMessage {
  candidate: Candidate;
  message: MemoryMessage;
}

interface Place {
  seq: number;
  previous: number | null;
  next: number | null;
}

/** The messages right before and after each document in its conversation. */
async function places(db: Kysely<Database>, seqs: number[]): Promise<Place[]> {
  const neighbour = (extreme: 'max' | 'min', comparison: '<' | '>') => sql<number | null>`(
    select ${sql.raw(extreme)}(n.seq) from ${sql.table('interviewly.documents')} n
    where n.owner = d.owner and n.conversation_id = d.conversation_id and n.seq ${sql.raw(comparison)} d.seq)`;
  return db
    .selectFrom('interviewly.documents as d')
    .select(['d.seq', neighbour('max', '<').as('previous'), neighbour('min', '>').as('next')])
    .where('d.seq', 'in', seqs)
    .execute();
}

/**
 * Loads what ranking looks at: the candidates, and the messages around them, which tell what a short answer is about.
 * `cosines` holds what the vector leg knows already; the rest is asked for.
 */
export async function loadPool(
  store: Store,
  db: Kysely<Database>,
  candidates: number[],
  known: {
    hits: Map<number, LexicalHit>;
    cosines: Map<number, number>;
    vector: { model: number; query: Float32Array } | null;
  },
): Promise<Map<number, PooledMessage>> {
  if (candidates.length === 0) return new Map();
  const around = await places(db, candidates);
  const placeOf = new Map(around.map((place) => [place.seq, place]));
  const seqs = new Set(candidates);
  for (const { previous, next } of around) {
    if (previous !== null) seqs.add(previous);
    if (next !== null) seqs.add(next);
  }
  const all = [...seqs];
  const unknown = all.filter((seq) => !known.cosines.has(seq));
  if (known.vector && unknown.length > 0) {
    for (const { seq, cosine } of await store.dialect.cosines(db, { ...known.vector, among: unknown })) {
      known.cosines.set(seq, cosine);
    }
  }
  const rows = await selectDocuments(db, all).execute();
  const wanted = new Set(candidates);
  return new Map(
    rows.map((row) => {
      const message = toMessage(row);
      const hit = known.hits.get(row.seq);
      const place = placeOf.get(row.seq);
      const candidate: Candidate = {
        seq: row.seq,
        text: shorten(indexableText(message.text, message.role), longestRead),
        role: message.role,
        conversation: message.conversation_id,
        createdAt: new Date(message.created_at),
        cosine: known.cosines.get(row.seq) ?? null,
        termFrequencies: hit?.termFrequencies ?? new Map(),
        length: row.length,
        ...(place?.previous != null && { previous: place.previous }),
        ...(place?.next != null && { next: place.next }),
        neighbourOnly: !wanted.has(row.seq),
      };
      return [row.seq, { candidate, message }];
    }),
  );
}
