import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { Context } from '../src/context.ts';
import { createModels } from '../src/memory/embedding-queue/active-model.ts';
import { indexDocuments } from '../src/memory/index-documents.ts';
import { vectorBinary } from '../src/store/dialect/vectors.ts';
import type { Database, Store } from '../src/store/index.ts';
import { arrivals, type BenchMessage, type BenchUser } from './corpus/corpus.ts';
import { vectorOf } from './corpus/vectors.ts';

/*
 * Fills a database far faster than requests could. The keyword index, the vectors and the bits go in through the
 * product's own functions; bypassed are HTTP and its validation, the look-up of message_ids, the queue (its jobs are
 * deleted, the vectors stored at once) and, for the column of record, the update of a row that is there already.
 */

export interface Filled {
  rows: number;
  /** Time in the database, by what was written, in ms. Making texts and vectors is not in it. */
  rowsMs: number;
  keywordsMs: number;
  vectorsMs: number;
}

export interface FillOptions {
  /** Whether the rows get their embedding, which nothing of ours reads but the naive design lives on. */
  record: boolean;
  onMessage?(message: BenchMessage, vector: Float32Array): void;
  onProgress?(rows: number): void;
}

const chunk = 2_000;
const rowsPerStatement = 500;

export async function fill(
  { store, embedding, logger }: Context,
  users: BenchUser[],
  options: FillOptions,
): Promise<Filled> {
  const model = await createModels(store, embedding, logger).active();
  const filled: Filled = { rows: 0, rowsMs: 0, keywordsMs: 0, vectorsMs: 0 };
  for (const messages of arrivals(users, chunk)) {
    const vectors = messages.map(({ text }) => vectorOf(text));
    for (const [i, message] of messages.entries()) options.onMessage?.(message, vectors[i]!);
    await store.transaction(async (trx) => {
      const startedAt = performance.now();
      for (let at = 0; at < messages.length; at += rowsPerStatement) {
        const part = messages.slice(at, at + rowsPerStatement);
        await insertMessages(
          store,
          trx,
          part,
          options.record ? vectors.slice(at, at + rowsPerStatement) : null,
          embedding.name,
        );
      }
      const rowsAt = performance.now();
      const documents = await indexDocuments(
        trx,
        store.dialect,
        messages.map((message) => ({
          id: message.id,
          user_id: message.user,
          message_text: message.text,
          message_role: message.role,
          metadata_json: null,
          conversation_id: message.conversation,
          context_type: null,
          created_at: message.createdAt,
        })),
      );
      const keywordsAt = performance.now();
      const vectorById = new Map(messages.map(({ id }, i) => [id, vectors[i]!]));
      await store.dialect.insertVectors(
        trx,
        documents.map(({ id, seq, owner }) => ({ seq, owner, model, vector: vectorById.get(id)! })),
      );
      await trx.deleteFrom('interviewly.embedding_jobs').execute();
      filled.rowsMs += rowsAt - startedAt;
      filled.keywordsMs += keywordsAt - rowsAt;
      filled.vectorsMs += performance.now() - keywordsAt;
    });
    filled.rows += messages.length;
    options.onProgress?.(filled.rows);
  }
  await settle(store);
  return filled;
}

/** As long as the product writes it, and a tenth of the time: that one rounds to significant digits, this one to places. */
function textOf(vector: Float32Array): string {
  return JSON.stringify(Array.from(vector, (value) => Math.round(value * 1e9) / 1e9));
}

type Transaction = Parameters<Parameters<Store['transaction']>[0]>[0];

async function insertMessages(
  store: Store,
  trx: Transaction,
  messages: BenchMessage[],
  vectors: Float32Array[] | null,
  model: string,
): Promise<void> {
  const binary = store.kind === 'postgres';
  await trx
    .insertInto('user_message_embeddings')
    .values(
      messages.map((message, i) => {
        const vector = vectors?.[i];
        const embedding = vector && (binary ? sql`${vectorBinary(vector)}::vector` : textOf(vector));
        return {
          id: message.id,
          user_id: message.user,
          message_id: message.id,
          message_text: message.text,
          message_role: message.role,
          conversation_id: message.conversation,
          created_at: message.createdAt,
          ...(embedding && { embedding, embedding_model: model }),
        };
      }),
    )
    .execute();
}

/** What autovacuum does within a minute of a quiet table. */
export async function settle({ kind, db }: { kind: Store['kind']; db: Store['db'] }): Promise<void> {
  if (kind !== 'postgres') return;
  for (const table of tables) await sql`vacuum analyze ${sql.table(table)}`.execute(db);
}

const tables = [
  'user_message_embeddings',
  'interviewly.owners',
  'interviewly.documents',
  'interviewly.postings',
  'interviewly.vectors',
  'interviewly.vector_bits',
  'interviewly.embedding_jobs',
] as const satisfies (keyof Database)[];

/** The room that each table takes with its indexes, in bytes. */
export async function tableSizes({ kind, db }: Store): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const table of tables) {
    const { rows } =
      kind === 'postgres'
        ? await sql<{ size: string }>`
            select pg_total_relation_size(${table.replace('interviewly.', 'interviewly_engine.')}::regclass) as size`.execute(
            db,
          )
        : await sql<{ size: number }>`
            select coalesce(sum(pgsize), 0) as size from dbstat where name in
              (select name from sqlite_master where tbl_name = ${table.replace('.', '_')})`.execute(db);
    sizes.set(table.replace('interviewly.', ''), Number(rows[0]?.size ?? 0));
  }
  return sizes;
}
