import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';
import type { Database } from '../tables/database.ts';

/** One step of the engine's own tables. Steps are only ever appended; a landed one is never edited. */
export interface Migration {
  name: string;
  /** Left for a later start where the database has no type for vectors. */
  needsVectors?: boolean;
  up(db: Kysely<Database>, dialect: Dialect): Promise<void>;
}

const type = (dialect: Dialect, kind: Parameters<Dialect['columnType']>[0]) =>
  sql.raw(dialect.columnType(kind)!);

export const migrations: readonly Migration[] = [
  {
    name: '0001-sessions',
    async up(db, dialect) {
      const time = type(dialect, { kind: 'timestamp' });
      await db.schema
        .createTable('interviewly.sessions')
        .addColumn('token_hash', 'varchar(64)', (c) => c.primaryKey().notNull())
        .addColumn('user_id', 'varchar(255)', (c) => c.notNull())
        .addColumn('created_at', time, (c) => c.notNull())
        .addColumn('expires_at', time, (c) => c.notNull())
        .addColumn('revoked_at', time)
        .execute();
      await db.schema.createIndex('sessions_user_id').on('interviewly.sessions').column('user_id').execute();
    },
  },
  {
    name: '0002-memory-index',
    async up(db, dialect) {
      const time = type(dialect, { kind: 'timestamp' });
      const flag = type(dialect, { kind: 'boolean' });
      await db.schema
        .createTable('interviewly.owners')
        .addColumn('key', type(dialect, { kind: 'serial' }), (c) => c.primaryKey().notNull())
        .addColumn('user_id', 'varchar(255)', (c) => c.notNull().unique())
        .addColumn('documents', 'integer', (c) => c.notNull())
        .addColumn('total_length', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('interviewly.documents')
        .addColumn('seq', type(dialect, { kind: 'serial' }), (c) => c.primaryKey().notNull())
        .addColumn('id', 'varchar(36)', (c) => c.notNull().unique())
        .addColumn('owner', 'integer', (c) => c.notNull())
        .addColumn('conversation_id', 'varchar(36)')
        .addColumn('context_type', 'varchar(50)')
        .addColumn('role', 'varchar(20)', (c) => c.notNull())
        .addColumn('created_at', time, (c) => c.notNull())
        .addColumn('length', 'integer', (c) => c.notNull())
        .execute();
      // Neighbours in a conversation, and all of an owner's documents, from one index.
      await db.schema
        .createIndex('documents_owner_conversation')
        .on('interviewly.documents')
        .columns(['owner', 'conversation_id', 'seq'])
        .execute();
      await sql
        .raw(
          dialect.coveringTable(
            'interviewly.postings',
            {
              owner: 'integer not null',
              term: 'integer not null',
              seq: 'integer not null',
              tf: 'integer not null',
              length: 'integer not null',
            },
            ['owner', 'term', 'seq'],
            ['tf', 'length'],
          ),
        )
        .execute(db);
      await db.schema
        .createTable('interviewly.embedding_jobs')
        .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
        .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('run_after', time)
        .addColumn('error', 'text')
        .addColumn('set_aside', flag, (c) => c.notNull().defaultTo(sql`false`))
        .execute();
      await db.schema
        .createIndex('embedding_jobs_due')
        .on('interviewly.embedding_jobs')
        .columns(['set_aside', 'run_after', 'id'])
        .execute();
      await db.schema
        .createTable('interviewly.models')
        .addColumn('key', type(dialect, { kind: 'serial' }), (c) => c.primaryKey().notNull())
        .addColumn('name', 'varchar(100)', (c) => c.notNull().unique())
        .addColumn('dimensions', 'integer', (c) => c.notNull())
        .addColumn('active', flag, (c) => c.notNull())
        .execute();
    },
  },
  {
    name: '0003-vectors',
    needsVectors: true,
    async up(db, dialect) {
      const { vector, bits } = dialect.searchTypes!;
      await db.schema
        .createTable('interviewly.vectors')
        // A message forgotten while it is being embedded takes the late vector with it.
        .addColumn('seq', 'integer', (c) =>
          c.notNull().references('interviewly.documents.seq').onDelete('cascade'),
        )
        .addColumn('model', 'integer', (c) => c.notNull())
        .addColumn('vector', sql.raw(vector), (c) => c.notNull())
        .addPrimaryKeyConstraint('vectors_key', ['seq', 'model'])
        .execute();
      await sql
        .raw(
          dialect.coveringTable(
            'interviewly.vector_bits',
            {
              owner: 'integer not null',
              seq: 'integer not null',
              model: 'integer not null',
              bits: `${bits} not null`,
            },
            ['owner', 'seq', 'model'],
            ['bits'],
          ),
        )
        .execute(db);
      await dialect.tuneSearchTables(db);
    },
  },
  {
    name: '0004-applications',
    async up(db, dialect) {
      const time = type(dialect, { kind: 'timestamp' });
      await db.schema
        .createTable('interviewly.application_events')
        .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
        .addColumn('application_id', 'varchar(36)', (c) => c.notNull())
        .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
        .addColumn('at', time, (c) => c.notNull())
        .addColumn('by', 'varchar(20)', (c) => c.notNull())
        .addColumn('kind', 'varchar(20)', (c) => c.notNull())
        .addColumn('from_stage', 'varchar(20)')
        .addColumn('to_stage', 'varchar(20)')
        .addColumn('note', 'text')
        .execute();
      await db.schema
        .createIndex('application_events_application')
        .on('interviewly.application_events')
        .columns(['application_id', 'at'])
        .execute();
      await db.schema
        .createIndex('application_events_owner')
        .on('interviewly.application_events')
        .column('owner_id')
        .execute();
      await db.schema
        .createTable('interviewly.calendar_feeds')
        .addColumn('token_hash', 'varchar(64)', (c) => c.primaryKey().notNull())
        .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
        .addColumn('created_at', time, (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('calendar_feeds_owner')
        .on('interviewly.calendar_feeds')
        .column('owner_id')
        .execute();
    },
  },
  {
    name: '0005-readings',
    async up(db) {
      await db.schema.alterTable('interviewly.documents').addColumn('reading', 'text').execute();
    },
  },
  {
    name: '0006-vector-revisions',
    async up(db) {
      await db.schema
        .createTable('interviewly.vector_revisions')
        .addColumn('owner', 'integer', (c) => c.primaryKey().notNull())
        .addColumn('revision', 'integer', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('interviewly.vector_changes')
        .addColumn('owner', 'integer', (c) => c.notNull())
        .addColumn('revision', 'integer', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('vector_changes_key', ['owner', 'revision', 'seq'])
        .execute();
    },
  },
];

/** Applies what is missing, in order; returns the names of what was applied. */
export async function migrate(db: Kysely<Database>, dialect: Dialect, now: Date): Promise<string[]> {
  await db.schema
    .createTable('interviewly.migrations')
    .ifNotExists()
    .addColumn('name', 'varchar(100)', (c) => c.primaryKey().notNull())
    .addColumn('applied_at', type(dialect, { kind: 'timestamp' }), (c) => c.notNull())
    .execute();
  const rows = await db.selectFrom('interviewly.migrations').select('name').execute();
  const applied = new Set(rows.map((row) => row.name));
  const due = migrations.filter(
    ({ name, needsVectors }) => !applied.has(name) && (!needsVectors || dialect.searchTypes !== null),
  );
  for (const migration of due) {
    await migration.up(db, dialect);
    await db.insertInto('interviewly.migrations').values({ name: migration.name, applied_at: now }).execute();
  }
  return due.map(({ name }) => name);
}
