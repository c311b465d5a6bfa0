import { columnType, type Migration } from './migration.ts';

export const applications: Migration = {
  name: '0004-applications',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
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
};
