import type { Kysely } from 'kysely';
import { type Database, type Store, signBits } from '../../store/index.ts';
import type { BitCache } from './bits/bit-cache.ts';
import type { Corpus } from './legs.ts';

/**
 * How many survive the first stage of the vector search (docs/decisions/0003): of the ten nearest, 200 candidates hold
 * 99.5 to 100 per cent among 1,000 to 50,000 messages; of the hundred nearest, four times as many 99.7.
 */
const bitCandidates = (limit: number) => Math.max(200, 4 * limit);

export interface QueryVector {
  model: number;
  /** Unit length. */
  query: Float32Array;
}

/** What a search may find: `allowed` where filters leave only some, `excluded` for the few that are not wanted. */
export interface Permitted {
  allowed: ReadonlySet<number> | null;
  excluded: ReadonlySet<number>;
  permits(document: { seq: number }): boolean;
}

/**
 * The owner's documents nearest to a vector, best first: the bits pick some hundred, exact cosines order them. The bits
 * are compared in the process where they are at hand, else in the database; both pick the same.
 */
export async function vectorLeg(
  { store, bits }: { store: Store; bits: BitCache },
  db: Kysely<Database>,
  corpus: Corpus,
  { model, query }: QueryVector,
  { allowed, excluded, permits }: Permitted,
  limit: number,
): Promise<{ seq: number; cosine: number }[]> {
  const { owner, count, revision } = corpus;
  const candidates = bitCandidates(limit);
  if (!allowed || allowed.size > candidates) {
    const rows = await bits.rowsOf(db, { owner, model, dimensions: query.length, count, revision });
    if (rows) {
      const among = rows.nearest(signBits(query), candidates, permits);
      return store.dialect.cosines(db, { model, query, among, limit });
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
  return near.filter(permits).slice(0, limit);
}
