import { type Kysely, sql } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { readIndexable } from '../indexable.ts';
import { selectDocuments } from '../messages.ts';
import type { Reading } from '../rank/reading.ts';
import { decodeReading } from '../rank/stored-reading.ts';
import type { Candidate } from '../rank/types.ts';
import type { Role } from '../types.ts';
import { frequenciesIn, type TermPostings } from './legs.ts';

interface Place {
  seq: number;
  previous: number | null;
  next: number | null;
}

/** The messages right before and after each document in its conversation. */
async function places({ dialect }: Store, db: Kysely<Database>, seqs: number[]): Promise<Place[]> {
  const neighbour = (extreme: 'max' | 'min', comparison: '<' | '>') => sql<number | null>`(
    select ${sql.raw(extreme)}(n.seq) from ${sql.table('interviewly.documents')} n
    where n.owner = d.owner and n.conversation_id = d.conversation_id and n.seq ${sql.raw(comparison)} d.seq)`;
  return db
    .selectFrom('interviewly.documents as d')
    .select(['d.seq', neighbour('max', '<').as('previous'), neighbour('min', '>').as('next')])
    .where(dialect.isOneOf('d.seq', seqs))
    .execute();
}

/** What was read off documents that were indexed before readings were kept, or by another version: made from their texts. */
async function readAgain(store: Store, db: Kysely<Database>, seqs: number[]): Promise<Map<number, Reading>> {
  if (seqs.length === 0) return new Map();
  const rows = await selectDocuments(store, db, seqs).execute();
  return new Map(rows.map((row) => [row.seq, readIndexable(row.message_text, row.message_role)]));
}

/**
 * Loads what ranking looks at: the candidates, and the messages around them, which tell what a short answer is about.
 * No text is among it: what counts was read off it when it was indexed. `cosines` holds what the vector leg knows
 * already; the rest is asked for.
 */
export async function loadPool(
  store: Store,
  db: Kysely<Database>,
  candidates: number[],
  known: {
    postings: readonly TermPostings[];
    cosines: Map<number, number>;
    vector: { model: number; query: Float32Array } | null;
    /** Whether a document may be among the results; a neighbour that may not is looked at all the same. */
    permits(document: { seq: number }): boolean;
  },
): Promise<Candidate[]> {
  if (candidates.length === 0) return [];
  const around = await places(store, db, candidates);
  const beside = new Map<number, { previous?: number; next?: number }>();
  const at = (seq: number) => {
    const place = beside.get(seq) ?? {};
    beside.set(seq, place);
    return place;
  };
  for (const { seq, previous, next } of around) {
    at(seq);
    // Both ways: «in May» is found by standing behind «when do you start?», whichever of them a leg brought.
    if (previous !== null) [at(seq).previous, at(previous).next] = [previous, seq];
    if (next !== null) [at(seq).next, at(next).previous] = [next, seq];
  }
  const all = [...beside.keys()];
  const unknown = all.filter((seq) => !known.cosines.has(seq));
  if (known.vector && unknown.length > 0) {
    for (const { seq, cosine } of await store.dialect.cosines(db, { ...known.vector, among: unknown })) {
      known.cosines.set(seq, cosine);
    }
  }
  const rows = await db
    .selectFrom('interviewly.documents')
    .select(['seq', 'role', 'conversation_id', 'created_at', 'length', 'reading'])
    .where(store.dialect.isOneOf('seq', all))
    .execute();
  const readings = new Map(rows.map((row) => [row.seq, row.reading ? decodeReading(row.reading) : null]));
  const unread = rows.filter((row) => !readings.get(row.seq)).map((row) => row.seq);
  for (const [seq, reading] of await readAgain(store, db, unread)) readings.set(seq, reading);
  const frequencies = frequenciesIn(known.postings, new Set(all));
  return rows.flatMap((row) => {
    const reading = readings.get(row.seq);
    // Forgotten since its number was read.
    if (!reading) return [];
    return {
      seq: row.seq,
      reading,
      role: row.role as Role,
      conversation: row.conversation_id,
      createdAt: new Date(row.created_at),
      cosine: known.cosines.get(row.seq) ?? null,
      termFrequencies: frequencies.get(row.seq) ?? new Map(),
      length: row.length,
      ...beside.get(row.seq),
      neighbourOnly: !known.permits(row),
    };
  });
}
