import { columnType, type Migration } from './migration.ts';

export const billing: Migration = {
  name: '0008-billing',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    await db.schema
      .createTable('interviewly.usage')
      .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('period_start', time, (c) => c.notNull())
      .addColumn('kind', 'varchar(20)', (c) => c.notNull())
      .addColumn('amount', 'integer', (c) => c.notNull())
      .addColumn('updated_at', time, (c) => c.notNull())
      .execute();
    // Not unique: what a visitor used stays a row of its own when it becomes an account's.
    await db.schema
      .createIndex('usage_owner')
      .on('interviewly.usage')
      .columns(['owner_id', 'period_start', 'kind'])
      .execute();
    await db.schema
      .createTable('interviewly.stripe_events')
      .addColumn('event_id', 'varchar(255)', (c) => c.primaryKey().notNull())
      .addColumn('type', 'varchar(100)', (c) => c.notNull())
      .addColumn('handled_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('stripe_events_handled')
      .on('interviewly.stripe_events')
      .column('handled_at')
      .execute();
  },
};
