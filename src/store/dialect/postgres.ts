import {
  IdentifierNode,
  type Kysely,
  type KyselyPlugin,
  type SchemableIdentifierNode,
  type SqlBool,
  sql,
} from 'kysely';
import { StartupError } from '../../kernel/errors.ts';
import type { Database } from '../tables/database.ts';
import type { ColumnKind } from '../tables/define.ts';
import type { BulkType, Dialect, NearestQuery, Neighbour, VectorSupport } from './dialect.ts';
import { embeddingDimensions } from './dialect.ts';
import { postgresFailure } from './postgres-errors.ts';
import { postgresTriggerFunctions, postgresTriggers } from './postgres-triggers.ts';
import { statementPlugin } from './values.ts';
import {
  bitsBinary,
  bitsText,
  halfBinary,
  pad,
  parseHalfBinary,
  parseVectorText,
  signBits,
  vectorBinary,
  vectorText,
} from './vectors.ts';

/** A timestamp without zone ignores the Z and keeps the UTC clock time, which is what every column here means. */
function toDriver(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

/**
 * The engine's schema. Not plain `interviewly`: Postgres looks into a schema of the role's own name first, so that for
 * a role called interviewly, which many deployments have, it would become the default schema.
 */
const engineSchema = 'interviewly_engine';

function inEngineSchema(node: SchemableIdentifierNode): SchemableIdentifierNode {
  return node.schema?.name === 'interviewly'
    ? { ...node, schema: IdentifierNode.create(engineSchema) }
    : node;
}

export const postgresPlugin: KyselyPlugin = statementPlugin(toDriver, inEngineSchema);

/** halfvec and Hamming distance came with this version of pgvector. */
const neededVersion = [0, 7] as const;

const arrayTypes: Record<BulkType, string> = {
  integer: 'int4[]',
  text: 'text[]',
  timestamp: 'timestamp[]',
  boolean: 'boolean[]',
};

/** Any number will do, as long as nobody else uses it: «interviewly» on a telephone keypad. */
const schemaLock = 46837843;

export interface PostgresDialectOptions {
  /** Whether the driver sends a Buffer as a binary parameter (pg does, PGlite does not). */
  binaryParameters: boolean;
}

/** A batch of the queue: some 400 kB. */
const vectorsAStatement = 64;

export function createPostgresDialect({ binaryParameters }: PostgresDialectOptions): Dialect {
  let vectors: VectorSupport = { available: false, reason: 'not looked up yet', remedy: '' };
  /** The schema pgvector lives in, which need not be on the search path. */
  let extension = 'public';

  const half = (vector: Float32Array) => (binaryParameters ? halfBinary(vector) : vectorText(vector));
  const full = (vector: Float32Array) => (binaryParameters ? vectorBinary(vector) : vectorText(vector));
  const bits = (value: Uint8Array) => (binaryParameters ? bitsBinary(value) : bitsText(value));
  const type = (name: string) => sql.raw(`"${extension}".${name}`);
  const operator = (name: string) => sql.raw(`operator("${extension}".${name})`);

  /** What the extension's state means; null where it is not enabled in this database. */
  async function lookUpExtension(db: Kysely<Database>): Promise<VectorSupport | null> {
    const { rows } = await sql<{ version: string; schema: string }>`
      select e.extversion as version, n.nspname as schema
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector'`.execute(
      db,
    );
    const found = rows[0];
    if (!found) return null;
    extension = found.schema;
    const [major = 0, minor = 0] = found.version.split('.').map(Number);
    if (major > neededVersion[0] || minor >= neededVersion[1])
      return { available: true, extension: 'pgvector' };
    return {
      available: false,
      reason: `pgvector ${found.version} is too old, ${neededVersion.join('.')} is needed`,
      remedy: 'Upgrade it on the server, then run ALTER EXTENSION vector UPDATE.',
    };
  }

  const cosine = (column: string, query: Float32Array) =>
    sql<number>`(1 - (${sql.ref(column)} ${operator('<=>')} ${half(query)}::${type('halfvec')}))`;

  return {
    kind: 'postgres',
    get vectors() {
      return vectors;
    },
    nowExpression: `timezone('utc', now())`,
    get searchTypes() {
      return vectors.available
        ? { vector: `"${extension}".halfvec`, bits: `bit(${embeddingDimensions})` }
        : null;
    },

    async tuneSearchTables(db) {
      // PLAIN: the second stage reads hundreds of vectors, and must not fetch each from the TOAST table.
      await sql`alter table interviewly_engine.vectors alter column vector set storage plain`.execute(db);
      // The first stage is an index-only scan, which needs the visibility map: vacuum after inserts, too.
      await sql`alter table interviewly_engine.vector_bits
        set (autovacuum_vacuum_insert_threshold = 500, autovacuum_vacuum_insert_scale_factor = 0.02)`.execute(
        db,
      );
    },
    async eraseTraces(db) {
      // Dead rows go with the next vacuum; the write-ahead log is the server's.
      if (vectors.available) return;
      // Another process may have vectors since we started; it does not know what was forgotten here.
      const { rows } = await sql<{ there: boolean }>`
        select to_regclass('interviewly_engine.vector_bits') is not null as there`.execute(db);
      if (!rows[0]?.there) return;
      await sql`delete from interviewly_engine.vector_bits b
        where not exists (select 1 from interviewly_engine.documents d where d.seq = b.seq)`.execute(db);
    },
    cosine,
    isOneOf: (column, numbers) => sql<SqlBool>`${sql.ref(column)} = any(${numbers}::int4[])`,

    columnType(kind: ColumnKind): string | null {
      switch (kind.kind) {
        case 'varchar':
          return `varchar(${kind.length})`;
        case 'enum':
          return kind.name;
        case 'vector':
          return vectors.available ? `"${extension}".vector(${kind.dimensions})` : null;
        case 'boolean':
        case 'integer':
        case 'json':
        case 'serial':
        case 'text':
        case 'timestamp':
          return kind.kind;
      }
    },

    coveringTable(name, columns, key, payload) {
      const list = Object.entries(columns).map(([column, columnType]) => `${column} ${columnType}`);
      return `create table if not exists ${name.replace('interviewly.', `${engineSchema}.`)} (${list.join(', ')}, primary key (${key.join(', ')}) include (${payload.join(', ')}))`;
    },

    async enableVectors(db) {
      const there = await lookUpExtension(db);
      if (there) {
        vectors = there;
        return;
      }
      try {
        await this.exclusively(db, (trx) => sql`create extension if not exists vector`.execute(trx));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        const refused = code === '42501';
        const missing = code === '58P01' || code === '0A000' || code === '22023';
        if (!refused && !missing) throw error;
        vectors = {
          available: false,
          reason: refused
            ? 'pgvector extension not enabled, and this role may not enable it'
            : 'pgvector extension not found on the server',
          remedy: refused
            ? 'Run CREATE EXTENSION vector as an administrator of this database, then restart.'
            : 'Install pgvector on the server (package postgresql-NN-pgvector), then restart.',
        };
        return;
      }
      vectors = (await lookUpExtension(db)) ?? vectors;
    },

    async createNamespaces(db, tables) {
      // Looked up first: «if not exists» demands the right to create schemas even where there is nothing to do.
      const schema = await sql<{ there: boolean }>`
        select to_regnamespace('interviewly_engine') is not null as there`.execute(db);
      if (!schema.rows[0]!.there) await sql`create schema interviewly_engine`.execute(db);
      const { rows } = await sql<{ name: string }>`
        select typname as name from pg_type
        where typnamespace = current_schema()::regnamespace and typtype = 'e'`.execute(db);
      const there = new Set(rows.map((row) => row.name));
      for (const { columns } of tables) {
        for (const { type: kind } of Object.values(columns)) {
          if (kind.kind !== 'enum' || there.has(kind.name)) continue;
          there.add(kind.name);
          const values = kind.values.map((value) => `'${value}'`).join(', ');
          await sql.raw(`create type ${kind.name} as enum (${values})`).execute(db);
        }
      }
    },

    async introspect(db) {
      const found = await sql<{ table: string; column: string }>`
        select case when n.nspname = 'interviewly_engine' then 'interviewly.' || c.relname else c.relname end as "table",
               a.attname as "column"
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname in (current_schema(), 'interviewly_engine')`.execute(db);
      const columns = new Map<string, Set<string>>();
      for (const row of found.rows) {
        const set = columns.get(row.table) ?? new Set();
        columns.set(row.table, set.add(row.column.toLowerCase()));
      }
      const indexes = await sql<{ name: string }>`
        select indexname as name from pg_indexes where schemaname in (current_schema(), 'interviewly_engine')`.execute(
        db,
      );
      return { columns, indexes: new Set(indexes.rows.map((row) => row.name)) };
    },

    async createTriggers(db) {
      const { rows } = await sql<{ name: string }>`
        select tgname as name from pg_trigger
        where tgrelid = 'user_message_embeddings'::regclass and not tgisinternal`.execute(db);
      const there = new Set(rows.map((row) => row.name));
      const missing = Object.entries(postgresTriggers).filter(([name]) => !there.has(name));
      if (missing.length === 0) return false;
      for (const statement of postgresTriggerFunctions.split(/(?=^create or replace)/m)) {
        if (statement.trim()) await sql.raw(statement).execute(db);
      }
      for (const [, statement] of missing) await sql.raw(statement).execute(db);
      return true;
    },

    async assertWritable(db) {
      const { rows } = await sql<{ role: string; may: boolean; readonly: boolean }>`
        select current_user as role,
          has_table_privilege('user_message_embeddings', 'insert') as may,
          pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as readonly`.execute(db);
      const state = rows[0]!;
      if (state.may && !state.readonly) return;
      throw readOnly(state.readonly ? 'the connection is read-only' : `the role ${state.role} may not write`);
    },

    async exclusively(db, work) {
      return db.transaction().execute(async (trx) => {
        // Held until the end of the transaction, so it works behind a pooler in transaction mode too.
        await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(trx);
        return work(trx);
      });
    },

    async insertRows(db, table, columns, rows) {
      if (rows.length === 0) return;
      const names = Object.keys(columns);
      const arrays = names.map((name, i) => {
        const values = rows.map((row) => toDriver(row[i]) ?? null);
        return sql`${values}::${sql.raw(arrayTypes[columns[name]!])}`;
      });
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
        select * from unnest(${sql.join(arrays)})`.execute(db);
    },

    async nearest(db, { owner, model, query, candidates, limit, among }: NearestQuery) {
      const restrict = among ? sql`and seq = any(${among}::int4[])` : sql``;
      const { rows } = await sql<Neighbour>`
        select v.seq, ${cosine('v.vector', query)} as cosine
        from (
          select seq from interviewly_engine.vector_bits where owner = ${owner} and model = ${model} ${restrict}
          order by bits ${operator('<~>')} ${bits(signBits(query))}::bit(1536), seq desc limit ${candidates}
        ) c join interviewly_engine.vectors v on v.seq = c.seq and v.model = ${model}
        order by cosine desc, v.seq desc limit ${limit}`.execute(db);
      return rows;
    },

    async storedBits(db, query) {
      const { owner, model } = query;
      const which =
        'among' in query
          ? sql`and seq = any(${query.among}::int4[])`
          : sql`and seq > ${query.after} order by seq limit ${query.limit}`;
      const { rows } = await sql<{ seq: number; bits: Buffer }>`
        select seq, bit_send(bits) as bits from interviewly_engine.vector_bits
        where owner = ${owner} and model = ${model} ${which}`.execute(db);
      // The binary form begins with the length.
      return rows.map(({ seq, bits }) => ({ seq, bits: bits.subarray(4) }));
    },

    async insertVectors(db, stored) {
      // Many rows a statement: two round trips a vector took most of the time.
      for (let start = 0; start < stored.length; start += vectorsAStatement) {
        const part = stored.slice(start, start + vectorsAStatement);
        const vectorRows = part.map(
          ({ seq, model, vector }) =>
            sql`(${seq}::int4, ${model}::int4, ${half(vector)}::${type('halfvec')})`,
        );
        await sql`insert into interviewly_engine.vectors (seq, model, vector)
          values ${sql.join(vectorRows)} on conflict do nothing`.execute(db);
        const bitRows = part.map(
          ({ owner, seq, model, vector }) =>
            sql`(${owner}::int4, ${seq}::int4, ${model}::int4, ${bits(signBits(vector))}::bit(1536))`,
        );
        await sql`insert into interviewly_engine.vector_bits (owner, seq, model, bits)
          values ${sql.join(bitRows)} on conflict do nothing`.execute(db);
      }
    },

    async storedVectors(db, query) {
      const { model } = query;
      const which =
        'among' in query
          ? sql`seq = any(${query.among}::int4[])`
          : sql`seq in (select seq from interviewly_engine.vector_bits
              where owner = ${query.owner} and model = ${model} and seq > ${query.after}
              order by seq limit ${query.limit}) order by seq`;
      const { rows } = await sql<{ seq: number; vector: Uint8Array }>`
        select seq, ${type('halfvec_send')}(vector) as vector from interviewly_engine.vectors
        where model = ${model} and ${which}`.execute(db);
      return rows.map(({ seq, vector }) => ({ seq, vector: parseHalfBinary(vector) }));
    },

    async holdMessages(trx, ids) {
      // In the order of their ids, so that two processes that want the same ones cannot block each other.
      const { rows } = await sql<{ id: string }>`
        select id from user_message_embeddings where id = any(${ids}::varchar[])
        order by id for no key update`.execute(trx);
      return new Set(rows.map((row) => row.id));
    },

    async holdModels(trx, how) {
      // The whole table: where there is no model yet, two processes that each bring one find no row to wait for.
      if (how === 'to change') await sql`lock table interviewly_engine.models in exclusive mode`.execute(trx);
      else await sql`select key from interviewly_engine.models order by key for share`.execute(trx);
    },

    async writeEmbeddings(db, rows) {
      for (const { id, vector, model } of rows) {
        await sql`update user_message_embeddings
          set embedding = ${full(pad(vector))}::${type('vector')}, embedding_model = ${model}
          where id = ${id} and (embedding is null or embedding_model is not null)`.execute(db);
      }
    },

    async clearEmbeddings(db, ids) {
      // Without pgvector there is no such column, unless another process has it since.
      const { rows } = await sql<{ there: boolean }>`select exists (select from pg_attribute
        where attrelid = 'user_message_embeddings'::regclass and attname = 'embedding' and not attisdropped
      ) as there`.execute(db);
      if (!rows[0]?.there) return;
      await sql`update user_message_embeddings set embedding = null, embedding_model = null
        where id = any(${ids}::varchar[])`.execute(db);
    },

    async readEmbedding(db, id) {
      const { rows } = await sql<{ embedding: string | null }>`
        select embedding::text as embedding from user_message_embeddings where id = ${id}`.execute(db);
      const text = rows[0]?.embedding;
      return text ? parseVectorText(text) : null;
    },

    async claimJobs(db, { now, leaseUntil, limit, queue = 'embedding_jobs' }) {
      const jobs = sql.table(`interviewly_engine.${queue}`);
      const { rows } = await sql<{ id: string; attempts: number }>`
        update ${jobs} set attempts = attempts + 1, run_after = ${leaseUntil}::timestamp
        where id in (
          select id from ${jobs}
          where not set_aside and (run_after is null or run_after <= ${now}::timestamp)
          order by run_after nulls first, id limit ${limit} for update skip locked)
        returning id, attempts`.execute(db);
      return rows;
    },

    async handOver(trx, { table, column, from, to }) {
      // A block of code takes no parameters; settings of the transaction stand in for them.
      await sql`select set_config('interviewly.hand_over_from', ${from}, true),
        set_config('interviewly.hand_over_to', ${to}, true)`.execute(trx);
      const name = table.replace('interviewly.', `${engineSchema}.`);
      await sql
        .raw(`do $body$
          declare
            old_owner varchar := current_setting('interviewly.hand_over_from');
            new_owner varchar := current_setting('interviewly.hand_over_to');
            place tid;
          begin
            for place in select ctid from ${name} where ${column} = old_owner for update loop
              begin
                update ${name} set ${column} = new_owner where ctid = place;
              exception when unique_violation then
                delete from ${name} where ctid = place;
              end;
            end loop;
          end $body$`)
        .execute(trx);
    },

    failure: postgresFailure,
  };
}

function readOnly(what: string): StartupError {
  return new StartupError(`DATABASE_URL: ${what}`, 'Use a role that may write, on the primary server.');
}
