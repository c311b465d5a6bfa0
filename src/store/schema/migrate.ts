import type { Kysely } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';
import type { Database } from '../tables/database.ts';
import { migrations } from './migrations/index.ts';
import { columnType } from './migrations/migration.ts';

/** Applies what is missing, in order; returns the names of what was applied. */
export async function migrate(db: Kysely<Database>, dialect: Dialect, now: Date): Promise<string[]> {
  await db.schema
    .createTable('interviewly.migrations')
    .ifNotExists()
    .addColumn('name', 'varchar(100)', (c) => c.primaryKey().notNull())
    .addColumn('applied_at', columnType(dialect, { kind: 'timestamp' }), (c) => c.notNull())
    .execute();
  const rows = await db.selectFrom('interviewly.migrations').select('name').execute();
  const applied = new Set(rows.map((row) => row.name));
  const due = migrations.filter(
    ({ name, needsVectors }) => !applied.has(name) && (!needsVectors || dialect.searchTypes !== null),
  );
  for (const migration of due) {
    await migration.up(db, dialect);
    await db.insertInto('interviewly.migrations').values({ name: migration.name, applied_at: now }).execute();
  }
  return due.map(({ name }) => name);
}
