import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const vectors: Migration = {
  name: '0003-vectors',
  needsVectors: true,
  async up(db, dialect) {
    const { vector, bits } = dialect.searchTypes!;
    await db.schema
      .createTable('interviewly.vectors')
      // A message forgotten while it is being embedded takes the late vector with it.
      .addColumn('seq', 'integer', (c) =>
        c.notNull().references('interviewly.documents.seq').onDelete('cascade'),
      )
      .addColumn('model', 'integer', (c) => c.notNull())
      .addColumn('vector', sql.raw(vector), (c) => c.notNull())
      .addPrimaryKeyConstraint('vectors_key', ['seq', 'model'])
      .execute();
    await sql
      .raw(
        dialect.coveringTable(
          'interviewly.vector_bits',
          {
            owner: 'integer not null',
            seq: 'integer not null',
            model: 'integer not null',
            bits: `${bits} not null`,
          },
          ['owner', 'seq', 'model'],
          ['bits'],
        ),
      )
      .execute(db);
    await dialect.tuneSearchTables(db);
  },
};
