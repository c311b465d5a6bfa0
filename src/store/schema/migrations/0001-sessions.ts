import { columnType, type Migration } from './migration.ts';

export const sessions: Migration = {
  name: '0001-sessions',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
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
};
