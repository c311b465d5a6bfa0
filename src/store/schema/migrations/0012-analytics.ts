import { columnType, type Migration } from './migration.ts';

export const analytics: Migration = {
  name: '0012-analytics',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    await db.schema
      .createTable('interviewly.analytics_state')
      .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
      .addColumn('current_run', 'integer')
      .addColumn('next_run', 'integer')
      .addColumn('holder', 'varchar(36)')
      .addColumn('lease_until', time)
      .addColumn('requested_at', time)
      .addColumn('error', 'text')
      .execute();
    await db.insertInto('interviewly.analytics_state').values({ id: 1 }).execute();
    await db.schema
      .createTable('interviewly.analytics_runs')
      .addColumn('id', columnType(dialect, { kind: 'serial' }), (c) => c.primaryKey().notNull())
      .addColumn('engine', 'varchar(100)', (c) => c.notNull())
      .addColumn('playbook', 'varchar(64)', (c) => c.notNull())
      .addColumn('cursor', 'integer', (c) => c.notNull())
      .addColumn('done', 'integer', (c) => c.notNull())
      .addColumn('total', 'integer', (c) => c.notNull())
      .addColumn('parameters', columnType(dialect, { kind: 'json' }))
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('clusters', columnType(dialect, { kind: 'json' }))
      .addColumn('started_at', time, (c) => c.notNull())
      .addColumn('finished_at', time)
      .execute();
    await db.schema
      .createTable('interviewly.analytics_messages')
      // What is forgotten goes here too, whoever deletes it.
      .addColumn('seq', 'integer', (c) =>
        c.notNull().references('interviewly.documents.seq').onDelete('cascade'),
      )
      .addColumn('run', 'integer', (c) => c.notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('week', 'integer', (c) => c.notNull())
      .addColumn('cluster', 'integer')
      .addColumn('terms', 'integer', (c) => c.notNull())
      .addColumn('gap', 'integer')
      .addColumn('gap_terms', 'integer', (c) => c.notNull())
      .addColumn('reasons', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('analytics_messages_key', ['seq', 'run'])
      .execute();
    await db.schema
      .createIndex('analytics_messages_owner')
      .on('interviewly.analytics_messages')
      .column('owner_id')
      .execute();
  },
};
