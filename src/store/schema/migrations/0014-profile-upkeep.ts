import { sql } from 'kysely';
import { columnType, type Migration } from './migration.ts';

export const profileUpkeep: Migration = {
  name: '0014-profile-upkeep',
  async up(db, dialect) {
    const time = columnType(dialect, { kind: 'timestamp' });
    await db.schema.alterTable('interviewly.account_settings').addColumn('profile_due', time).execute();
    await db.schema
      .createIndex('account_settings_due')
      .on('interviewly.account_settings')
      .column('profile_due')
      .execute();
    // Whoever shares already is due at once.
    await db
      .updateTable('interviewly.account_settings')
      .set({ profile_due: sql`updated_at` })
      .where('share_profile', '=', true)
      .execute();
  },
};
