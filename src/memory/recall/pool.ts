import { type Kysely, type NotNull, sql } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { readIndexable } from '../indexable.ts';
import { selectDocuments } from '../messages.ts';
import type { Reading } from '../rank/reading.ts';
import { decodeReading } from '../rank/stored-reading.ts';
import type { Candidate } from '../rank/types.ts';
import type { Role } from '../types.ts';
import { frequenciesIn, type TermPostings } from './keyword-leg.ts';
import type { QueryVector } from './vector-leg.ts';

/**
 * Documents, and the messages right before and after each in its conversation, in one statement: the neighbours of the
 * named ones are named, those of neighbours are not. A document without a vector has no cosine.
 */
async function documentsAround(
  { dialect }: Store,
  db: Kysely<Database>,
  seqs: number[],
  vector: QueryVector | null,
) {
  const neighbour = (extreme: 'max' | 'min', comparison: '<' | '>') => sql<number | null>`(
    select ${sql.raw(extreme)}(n.seq) from ${sql.table('interviewly.documents')} n
    where n.owner = o.owner and n.conversation_id = o.conversation_id and n.seq ${sql.raw(comparison)} o.seq)`;
  const cosine = vector
    ? sql<number | null>`(select ${dialect.cosine('v.vector', vector.query)}
        from ${sql.table('interviewly.vectors')} v where v.seq = d.seq and v.model = ${vector.model})`
    : sql<null>`null`;
  return db
    .with(
      (cte) => cte('around').materialized(),
      (cte) =>
        cte
          .selectFrom('interviewly.documents as o')
          .select(['o.seq', neighbour('max', '<').as('previous'), neighbour('min', '>').as('next')])
          .where(dialect.isOneOf('o.seq', seqs)),
    )
    .with('wanted', (cte) =>
      cte
        .selectFrom('around')
        .select('seq')
        .union(
          cte
            .selectFrom('around')
            .select('previous as seq')
            .where('previous', 'is not', null)
            .$narrowType<{ seq: NotNull }>(),
        )
        .union(
          cte
            .selectFrom('around')
            .select('next as seq')
            .where('next', 'is not', null)
            .$narrowType<{ seq: NotNull }>(),
        ),
    )
    .selectFrom('wanted as w')
    .innerJoin('interviewly.documents as d', 'd.seq', 'w.seq')
    .leftJoin('around as a', 'a.seq', 'w.seq')
    .select(['d.seq', 'd.role', 'd.conversation_id', 'd.created_at', 'd.length', 'd.reading'])
    .select(['a.previous', 'a.next', cosine.as('cosine')])
    .execute();
}

/** What was read off documents that were indexed before readings were kept, or by another version: made from their texts. */
async function readAgain(store: Store, db: Kysely<Database>, seqs: number[]): Promise<Map<number, Reading>> {
  if (seqs.length === 0) return new Map();
  const rows = await selectDocuments(store, db, seqs).execute();
  return new Map(rows.map((row) => [row.seq, readIndexable(row.message_text, row.message_role)]));
}

export interface PoolOf {
  /** Documents among which the `nearest` nearest to the vector are, and those that hold the query's words. */
  near: readonly number[];
  lexical: readonly number[];
  nearest: number;
  vector: QueryVector | null;
  postings: readonly TermPostings[];
  /** Whether a document may be among the results; a neighbour that may not is looked at all the same. */
  permits(document: { seq: number }): boolean;
}

/**
 * Loads what ranking looks at: the candidates, and the messages around them, which tell what a short answer is about.
 * No text is among it: what counts was read off it when it was indexed. `there`: the documents that have a vector.
 */
export async function loadPool(
  store: Store,
  db: Kysely<Database>,
  { near, lexical, nearest, vector, postings, permits }: PoolOf,
): Promise<{ pool: Candidate[]; there: Set<number> }> {
  const asked = [...new Set([...near, ...lexical])];
  if (asked.length === 0) return { pool: [], there: new Set() };
  const rows = await documentsAround(store, db, asked, vector);
  const cosines = new Map(rows.flatMap(({ seq, cosine }) => (cosine === null ? [] : [[seq, cosine]])));
  const byCosine = near.filter((seq) => cosines.has(seq));
  byCosine.sort((a, b) => cosines.get(b)! - cosines.get(a)! || b - a);
  const candidates = new Set([...byCosine.slice(0, nearest), ...lexical]);

  const beside = new Map<number, { previous?: number; next?: number }>();
  const at = (seq: number) => {
    const place = beside.get(seq) ?? {};
    beside.set(seq, place);
    return place;
  };
  for (const { seq, previous, next } of rows) {
    if (!candidates.has(seq)) continue;
    at(seq);
    // Both ways: «in May» is found by standing behind «when do you start?», whichever of them a leg brought.
    if (previous !== null) [at(seq).previous, at(previous).next] = [previous, seq];
    if (next !== null) [at(seq).next, at(next).previous] = [next, seq];
  }
  const wanted = rows.filter(({ seq }) => beside.has(seq));
  const readings = new Map(wanted.map((row) => [row.seq, row.reading ? decodeReading(row.reading) : null]));
  const unread = wanted.filter((row) => !readings.get(row.seq)).map((row) => row.seq);
  for (const [seq, reading] of await readAgain(store, db, unread)) readings.set(seq, reading);
  const frequencies = frequenciesIn(postings, new Set(beside.keys()));
  const pool = wanted.flatMap((row) => {
    const reading = readings.get(row.seq);
    // Forgotten since its number was read.
    if (!reading) return [];
    return {
      seq: row.seq,
      reading,
      role: row.role as Role,
      conversation: row.conversation_id,
      createdAt: new Date(row.created_at),
      cosine: row.cosine,
      termFrequencies: frequencies.get(row.seq) ?? new Map(),
      length: row.length,
      ...beside.get(row.seq),
      neighbourOnly: !permits(row),
    };
  });
  return { pool, there: new Set(cosines.keys()) };
}
