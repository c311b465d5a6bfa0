import type { Migration } from './migration.ts';

export const readings: Migration = {
  name: '0005-readings',
  async up(db) {
    await db.schema.alterTable('interviewly.documents').addColumn('reading', 'text').execute();
  },
};
