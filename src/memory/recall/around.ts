import { type Kysely, sql } from 'kysely';
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
 * What is wanted as the database has it, in one statement. A document without a vector has no cosine.
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
  const neighbour = (of: 'o' | 'd', extreme: 'max' | 'min', comparison: '<' | '>') => {
    const [seq, conversation] = [sql.ref(`${of}.seq`), sql.ref(`${of}.conversation_id`)];
    return sql<number | null>`(select ${sql.raw(extreme)}(n.seq) from ${sql.table('interviewly.documents')} n
      where n.owner = ${owner} and n.conversation_id = ${conversation} and n.seq ${sql.raw(comparison)} ${seq})`;
  };
  const cosine = vector
    ? sql<number | null>`(select ${dialect.cosine('v.vector', vector.query)}
        from ${sql.table('interviewly.vectors')} v where v.seq = d.seq and v.model = ${vector.model})`
    : sql<null>`null`;
  const leading = documents.slice(0, withNeighbours);
  return db
    .with('wanted', (cte) => {
      const beside = (extreme: 'max' | 'min', comparison: '<' | '>') =>
        cte
          .selectFrom('interviewly.documents as o')
          .select(neighbour('o', extreme, comparison).as('seq'))
          .where('o.owner', '=', owner)
          .where(dialect.isOneOf('o.seq', leading));
      return cte
        .selectFrom('interviewly.documents as o')
        .select((of) => of.ref('o.seq').$castTo<number | null>().as('seq'))
        .where('o.owner', '=', owner)
        .where(dialect.isOneOf('o.seq', documents))
        .union(beside('max', '<'))
        .union(beside('min', '>'));
    })
    .selectFrom('wanted as w')
    .innerJoin('interviewly.documents as d', 'd.seq', 'w.seq')
    .select(['d.seq', 'd.role', 'd.conversation_id', 'd.created_at', 'd.length', 'd.reading'])
    .select([neighbour('d', 'max', '<').as('previous'), neighbour('d', 'min', '>').as('next')])
    .select(cosine.as('cosine'));
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
