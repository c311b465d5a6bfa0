import { sql } from 'kysely';
import { columnType, type Migration } from './migration.ts';

export const conversations: Migration = {
  name: '0010-conversations',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    const flag = columnType(dialect, { kind: 'boolean' });
    // A person's conversations with their counts and ends, from the index alone.
    await db.schema
      .createIndex('idx_user_message_embeddings_talk')
      .ifNotExists()
      .on('user_message_embeddings')
      .columns(['user_id', 'conversation_id', 'created_at', 'id', 'context_type'])
      .execute();
    await db.schema
      .createTable('interviewly.conversations')
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('conversation_id', 'varchar(36)', (c) => c.notNull())
      .addColumn('title', 'varchar(200)', (c) => c.notNull())
      .addColumn('title_by', 'varchar(100)', (c) => c.notNull())
      .addColumn('title_from', 'varchar(36)')
      .addColumn('updated_at', time, (c) => c.notNull())
      .addPrimaryKeyConstraint('conversations_key', ['owner_id', 'conversation_id'])
      .execute();
    await db.schema
      .createIndex('conversations_title_from')
      .on('interviewly.conversations')
      .column('title_from')
      .execute();
    await db.schema
      .createTable('interviewly.ratings')
      .addColumn('message', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('conversation_id', 'varchar(36)')
      .addColumn('rating', 'varchar(20)', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('created_at', time, (c) => c.notNull())
      .addColumn('updated_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('ratings_owner')
      .on('interviewly.ratings')
      .columns(['owner_id', 'conversation_id'])
      .execute();
    await db.schema
      .createTable('interviewly.summaries')
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('conversation_id', 'varchar(36)', (c) => c.notNull())
      .addColumn('through_at', time)
      .addColumn('through_id', 'varchar(36)')
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('run_after', time)
      .addColumn('error', 'text')
      .addColumn('set_aside', flag, (c) => c.notNull().defaultTo(sql`false`))
      .addColumn('updated_at', time, (c) => c.notNull())
      .addPrimaryKeyConstraint('summaries_key', ['owner_id', 'conversation_id'])
      .execute();
    await db.schema
      .createIndex('summaries_due')
      .on('interviewly.summaries')
      .columns(['set_aside', 'run_after'])
      .execute();
    await db.schema
      .createTable('interviewly.summary_points')
      .addColumn('id', 'varchar(36)', (c) => c.primaryKey().notNull())
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('conversation_id', 'varchar(36)', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('engine', 'varchar(100)', (c) => c.notNull())
      .addColumn('created_at', time, (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('summary_points_conversation')
      .on('interviewly.summary_points')
      .columns(['owner_id', 'conversation_id', 'position'])
      .execute();
    await db.schema
      .createTable('interviewly.summary_sources')
      .addColumn('point', 'varchar(36)', (c) =>
        c.notNull().references('interviewly.summary_points.id').onDelete('cascade'),
      )
      .addColumn('message', 'varchar(36)', (c) => c.notNull())
      .addPrimaryKeyConstraint('summary_sources_key', ['point', 'message'])
      .execute();
    await db.schema
      .createIndex('summary_sources_message')
      .on('interviewly.summary_sources')
      .column('message')
      .execute();
    await db.schema
      .createTable('interviewly.samples')
      .addColumn('owner_id', 'varchar(255)', (c) => c.notNull())
      .addColumn('kind', 'varchar(20)', (c) => c.notNull())
      .addColumn('thing_id', 'varchar(36)')
      .addColumn('created_at', time, (c) => c.notNull())
      .addPrimaryKeyConstraint('samples_key', ['owner_id', 'kind'])
      .execute();
  },
};
