import { type Kysely, type NotNull, sql } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { readIndexable } from '../indexable.ts';
import { selectDocuments } from '../messages.ts';
import type { Reading } from '../rank/reading.ts';
import { decodeReading } from '../rank/stored-reading.ts';
import type { Candidate } from '../rank/types.ts';
import type { Role } from '../types.ts';
import type { HeldDocuments, PoolDocument } from './documents/held-documents.ts';
import { frequenciesIn, type TermPostings } from './keyword-leg.ts';
import type { QuantizedVectors } from './quantized/quantized-vectors.ts';
import type { QueryVector } from './vector-leg.ts';

/** What is held of one owner: the documents, and what tells their cosines. */
export interface HeldMemory {
  documents: HeldDocuments;
  vectors: QuantizedVectors | null;
}

/** Documents with those beside them, and the cosines of those that have a vector. */
interface Around {
  documents: PoolDocument[];
  cosines: Map<number, number>;
}

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

/** The named documents and those beside them, as the database has them. */
async function fromDatabase(
  store: Store,
  db: Kysely<Database>,
  seqs: number[],
  vector: QueryVector | null,
): Promise<Around> {
  const rows = await documentsAround(store, db, seqs, vector);
  const cosines = new Map(rows.flatMap(({ seq, cosine }) => (cosine === null ? [] : [[seq, cosine]])));
  const documents = rows.map(
    ({ role, conversation_id, created_at, reading, ...row }): PoolDocument => ({
      ...row,
      reading: reading ? decodeReading(reading) : null,
      role: role as Role,
      conversation: conversation_id,
      createdAt: new Date(created_at),
    }),
  );
  return { documents, cosines };
}

/** The same of documents that are all at hand. Where their vectors are not, the database adds the cosines. */
async function fromHeld(
  { documents: held, vectors }: HeldMemory,
  store: Store,
  db: Kysely<Database>,
  seqs: readonly number[],
  vector: QueryVector | null,
): Promise<Around> {
  const documents = new Map<number, PoolDocument>();
  for (const seq of seqs) {
    const document = held.get(seq)!;
    documents.set(seq, document);
    for (const near of [document.previous, document.next])
      if (near !== null) documents.set(near, held.get(near)!);
  }
  if (!vector) return { documents: [...documents.values()], cosines: new Map() };
  const cosines =
    vectors?.cosines(vector.query, documents.keys()) ??
    (await cosinesOf(store, db, [...documents.keys()], vector));
  return { documents: [...documents.values()], cosines };
}

async function cosinesOf(
  { dialect }: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  seqs: number[],
  { model, query }: QueryVector,
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('interviewly.vectors as v')
    .select(['v.seq', dialect.cosine('v.vector', query).as('cosine')])
    .where('v.model', '=', model)
    .where(dialect.isOneOf('v.seq', seqs))
    .execute();
  return new Map(rows.map(({ seq, cosine }) => [seq, cosine]));
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
  /** What of the owner's is held in the process, where all of these documents are. */
  held: HeldMemory | null;
  /** Whether a document may be among the results; a neighbour that may not is looked at all the same. */
  permits(document: { seq: number }): boolean;
}

/**
 * Loads what ranking looks at: the candidates, and the messages around them, which tell what a short answer is about.
 * No text is among it: what counts was read off it when it was indexed.
 */
export async function loadPool(
  store: Store,
  db: Kysely<Database>,
  { near, lexical, nearest, vector, postings, held, permits }: PoolOf,
): Promise<Candidate[]> {
  const asked = [...new Set([...near, ...lexical])];
  if (asked.length === 0) return [];
  const { documents, cosines } = held
    ? await fromHeld(held, store, db, asked, vector)
    : await fromDatabase(store, db, asked, vector);
  const byCosine = near.filter((seq) => cosines.has(seq));
  byCosine.sort((a, b) => cosines.get(b)! - cosines.get(a)! || b - a);
  const candidates = new Set([...byCosine.slice(0, nearest), ...lexical]);

  const beside = new Map<number, { previous?: number; next?: number }>();
  const at = (seq: number) => {
    const known = beside.get(seq);
    if (known) return known;
    const place = {};
    beside.set(seq, place);
    return place as { previous?: number; next?: number };
  };
  for (const { seq, previous, next } of documents) {
    if (!candidates.has(seq)) continue;
    const place = at(seq);
    // Both ways: «in May» is found by standing behind «when do you start?», whichever of them a leg brought.
    if (previous !== null) [place.previous, at(previous).next] = [previous, seq];
    if (next !== null) [place.next, at(next).previous] = [next, seq];
  }
  const wanted = documents.filter(({ seq }) => beside.has(seq));
  const unread = wanted.filter(({ reading }) => !reading).map(({ seq }) => seq);
  const readAnew = await readAgain(store, db, unread);
  const frequencies = frequenciesIn(postings, beside);
  const pool: Candidate[] = [];
  for (const { seq, role, conversation, createdAt, length, reading: stored } of wanted) {
    const reading = stored ?? readAnew.get(seq);
    // Forgotten since its number was read.
    if (!reading) continue;
    const { previous, next } = beside.get(seq)!;
    pool.push({
      seq,
      reading,
      role,
      conversation,
      createdAt,
      cosine: cosines.get(seq) ?? null,
      termFrequencies: frequencies.get(seq) ?? noTerms,
      length,
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
      neighbourOnly: !permits({ seq }),
    });
  }
  return pool;
}

const noTerms: ReadonlyMap<number, number> = new Map();
