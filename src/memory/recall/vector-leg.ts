import type { Kysely } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import type { Corpus } from './corpus.ts';
import type { Permitted } from './permitted.ts';
import type { QuantizedVectors } from './quantized/quantized-vectors.ts';
import type { VectorCache } from './quantized/vector-cache.ts';

/**
 * How many survive the first stage of the vector search (docs/decisions/0003). With 1,536 dimensions 400 hold all of the ten
 * nearest among 1,000 to 40,000 messages, and 99.9 per cent among 100,000; of the hundred nearest, four times as many hold
 * 99.7. Fewer dimensions are fewer bits, which tell less of a message and cost less to look at: with the 512 of the local
 * engine 400 hold 98.0 of the ten nearest among 8,400 messages, and 88 of the seventy; as many numbers to compare as
 * 400 of 1,536 are, 99.8 and 98.6.
 */
const bitCandidates = (limit: number, count: number, dimensions: number) =>
  Math.max(Math.ceil((400 * Math.max(1_536, dimensions)) / dimensions), 4 * limit, Math.ceil(count / 125));

export interface QueryVector {
  model: number;
  /** Unit length. */
  query: Float32Array;
}

export interface VectorCandidates {
  /** Among them the nearest that were asked for. */
  seqs: number[];
  /** Of those whose cosine was needed to tell. */
  cosines: ReadonlyMap<number, number>;
  /** What told, where it was not the database. */
  by: QuantizedVectors | null;
}

/**
 * The documents among which an owner's `limit` nearest to a vector are. They are picked in the process where the owner's
 * vectors are at hand, else in the database: the same but for cosines that differ by less than 0.0001.
 */
export async function vectorLeg(
  { store, vectors }: { store: Store; vectors: VectorCache },
  db: Kysely<Database>,
  corpus: Corpus,
  { model, query }: QueryVector,
  { allowed, excluded, permits }: Permitted,
  limit: number,
): Promise<VectorCandidates> {
  const { owner, count } = corpus;
  const candidates = bitCandidates(limit, count, query.length);
  if (!allowed || allowed.size > candidates) {
    const by = await vectors.rowsOf(db, corpus, { model, dimensions: query.length });
    if (by) {
      const which = allowed || excluded.size > 0 ? permits : undefined;
      return { ...by.nearest(query, { candidates, limit }, which), by };
    }
  }
  const near = await store.dialect.nearest(db, {
    owner,
    model,
    query,
    candidates: candidates + excluded.size,
    limit: limit + excluded.size,
    ...(allowed && { among: [...allowed] }),
  });
  const nearest = near.filter(permits).slice(0, limit);
  return {
    seqs: nearest.map(({ seq }) => seq),
    cosines: new Map(nearest.map(({ seq, cosine }) => [seq, cosine])),
    by: null,
  };
}

/** The nearest of the candidates with their cosines, best first; of equally near ones the newer. */
export async function nearestOf(
  store: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  vector: QueryVector,
  among: VectorCandidates,
  limit: number,
): Promise<Map<number, number>> {
  const cosines = await cosinesAmong(store, db, vector, among);
  const nearest = [...cosines].sort(([a, near], [b, nearer]) => nearer - near || b - a);
  return new Map(nearest.slice(0, limit));
}

/** The cosines of the candidates, or of the nearest of them. */
export async function cosinesAmong(
  store: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  vector: QueryVector,
  { seqs, cosines: known, by }: VectorCandidates,
): Promise<ReadonlyMap<number, number>> {
  return known.size > 0 ? known : cosinesOf(store, db, vector, seqs, by);
}

/** The cosines of a vector and those of documents, where they have one: as they are held, else as the database has them. */
export async function cosinesOf(
  { dialect }: Pick<Store, 'dialect'>,
  db: Kysely<Database>,
  { model, query }: QueryVector,
  seqs: number[],
  held: QuantizedVectors | null,
): Promise<Map<number, number>> {
  const known = held?.cosines(query, seqs);
  if (known) return known;
  if (seqs.length === 0) return new Map();
  const rows = await db
    .selectFrom('interviewly.vectors as v')
    .select(['v.seq', dialect.cosine('v.vector', query).as('cosine')])
    .where('v.model', '=', model)
    .where(dialect.isOneOf('v.seq', seqs))
    .execute();
  return new Map(rows.map(({ seq, cosine }) => [seq, cosine]));
}
