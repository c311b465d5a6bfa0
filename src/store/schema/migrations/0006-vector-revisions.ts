import type { Migration } from './migration.ts';

export const vectorRevisions: Migration = {
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
};
