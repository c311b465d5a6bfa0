import { setTimeout as sleep } from 'node:timers/promises';
import {
  IdentifierNode,
  type Kysely,
  type KyselyPlugin,
  type SchemableIdentifierNode,
  type SqlBool,
  sql,
} from 'kysely';
import { breathe } from '../../kernel/breathe.ts';
import type { Database } from '../tables/database.ts';
import type { ColumnKind } from '../tables/define.ts';
import type { Dialect, NearestQuery, Neighbour, VectorSupport } from './dialect.ts';
import { sqliteFailure } from './sqlite-errors.ts';
import { sqliteTriggers } from './sqlite-triggers.ts';
import { statementPlugin } from './values.ts';
import { pad, parseVectorText, roundToHalf, signBits, vectorText } from './vectors.ts';

/** Dates as SQLAlchemy writes them, so that programs sharing the file read ours. */
function toDriver(value: unknown): unknown {
  if (value === undefined) return null;
  if (value === true) return 1;
  if (value === false) return 0;
  if (value instanceof Date) return `${value.toISOString().slice(0, -1).replace('T', ' ')}000`;
  return value;
}

/** `interviewly.x` is `interviewly_x` here: SQLite's schemas are files. */
function prefixed(node: SchemableIdentifierNode): SchemableIdentifierNode {
  if (!node.schema) return node;
  return {
    kind: 'SchemableIdentifierNode',
    identifier: IdentifierNode.create(`${node.schema.name}_${node.identifier.name}`),
  };
}

export const sqlitePlugin: KyselyPlugin = statementPlugin(toDriver, prefixed);

/** Rows of one multi-row statement: SQLite takes 32,766 parameters. */
const maxParameters = 30_000;

function bytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

const eraseAttempts = 20;
const erasePauseMs = 100;

/** Empties the write-ahead log; false where a reader or a writer is in the way. */
async function truncateLog(db: Kysely<Database>): Promise<boolean> {
  try {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    return rows[0]?.busy !== 1;
  } catch (error) {
    if (sqliteFailure(error)?.transient) return false;
    throw error;
  }
}

