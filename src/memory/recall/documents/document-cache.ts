import type { Kysely } from 'kysely';
import { breathe } from '../../../kernel/breathe.ts';
import type { Logger } from '../../../kernel/logger.ts';
import type { Database, Store } from '../../../store/index.ts';
import { decodeReading } from '../../rank/stored-reading.ts';
import type { Role } from '../../types.ts';
import type { Corpus } from '../corpus.ts';
import { createOwnerCache, type OwnerCacheOptions } from '../owner-cache.ts';
import { HeldDocuments } from './held-documents.ts';

/** Rows loaded by one statement. */
const pageRows = 1_000;
/** What a document takes as a rule, in bytes: tells whether there is room before they are read. */
const usualBytes = 1_300;

export type DocumentCache = ReturnType<typeof createDocumentCache>;

/**
 * What ranking looks at, of the people who are talking now: fetching a hundred documents with their neighbours
 * for each question takes the database, and taking them apart the process, longer than everything else together.
 *
 * It is a shortcut and never the truth. Stores of one owner queue up (`ownerKey`), so their numbers grow in the order in
 * which they become visible, and what is new is whatever has a higher number than the newest held. Every question brings the
 * generation and the number of documents that the database has: where it is another generation something was forgotten, where
 * it is not the number held something was merged, and all is loaded anew, while the database answers.
 */
export function createDocumentCache(
  { store, logger }: { store: Pick<Store, 'read' | 'dialect'>; logger: Logger },
  { maxBytes = 32 * 2 ** 20, idleMs }: Partial<OwnerCacheOptions> = {},
) {
  const cache = createOwnerCache<HeldDocuments>({ logger, what: 'the documents' }, { maxBytes, idleMs });

  /**
   * The numbers of what is newer than `newest`, ascending. Numbers first and documents by their numbers: an order and a
   * limit would tempt the database to walk through everybody's documents for the few of one owner.
   */
  async function newerThan(db: Kysely<Database>, owner: number, newest: number): Promise<number[]> {
    const rows = await db
      .selectFrom('interviewly.documents')
      .select('seq')
      .where('owner', '=', owner)
      .where('seq', '>', newest)
      .execute();
    return rows.map(({ seq }) => seq).sort((a, b) => a - b);
  }

  async function addTo(held: HeldDocuments, db: Kysely<Database>, seqs: number[]): Promise<void> {
    const rows = await db
      .selectFrom('interviewly.documents')
      .select(['seq', 'role', 'conversation_id', 'created_at', 'length', 'reading'])
      .where(store.dialect.isOneOf('seq', seqs))
      .execute();
    for (const { role, conversation_id, created_at, reading, ...row } of rows.sort((a, b) => a.seq - b.seq))
      held.add({
        ...row,
        reading: reading ? decodeReading(reading) : null,
        role: role as Role,
        conversation: conversation_id,
        createdAt: new Date(created_at),
      });
  }

  async function load(owner: number): Promise<HeldDocuments> {
    const held = new HeldDocuments();
    const seqs = await store.read((db) => newerThan(db, owner, 0));
    for (let at = 0; at < seqs.length; at += pageRows) {
      const page = seqs.slice(at, at + pageRows);
      await store.read((db) => addTo(held, db, page));
      await breathe();
    }
    return held;
  }

  const isRoomFor = (count: number) => count * usualBytes <= maxBytes;

  /** What is held, brought up to date; null where nothing is, there is no room for it any more, or it can't be. */
  async function upToDate(
    db: Kysely<Database>,
    { owner, count }: Corpus,
    held: HeldDocuments | null,
  ): Promise<HeldDocuments | null> {
    if (!held || held.size === count) return held;
    if (!isRoomFor(count) || count - held.size > pageRows) return null;
    const newer = await newerThan(db, owner, held.newest);
    if (newer.length > 0 && newer.length <= pageRows) await addTo(held, db, newer);
    cache.trim();
    // What was stored between the two statements is newer than the count.
    return held.size === count || (held.size > count && newer.length > 0) ? held : null;
  }

  return {
    /** The owner's documents, as new as the corpus says; null where they are not at hand (yet). */
    async of(db: Kysely<Database>, corpus: Corpus): Promise<HeldDocuments | null> {
      const held = await upToDate(db, corpus, cache.get(corpus));
      if (held) return held;
      const { owner, count } = corpus;
      cache.forget(owner);
      if (isRoomFor(count)) cache.startLoading(corpus, () => load(owner));
      return null;
    },

    /** Brings what is held up to date before anybody asks; what can't be is let go of. Nothing is loaded that is not held. */
    async keepUp(db: Kysely<Database>, corpus: Corpus): Promise<void> {
      const held = cache.peek(corpus);
      if (held && !(await upToDate(db, corpus, held))) cache.forget(corpus.owner);
    },

    forget: cache.forget,
    settled: cache.settled,
  };
}
