import type { Kysely } from 'kysely';
import { type EmbeddingEngine, EmbeddingUnavailable } from '../ai/index.ts';
import { type Database, instant, type Store } from '../store/index.ts';
import { selectMessages, toMessage } from './messages.ts';
import type {
  AllMessages,
  AllVectors,
  MessageVector,
  MessageVectors,
  Role,
  VectorsRequest,
} from './types.ts';

export interface VectorParts {
  store: Store;
  embedding: Pick<EmbeddingEngine, 'name'>;
  /** The number of the engine's model. */
  model(): Promise<number>;
}

/** Vectors and messages that one statement asks for by their numbers. */
const atOnce = 500;
const mostVectors = 10_000;

/**
 * The vectors of an owner's messages, of the engine in use alone: those of another model cannot be compared with them. Of
 * more than the limit, every n-th in the order of time, so that the sample shows the whole of it and stays the same.
 */
export async function ownVectors(
  parts: VectorParts,
  user: string,
  { limit = 2_000, role, since, until }: VectorsRequest,
): Promise<MessageVectors> {
  const { store, embedding } = parts;
  const empty = { engine: embedding.name, total: 0, vectors: [] };
  const model = await comparable(parts);
  if (typeof model !== 'number') return { ...empty, ...model };
  return store.read(async (db) => {
    let query = embedded(db, model)
      .select('d.seq')
      .innerJoin('interviewly.owners as o', 'o.key', 'd.owner')
      .where('o.user_id', '=', user);
    if (role) query = query.where('d.role', '=', role);
    if (since) query = query.where('d.created_at', '>=', instant(since));
    if (until) query = query.where('d.created_at', '<=', instant(until));
    const rows = await query.orderBy('d.created_at').orderBy('d.seq').execute();
    const wanted = evenly(rows, Math.min(limit, mostVectors)).map(({ seq }) => seq);
    const vectors = await load(parts.store, db, model, wanted);
    return { engine: embedding.name, total: rows.length, vectors };
  });
}

/** A page of everybody's vectors. */
export async function allVectors(
  parts: VectorParts,
  { after = 0, limit = 1_000, role }: { after?: number; limit?: number; role?: Role },
): Promise<AllVectors> {
  const { store, embedding } = parts;
  const engine = embedding.name;
  const model = await comparable(parts);
  if (typeof model !== 'number') return { engine, vectors: [], next: null, ...model };
  return store.read(async (db) => {
    let query = embedded(db, model)
      .select('d.seq')
      .innerJoin('interviewly.owners as o', 'o.key', 'd.owner')
      .select('o.user_id')
      .where('d.seq', '>', after);
    if (role) query = query.where('d.role', '=', role);
    const rows = await query.orderBy('d.seq').limit(limit).execute();
    const owners = new Map(rows.map(({ seq, user_id }) => [seq, user_id]));
    const loaded = await load(store, db, model, [...owners.keys()]);
    const vectors = loaded.map((one) => ({ ...one, user_id: owners.get(one.seq)! }));
    return { engine, vectors, next: rows.length < limit ? null : rows.at(-1)!.seq };
  });
}

/** A page of everybody's messages. */
export async function allMessages(
  parts: VectorParts,
  { after = 0, limit = 500 }: { after?: number; limit?: number },
): Promise<AllMessages> {
  const { store, embedding } = parts;
  const model = store.dialect.searchTypes ? await parts.model() : null;
  return store.read(async (db) => {
    let page = selectMessages(db)
      .innerJoin('interviewly.documents as d', 'd.id', 'user_message_embeddings.id')
      .select(['d.seq', 'user_message_embeddings.user_id'])
      .where('d.seq', '>', after);
    const waiting = model === null ? null : await firstWaiting(db, after);
    if (waiting !== null) page = page.where('d.seq', '<', waiting);
    const rows = await page.orderBy('d.seq').limit(limit).execute();
    const seqs = rows.map(({ seq }) => seq);
    const stored =
      model === null || seqs.length === 0
        ? []
        : await store.dialect.storedVectors(db, { model, among: seqs });
    const vectors = new Map(stored.map(({ seq, vector }) => [seq, vector]));
    return {
      engine: embedding.name,
      messages: rows.map((row) => ({
        seq: row.seq,
        user_id: row.user_id,
        message: toMessage(row),
        vector: vectors.get(row.seq) ?? null,
      })),
      next: rows.length < limit ? null : rows.at(-1)!.seq,
      waiting: waiting !== null,
    };
  });
}

/** The number of the first message after this one that is still to be embedded. */
async function firstWaiting(db: Kysely<Database>, after: number): Promise<number | null> {
  const row = await db
    .selectFrom('interviewly.embedding_jobs as j')
    .innerJoin('interviewly.documents as d', 'd.id', 'j.id')
    .select((select) => select.fn.min<number | null>('d.seq').as('seq'))
    .where('j.set_aside', '=', false)
    .where('d.seq', '>', after)
    .executeTakeFirst();
  return row?.seq ?? null;
}

/** The documents that have a vector of the model. */
function embedded(db: Kysely<Database>, model: number) {
  return db
    .selectFrom('interviewly.documents as d')
    .innerJoin('interviewly.vectors as v', (join) =>
      join.onRef('v.seq', '=', 'd.seq').on('v.model', '=', model),
    );
}

/** In the order of the numbers; what was forgotten in between is left out. */
async function load(
  store: Store,
  db: Kysely<Database>,
  model: number,
  seqs: readonly number[],
): Promise<(MessageVector & { seq: number })[]> {
  const found = new Map<number, MessageVector & { seq: number }>();
  for (let start = 0; start < seqs.length; start += atOnce) {
    const among = seqs.slice(start, start + atOnce);
    const vectors = new Map(
      (await store.dialect.storedVectors(db, { model, among })).map(({ seq, vector }) => [seq, vector]),
    );
    const rows = await selectMessages(db)
      .innerJoin('interviewly.documents as d', 'd.id', 'user_message_embeddings.id')
      .select('d.seq')
      .where('d.seq', 'in', among)
      .execute();
    for (const row of rows) {
      const vector = vectors.get(row.seq);
      if (vector) found.set(row.seq, { seq: row.seq, message: toMessage(row), vector });
    }
  }
  return seqs.flatMap((seq) => found.get(seq) ?? []);
}

function evenly<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
}

/** The number of the model, or why there are no vectors of it. */
async function comparable({ store, model }: VectorParts): Promise<number | { degraded: string }> {
  if (!store.dialect.searchTypes) return { degraded: whyNone(store) };
  try {
    return await model();
  } catch (error) {
    if (error instanceof EmbeddingUnavailable) return { degraded: error.message };
    throw error;
  }
}

function whyNone(store: Store): string {
  const { vectors } = store.dialect;
  return vectors.available ? 'the database has no vectors yet' : vectors.reason;
}
