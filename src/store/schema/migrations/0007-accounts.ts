import { sql } from 'kysely';
import { columnType, type Migration } from './migration.ts';

export const accounts: Migration = {
  name: '0007-accounts',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    const flag = columnType(dialect, { kind: 'boolean' });
    await db.schema
      .createTable('interviewly.api_keys')
      .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('key_hash', 'varchar(64)', (c) => c.notNull().unique())
      .addColumn('name', 'varchar(100)', (c) => c.notNull())
      .addColumn('scopes', 'varchar(100)', (c) => c.notNull())
      .addColumn('created_at', time, (c) => c.notNull())
      .addColumn('expires_at', time)
      .addColumn('last_used_at', time)
      .addColumn('revoked_at', time)
      .execute();
    await db.schema.createIndex('api_keys_owner').on('interviewly.api_keys').column('owner_id').execute();
    await db.schema
      .createTable('interviewly.account_settings')
      .addColumn('owner_id', 'varchar(255)', (c) => c.primaryKey().notNull())
      .addColumn('share_profile', flag, (c) => c.notNull().defaultTo(sql`false`))
      .addColumn('updated_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('interviewly.claims')
      .addColumn('visitor_id', 'varchar(255)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('claimed_at', time, (c) => c.notNull())
      .execute();
    await db.schema.createIndex('claims_owner').on('interviewly.claims').column('owner_id').execute();
    await db.schema
      .createTable('interviewly.claims_running')
      .addColumn('visitor_id', 'varchar(255)', (c) => c.primaryKey().notNull())
      .execute();
    await db.schema
      .createTable('interviewly.clerk_events')
      .addColumn('id', 'varchar(255)', (c) => c.primaryKey().notNull())
      .addColumn('received_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('interviewly.clerk_users')
      .addColumn('owner_id', 'varchar(255)', (c) => c.primaryKey().notNull())
      .addColumn('updated_at', time, (c) => c.notNull())
      .addColumn('banned', flag, (c) => c.notNull().defaultTo(sql`false`))
      .execute();
    await db.schema
      .createTable('interviewly.erasures')
      .addColumn('subject_hash', 'varchar(64)', (c) => c.primaryKey().notNull())
      .addColumn('erased_at', time, (c) => c.notNull())
      .execute();
    // Made anew by this start: it has learned to leave the index alone while a claim moves it as a whole.
    const trigger =
      dialect.kind === 'sqlite' ? 'interviewly_changed' : 'interviewly_changed on user_message_embeddings';
    await sql.raw(`drop trigger if exists ${trigger}`).execute(db);
  },
};
