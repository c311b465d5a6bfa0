import { sql } from 'kysely';
import { columnType, type Migration } from './migration.ts';

export const memoryIndex: Migration = {
  name: '0002-memory-index',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    const flag = columnType(dialect, { kind: 'boolean' });
    await db.schema
      .createTable('interviewly.owners')
      .addColumn('key', columnType(dialect, { kind: 'serial' }), (c) => c.primaryKey().notNull())
      .addColumn('user_id', 'varchar(255)', (c) => c.notNull().unique())
      .addColumn('documents', 'integer', (c) => c.notNull())
      .addColumn('total_length', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('interviewly.documents')
      .addColumn('seq', columnType(dialect, { kind: 'serial' }), (c) => c.primaryKey().notNull())
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
      .addColumn('key', columnType(dialect, { kind: 'serial' }), (c) => c.primaryKey().notNull())
      .addColumn('name', 'varchar(100)', (c) => c.notNull().unique())
      .addColumn('dimensions', 'integer', (c) => c.notNull())
      .addColumn('active', flag, (c) => c.notNull())
      .execute();
  },
};