/** `vectorError` tells, once the file is open, why sqlite-vec did not load. */
export function createSqliteDialect(vectorError: () => string | null): Dialect {
  let vectors: VectorSupport = { available: false, reason: 'not looked up yet', remedy: '' };

  const cosine = (column: string, query: Float32Array) =>
    sql<number>`(1 - vec_distance_cosine(${sql.ref(column)}, ${bytes(roundToHalf(query))}))`;

  return {
    kind: 'sqlite',
    get vectors() {
      return vectors;
    },
    nowExpression: `(strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')`,
    // Blobs: made on every platform, filled where sqlite-vec loads.
    searchTypes: { vector: 'blob', bits: 'blob' },
    cosine,
    isOneOf: (column, numbers) =>
      sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(numbers)}))`,

    columnType(kind: ColumnKind): string {
      switch (kind.kind) {
        case 'varchar':
          return `VARCHAR(${kind.length})`;
        case 'enum':
          return `VARCHAR(${Math.max(...kind.values.map((value) => value.length))})`;
        case 'timestamp':
          return 'DATETIME';
        case 'serial':
        case 'integer':
          return 'INTEGER';
        case 'boolean':
          return 'BOOLEAN';
        case 'json':
          return 'JSON';
        case 'text':
        case 'vector':
          return 'TEXT';
      }
    },

    coveringTable(name, columns, key) {
      const list = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
      return `create table if not exists ${name.replace('.', '_')} (${list.join(', ')}, primary key (${key.join(', ')})) without rowid`;
    },

    async tuneSearchTables() {
      // A clustered table needs no tuning.
    },
    async eraseTraces(db) {
      // Somebody who still reads an older state holds the log; that is over soon, and the next erasure takes the rest.
      for (let attempt = 0; attempt < eraseAttempts; attempt++) {
        if (await truncateLog(db)) return;
        await sleep(erasePauseMs);
      }
    },

    async enableVectors() {
      // Loaded with the connection; nothing to create.
      const error = vectorError();
      vectors =
        error === null
          ? { available: true, extension: 'sqlite-vec' }
          : {
              available: false,
              reason: `the sqlite-vec extension did not load: ${error}`,
              remedy: 'Reinstall the dependencies with npm ci on this platform.',
            };
    },
    async createNamespaces() {
      // No schemas and no enum types here.
    },

    async introspect(db) {
      const { rows } = await sql<{ type: string; name: string }>`
        select type, name from sqlite_master where type in ('table', 'index')`.execute(db);
      const columns = new Map<string, Set<string>>();
      for (const { name } of rows.filter((row) => row.type === 'table')) {
        const info = await sql<{ name: string }>`select name from pragma_table_info(${name})`.execute(db);
        columns.set(name, new Set(info.rows.map((row) => row.name.toLowerCase())));
      }
      return { columns, indexes: new Set(rows.filter((row) => row.type === 'index').map((row) => row.name)) };
    },

    async createTriggers(db) {
      const { rows } = await sql<{ name: string }>`
        select name from sqlite_master where type = 'trigger' and name like 'interviewly_%'`.execute(db);
      const there = new Set(rows.map((row) => row.name));
      const missing = Object.entries(sqliteTriggers).filter(([name]) => !there.has(name));
      for (const [, statement] of missing) await sql.raw(statement).execute(db);
      return missing.length > 0;
    },

    async assertWritable(db) {
      // Taking the write lock and changing nothing: a read-only file or folder refuses here.
      await sql`update ${sql.table('interviewly.owners')} set documents = documents where key = 0`.execute(
        db,
      );
    },

    async exclusively(db, work) {
      return db.transaction().execute(work);
    },

    async insertRows(db, table, columns, rows) {
      const names = Object.keys(columns);
      const chunk = Math.floor(maxParameters / names.length);
      const list = sql.join(names.map((name) => sql.ref(name)));
      for (let start = 0; start < rows.length; start += chunk) {
        if (start > 0) await breathe();
        const part = rows.slice(start, start + chunk);
        // One parameter for any number of rows: a statement of one text, prepared once.
        const fields = sql.raw(names.map((_, i) => `value ->> ${i}`).join(', '));
        const payload = JSON.stringify(part.map((row) => row.map(toDriver)));
        await sql`insert into ${sql.table(table)} (${list}) select ${fields} from json_each(${payload})`.execute(
          db,
        );
      }
    },

    async nearest(db, { owner, model, query, candidates, limit, among }: NearestQuery) {
      const restrict = among
        ? sql`and seq in (select value from json_each(${JSON.stringify(among)}))`
        : sql``;
      const { rows } = await sql<Neighbour>`
        select v.seq as seq, ${cosine('v.vector', query)} as cosine
        from (
          select seq from ${sql.table('interviewly.vector_bits')}
          where owner = ${owner} and model = ${model} ${restrict}
          order by vec_distance_hamming(vec_bit(bits), vec_bit(${signBits(query)})), seq desc
          limit ${candidates}
        ) c cross join ${sql.table('interviewly.vectors')} v on v.seq = c.seq and v.model = ${model}
        order by cosine desc, v.seq desc limit ${limit}`.execute(db);
      return rows;
    },

    async storedBits(db, query) {
      const { owner, model } = query;
      const which =
        'among' in query
          ? sql`and seq in (select value from json_each(${JSON.stringify(query.among)}))`
          : sql`and seq > ${query.after} order by seq limit ${query.limit}`;
      const { rows } = await sql<{ seq: number; bits: Uint8Array }>`
        select seq, bits from ${sql.table('interviewly.vector_bits')}
        where owner = ${owner} and model = ${model} ${which}`.execute(db);
      return rows;
    },

    async insertVectors(db, stored) {
      for (const { seq, owner, model, vector } of stored) {
        await sql`insert or ignore into ${sql.table('interviewly.vectors')} (seq, model, vector)
          values (${seq}, ${model}, ${bytes(roundToHalf(vector))})`.execute(db);
        await sql`insert or ignore into ${sql.table('interviewly.vector_bits')} (owner, seq, model, bits)
          values (${owner}, ${seq}, ${model}, ${signBits(vector)})`.execute(db);
      }
    },

    async storedVectors(db, query) {
      const { model } = query;
      const which =
        'among' in query
          ? sql`seq in (select value from json_each(${JSON.stringify(query.among)}))`
          : sql`seq in (select seq from ${sql.table('interviewly.vector_bits')}
              where owner = ${query.owner} and model = ${model} and seq > ${query.after}
              order by seq limit ${query.limit}) order by seq`;
      const { rows } = await sql<{ seq: number; vector: Uint8Array }>`
        select seq, vector from ${sql.table('interviewly.vectors')}
        where model = ${model} and ${which}`.execute(db);
      // Copied: a blob may begin where no number of four bytes can.
      return rows.map(({ seq, vector }) => ({ seq, vector: new Float32Array(vector.slice().buffer) }));
    },

    async holdMessages(trx, ids) {
      // A transaction has the file for itself: what is read stays.
      const { rows } = await sql<{ id: string }>`
        select id from user_message_embeddings
        where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(trx);
      return new Set(rows.map((row) => row.id));
    },

    // A transaction has the file for itself.
    async holdModels() {},

    async writeEmbeddings(db, rows) {
      for (const { id, vector, model } of rows) {
        await sql`update user_message_embeddings set embedding = ${vectorText(pad(vector))}, embedding_model = ${model}
          where id = ${id} and (embedding is null or embedding_model is not null)`.execute(db);
      }
    },

    async clearEmbeddings(db, ids) {
      await db
        .updateTable('user_message_embeddings')
        .set({ embedding: null, embedding_model: null })
        .where('id', 'in', ids)
        .execute();
    },

    async readEmbedding(db, id) {
      const { rows } = await sql<{ embedding: unknown }>`
        select embedding from user_message_embeddings where id = ${id}`.execute(db);
      const embedding = rows[0]?.embedding;
      return typeof embedding === 'string' ? parseVectorText(embedding) : null;
    },

    async claimJobs(db, { now, leaseUntil, limit, queue = 'embedding_jobs' }) {
      const jobs = sql.table(`interviewly.${queue}`);
      const { rows } = await sql<{ id: string; attempts: number }>`
        update ${jobs}
        set attempts = attempts + 1, run_after = ${leaseUntil}
        where id in (
          select id from ${jobs}
          where set_aside = false and (run_after is null or run_after <= ${now})
          order by run_after, id limit ${limit})
        returning id, attempts`.execute(db);
      return rows;
    },

    async handOver(trx, { table, column, from, to }) {
      await sql`update or ignore ${sql.table(table)} set ${sql.ref(column)} = ${to}
        where ${sql.ref(column)} = ${from}`.execute(trx);
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${from}`.execute(trx);
    },

    failure: sqliteFailure,
  };
}
