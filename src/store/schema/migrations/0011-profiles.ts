import { columnType, type Migration } from './migration.ts';

export const profiles: Migration = {
  name: '0011-profiles',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    const data = columnType(dialect, { kind: 'json' });
    await db.schema
      .createTable('interviewly.profiles')
      .addColumn('owner_id', 'varchar(255)', (c) => c.primaryKey().notNull())
      .addColumn('engine', 'varchar(255)', (c) => c.notNull())
      .addColumn('vector', data, (c) => c.notNull())
      .addColumn('features', data, (c) => c.notNull())
      .addColumn('counts_from', time)
      .addColumn('updated_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('interviewly.promise_marks')
      .addColumn('promise', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('state', 'varchar(20)', (c) => c.notNull())
      .addColumn('marked_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('promise_marks_owner')
      .on('interviewly.promise_marks')
      .column('owner_id')
      .execute();
  },
};
