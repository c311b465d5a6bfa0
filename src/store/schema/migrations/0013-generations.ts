import type { Migration } from './migration.ts';

export const generations: Migration = {
  name: '0013-generations',
  async up(db) {
    await db.schema
      .alterTable('interviewly.owners')
      .addColumn('generation', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  },
};
