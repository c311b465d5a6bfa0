import { sql } from 'kysely';
import { factTriggers } from './0009-facts-triggers.ts';
import { columnType, type Migration } from './migration.ts';

export const facts: Migration = {
  name: '0009-facts',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    const boolean = columnType(dialect, { kind: 'boolean' });
    await db.schema
      .createTable('interviewly.facts')
      .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('kind', 'varchar(20)', (c) => c.notNull())
      .addColumn('key', 'varchar(120)', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('message_row', 'varchar(36)')
      .addColumn('message_id', 'varchar(36)')
      .addColumn('evidence_start', 'integer')
      .addColumn('evidence_end', 'integer')
      .addColumn('said_at', time, (c) => c.notNull())
      .addColumn('change', 'varchar(12)', (c) => c.notNull())
      .addColumn('stated_from', time)
      .addColumn('stated_to', time)
      .addColumn('replaces', 'varchar(36)')
      .addColumn('confidence', 'real', (c) => c.notNull())
      .addColumn('pinned', boolean, (c) => c.notNull().defaultTo(sql`false`))
      .addColumn('engine', 'varchar(120)', (c) => c.notNull())
      .addColumn('corrected_by_user', boolean, (c) => c.notNull().defaultTo(sql`false`))
      .addColumn('created_at', time, (c) => c.notNull())
      .addColumn('valid_from', time, (c) => c.notNull())
      .addColumn('valid_to', time)
      .addColumn('superseded_by', 'varchar(36)')
      .addColumn('ended', 'varchar(12)')
      .execute();
    await db.schema
      .createIndex('facts_owner')
      .on('interviewly.facts')
      .columns(['owner_id', 'kind', 'key'])
      .execute();
    await db.schema.createIndex('facts_message').on('interviewly.facts').column('message_row').execute();
    await db.schema
      .createTable('interviewly.facts_unsettled')
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('kind', 'varchar(20)', (c) => c.notNull())
      .addColumn('key', 'varchar(120)', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('facts_unsettled_owner')
      .on('interviewly.facts_unsettled')
      .column('owner_id')
      .execute();
    await db.schema
      .createTable('interviewly.fact_tombstones')
      .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('message_row', 'varchar(36)', (c) => c.notNull())
      .addColumn('kind', 'varchar(20)', (c) => c.notNull())
      .addColumn('key_hash', 'varchar(64)', (c) => c.notNull())
      .addColumn('evidence_start', 'integer', (c) => c.notNull())
      .addColumn('evidence_end', 'integer', (c) => c.notNull())
      .addColumn('created_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('fact_tombstones_message')
      .on('interviewly.fact_tombstones')
      .column('message_row')
      .execute();
    await db.schema
      .createIndex('fact_tombstones_owner')
      .on('interviewly.fact_tombstones')
      .column('owner_id')
      .execute();
    await db.schema
      .createTable('interviewly.fact_jobs')
      .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('run_after', time)
      .addColumn('error', 'text')
      .addColumn('set_aside', boolean, (c) => c.notNull().defaultTo(sql`false`))
      .addColumn('patterns_done', boolean, (c) => c.notNull().defaultTo(sql`false`))
      .addColumn('patterns_only', boolean, (c) => c.notNull().defaultTo(sql`false`))
      .execute();
    await db.schema
      .createIndex('fact_jobs_due')
      .on('interviewly.fact_jobs')
      .columns(['set_aside', 'run_after'])
      .execute();
    await db.schema
      .createIndex('fact_jobs_owner')
      .on('interviewly.fact_jobs')
      .columns(['owner_id', 'patterns_done'])
      .execute();
    for (const statement of factTriggers(dialect.kind)) await sql.raw(statement).execute(db);
    await sql`
      insert into ${sql.table('interviewly.fact_jobs')} (id, owner_id, patterns_only)
      select id, user_id, true from user_message_embeddings where message_role = 'user'`.execute(db);
  },
};
