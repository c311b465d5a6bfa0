import type { Kysely } from 'kysely';
import { breathe } from '../../../kernel/breathe.ts';
import type { Logger } from '../../../kernel/logger.ts';
import type { Database, Store } from '../../../store/index.ts';
import type { Corpus } from '../corpus.ts';
import { createOwnerCache, type Held, type OwnerCacheOptions } from '../owner-cache.ts';
import { bytesARow, type Kept, QuantizedVectors } from './quantized-vectors.ts';

/** Which of an owner's vectors are asked for. */
export interface VectorsWanted {
  model: number;
  dimensions: number;
}

interface Entry extends Held {
  rows: QuantizedVectors;
  model: number;
  revision: number;
  /** One refresh after the other. */
  refreshing: Promise<void>;
}

export interface VectorCacheOptions extends Partial<OwnerCacheOptions> {
  /** Smaller memories are searched as fast in the database. */
  minDocuments?: number;
}

/** Rows loaded by one statement: of bits, and of vectors, which weigh sixteen times as much. */
const pageRows: Record<Kept, number> = { bits: 5_000, steps: 300 };

export type VectorCache = ReturnType<typeof createVectorCache>;

/**
 * The vectors of the people who are talking now, quantized and held in the process: they tell the nearest and, where there is
 * room for more than bits, how near they are. The database's executor takes 0.2 µs a row for the bits whatever it does, and fetching hundreds of
 * whole vectors for ten results takes most of a search.
 *
 * It is a shortcut and never the truth. Cold, it answers null, and the database searches while the vectors are loaded
 * for the next question. Every question brings the revision and the generation that the database has, in the statement
 * that it makes anyway: what any process stored since is fetched first; where any process forgot something, all is
 * loaded anew.
 */
export function createVectorCache(
  { store, logger }: { store: Pick<Store, 'read' | 'dialect'>; logger: Logger },
  { maxBytes = 2 ** 27, minDocuments = 100, idleMs }: VectorCacheOptions = {},
) {
  const cache = createOwnerCache<Entry>({ logger, what: 'the vectors' }, { maxBytes, idleMs });

  /** All there is room for: whole vectors in steps, else bits; null where there is no room for these either. */
  function keptOf({ count }: Corpus, { dimensions }: VectorsWanted): Kept | null {
    const fits = (kept: Kept) => count * bytesARow(dimensions, kept) <= maxBytes;
    return fits('steps') ? 'steps' : fits('bits') ? 'bits' : null;
  }

  async function load(
    { owner, count, revision }: Corpus,
    { model, dimensions }: VectorsWanted,
    kept: Kept,
  ): Promise<Entry> {
    const rows = new QuantizedVectors(dimensions, count, kept);
    const limit = pageRows[kept];
    for (let after = 0; ; ) {
      const page = await store.read((db) => fetchInto(db, rows, { owner, model, after, limit }));
      if (page.length < limit) break;
      after = page.at(-1)!;
      await breathe();
    }
    return {
      rows,
      model,
      revision,
      refreshing: Promise.resolve(),
      get bytes() {
        return rows.bytes;
      },
    };
  }

  /** Adds what the database has of these; their numbers. */
  async function fetchInto(
    db: Kysely<Database>,
    rows: QuantizedVectors,
    which: { owner: number; model: number } & ({ among: number[] } | { after: number; limit: number }),
  ): Promise<number[]> {
    if (rows.kept === 'bits') {
      const page = await store.dialect.storedBits(db, which);
      for (const { seq, bits } of page) rows.addBits(seq, bits);
      return page.map(({ seq }) => seq);
    }
    const page = await store.dialect.storedVectors(db, which);
    for (const { seq, vector } of page) rows.add(seq, vector);
    return page.map(({ seq }) => seq);
  }

  /** Fetches what was stored since the entry's revision; false where that is no longer known. */
  async function refresh(db: Kysely<Database>, wanted: Corpus, entry: Entry): Promise<boolean> {
    const changes = await db
      .selectFrom('interviewly.vector_changes')
      .select(['revision', 'seq'])
      .where('owner', '=', wanted.owner)
      .where('revision', '>', entry.revision)
      .execute();
    const revisions = new Set(changes.map(({ revision }) => revision));
    const newest = Math.max(entry.revision, ...revisions);
    // The log keeps the latest only: a gap means that some of it is gone.
    if (revisions.size < newest - entry.revision || newest < wanted.revision) return false;
    const among = changes.map(({ seq }) => seq);
    await fetchInto(db, entry.rows, { owner: wanted.owner, model: entry.model, among });
    entry.revision = newest;
    return true;
  }

  /** What is held, brought up to date; null where nothing is, there is no room for it any more, or it can't be. */
  async function upToDate(
    db: Kysely<Database>,
    corpus: Corpus,
    model: number,
    entry: Entry | null,
  ): Promise<QuantizedVectors | null> {
    if (entry?.model !== model) return null;
    if (entry.revision >= corpus.revision) return entry.rows;
    if (entry.rows.bytesOf(corpus.count) > maxBytes) return null;
    let isCurrent = false;
    entry.refreshing = entry.refreshing
      .catch(() => {})
      .then(async () => {
        isCurrent = entry.revision >= corpus.revision || (await refresh(db, corpus, entry));
      });
    await entry.refreshing;
    cache.trim();
    return isCurrent ? entry.rows : null;
  }

  return {
    /** The owner's vectors, as new as the corpus says; null where they are not at hand (yet). */
    async rowsOf(
      db: Kysely<Database>,
      corpus: Corpus,
      wanted: VectorsWanted,
    ): Promise<QuantizedVectors | null> {
      if (corpus.count < minDocuments) return null;
      const held = await upToDate(db, corpus, wanted.model, cache.get(corpus));
      if (held) return held;
      cache.forget(corpus.owner);
      const kept = keptOf(corpus, wanted);
      if (kept) cache.startLoading(corpus, () => load(corpus, wanted, kept));
      return null;
    },

    /** Brings what is held up to date before anybody asks; what can't be is let go of. Nothing is loaded that is not held. */
    async keepUp(db: Kysely<Database>, corpus: Corpus, model: number): Promise<void> {
      const entry = cache.peek(corpus);
      if (entry && !(await upToDate(db, corpus, model, entry))) cache.forget(corpus.owner);
    },

    /** Lets go of what is held of an owner. */
    forget: cache.forget,
    settled: cache.settled,
  };
}
