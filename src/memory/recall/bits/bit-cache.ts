import type { Kysely } from 'kysely';
import type { Logger } from '../../../kernel/logger.ts';
import type { Database, Store } from '../../../store/index.ts';
import { BitRows } from './bit-rows.ts';

/** Whose bits are asked for, and the state of them that the database has. */
export interface BitsWanted {
  owner: number;
  model: number;
  dimensions: number;
  /** Documents of the owner, for the size. */
  count: number;
  /** Raised with each vector of the owner's that is stored. */
  revision: number;
}

interface Entry {
  rows: BitRows;
  model: number;
  revision: number;
  usedAt: number;
  /** One refresh after the other. */
  refreshing: Promise<void>;
}

export interface BitCacheOptions {
  /** All entries together, in bytes. */
  maxBytes?: number;
  /** Smaller memories are searched as fast in the database. */
  minDocuments?: number;
  /** An owner who has not asked for so long is let go, in ms. */
  idleMs?: number;
}

/** Rows loaded by one statement. */
const pageRows = 5_000;

export type BitCache = ReturnType<typeof createBitCache>;

/**
 * The first stage of the vector search, held in the process for the people who are talking now. The database's executor
 * takes 0.2 µs a row whatever it does; at 50,000 messages that is five times what comparing their bits takes.
 *
 * It is a shortcut and never the truth. Cold, it answers null, and the database searches while the bits are loaded
 * for the next question. Every question brings the revision that the database has, in the statement that it makes
 * anyway: what any process stored since is fetched first. What was deleted since may still be a candidate, but the
 * second stage, in the database, no longer finds its vector.
 */
export function createBitCache(
  { store, logger }: { store: Pick<Store, 'read' | 'dialect'>; logger: Logger },
  { maxBytes = 64 * 2 ** 20, minDocuments = 1_000, idleMs = 10 * 60_000 }: BitCacheOptions = {},
) {
  const entries = new Map<number, Entry>();
  const loading = new Map<number, Promise<void>>();

  async function load({ owner, model, dimensions, count, revision }: BitsWanted): Promise<void> {
    const rows = new BitRows(dimensions, count);
    for (let after = 0; ; ) {
      const page = await store.read((db) =>
        store.dialect.storedBits(db, { owner, model, after, limit: pageRows }),
      );
      for (const { seq, bits } of page) rows.add(seq, bits);
      if (page.length < pageRows) break;
      after = page.at(-1)!.seq;
    }
    makeRoom(rows.bytes);
    entries.set(owner, { rows, model, revision, usedAt: Date.now(), refreshing: Promise.resolve() });
  }

  /** Lets go of those who have not asked for long, then of the longest idle, until there is room. */
  function makeRoom(needed: number): void {
    const now = Date.now();
    const oldest = [...entries].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    let taken = needed + oldest.reduce((sum, [, { rows }]) => sum + rows.bytes, 0);
    for (const [owner, { rows, usedAt }] of oldest) {
      if (now - usedAt < idleMs && taken <= maxBytes) return;
      entries.delete(owner);
      taken -= rows.bytes;
    }
  }

  function startLoading(wanted: BitsWanted): void {
    // One at a time: several large ones at once would keep the pool from those who ask.
    if (loading.size > 0 || wanted.count * (wanted.dimensions / 8 + 62) > maxBytes) return;
    loading.set(
      wanted.owner,
      load(wanted)
        .catch((error: unknown) => {
          const reason = store.dialect.failure(error)?.reason ?? 'unknown';
          logger.debug({ reason }, 'the bits of an owner were not loaded');
        })
        .finally(() => loading.delete(wanted.owner)),
    );
  }

  /** Fetches what was stored since the entry's revision; false where that is no longer known. */
  async function refresh(db: Kysely<Database>, wanted: BitsWanted, entry: Entry): Promise<boolean> {
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
    const { owner, model } = wanted;
    for (const { seq, bits } of await store.dialect.storedBits(db, { owner, model, among })) {
      entry.rows.add(seq, bits);
    }
    entry.revision = newest;
    return true;
  }

  return {
    /** The owner's bits, as new as the revision says; null where they are not at hand (yet). */
    async rowsOf(db: Kysely<Database>, wanted: BitsWanted): Promise<BitRows | null> {
      if (wanted.count < minDocuments) return null;
      const entry = entries.get(wanted.owner);
      if (entry && entry.model === wanted.model) {
        entry.usedAt = Date.now();
        if (entry.revision >= wanted.revision) return entry.rows;
        let current = false;
        entry.refreshing = entry.refreshing
          .catch(() => {})
          .then(async () => {
            current = entry.revision >= wanted.revision || (await refresh(db, wanted, entry));
          });
        await entry.refreshing;
        if (current) return entry.rows;
      }
      entries.delete(wanted.owner);
      startLoading(wanted);
      return null;
    },

    /** Lets go of what is held of an owner. */
    forget(owner: number): void {
      entries.delete(owner);
    },

    /** Waits until nothing is being loaded: for tests and benchmarks. */
    async settled(): Promise<void> {
      await Promise.all(loading.values());
    },
  };
}
