import { type Kysely, type NotNull, sql } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { decodeReading } from '../rank/stored-reading.ts';
import type { Role } from '../types.ts';
import type { HeldDocuments, PoolDocument } from './documents/held-documents.ts';
import type { QuantizedVectors } from './quantized/quantized-vectors.ts';
import { cosinesOf, type QueryVector } from './vector-leg.ts';

/** What is held of one owner: the documents, and what tells their cosines. */
export interface HeldMemory {
  documents: HeldDocuments;
  vectors: QuantizedVectors | null;
}

/** Which documents are loaded. */
export interface Wanted {
  owner: number;
  /** Best first. */
  documents: readonly number[];
  /** Of how many of these, the first, the messages right before and after come with them. */
  withNeighbours: number;
  vector: QueryVector | null;
  /** What is known already of their cosines with the vector. */
  cosines: ReadonlyMap<number, number>;
}

/** Documents with those beside them, and the cosines of those that have a vector; by their numbers. */
export interface Around {
  documents: Map<number, PoolDocument>;
  cosines: ReadonlyMap<number, number>;
}

/**
 * What is wanted as the database has it, in one statement. The neighbours of the named documents are named, those of
 * neighbours are not. A document without a vector has no cosine.
 */
export async function fromDatabase(store: Store, db: Kysely<Database>, wanted: Wanted): Promise<Around> {
  const rows = await selectAround(store, db, wanted).execute();
  const around = { documents: new Map<number, PoolDocument>(), cosines: new Map<number, number>() };
  for (const { role, conversation_id, created_at, reading, cosine, ...row } of rows) {
    around.documents.set(row.seq, {
      ...row,
      reading: reading ? decodeReading(reading) : null,
      role: role as Role,
      conversation: conversation_id,
      createdAt: new Date(created_at),
    });
    if (cosine !== null) around.cosines.set(row.seq, cosine);
  }
  return around;
}

function selectAround(
  { dialect }: Store,
  db: Kysely<Database>,
  { owner, documents, withNeighbours, vector }: Wanted,
) {
  const neighbour = (extreme: 'max' | 'min', comparison: '<' | '>') => sql<number | null>`(
    select ${sql.raw(extreme)}(n.seq) from ${sql.table('interviewly.documents')} n
    where n.owner = o.owner and n.conversation_id = o.conversation_id and n.seq ${sql.raw(comparison)} o.seq)`;
  const cosine = vector
    ? sql<number | null>`(select ${dialect.cosine('v.vector', vector.query)}
        from ${sql.table('interviewly.vectors')} v where v.seq = d.seq and v.model = ${vector.model})`
    : sql<null>`null`;
  const leading = documents.slice(0, withNeighbours);
  return db
    .with(
      (cte) => cte('around').materialized(),
      (cte) =>
        cte
          .selectFrom('interviewly.documents as o')
          .select(['o.seq', neighbour('max', '<').as('previous'), neighbour('min', '>').as('next')])
          .where(dialect.isOneOf('o.seq', documents))
          .where('o.owner', '=', owner),
    )
    .with('wanted', (cte) => {
      const beside = (which: 'previous' | 'next') =>
        cte
          .selectFrom('around')
          .select(`${which} as seq`)
          .where(which, 'is not', null)
          .where(dialect.isOneOf('seq', leading))
          .$narrowType<{ seq: NotNull }>();
      return cte.selectFrom('around').select('seq').union(beside('previous')).union(beside('next'));
    })
    .selectFrom('wanted as w')
    .innerJoin('interviewly.documents as d', 'd.seq', 'w.seq')
    .leftJoin('around as a', 'a.seq', 'w.seq')
    .select(['d.seq', 'd.role', 'd.conversation_id', 'd.created_at', 'd.length', 'd.reading'])
    .select(['a.previous', 'a.next', cosine.as('cosine')]);
}

/** The same of documents that are all at hand. Where their vectors are not, the database adds the cosines. */
export async function fromHeld(
  { documents: held, vectors }: HeldMemory,
  store: Store,
  db: Kysely<Database>,
  { documents: seqs, withNeighbours, vector, cosines: known }: Wanted,
): Promise<Around> {
  const documents = new Map<number, PoolDocument>();
  const take = (seq: number | null) => {
    if (seq !== null) documents.set(seq, held.get(seq)!);
  };
  seqs.forEach((seq, place) => {
    take(seq);
    if (place >= withNeighbours) return;
    const { previous, next } = held.get(seq)!;
    take(previous);
    take(next);
  });
  if (!vector) return { documents, cosines: new Map() };
  const rest = [...documents.keys()].filter((seq) => !known.has(seq));
  const cosines = await cosinesOf(store, db, vector, rest, vectors);
  for (const [seq, cosine] of known) cosines.set(seq, cosine);
  return { documents, cosines };
}
