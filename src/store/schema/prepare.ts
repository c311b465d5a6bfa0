import { type Kysely, sql } from 'kysely';
import type { Logger } from '../../kernel/logger.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { type Database, productTables } from '../tables/database.ts';
import { adoptTables } from './adopt.ts';
import { migrate } from './migrate.ts';

/**
 * Brings a database to what this version needs, whatever it holds now: empty, adopted from another backend, or ours
 * of an earlier version. One process at a time; the others wait and find nothing left to do.
 */
export async function prepareSchema(
  db: Kysely<Database>,
  dialect: Dialect,
  { logger, now }: { logger: Logger; now: Date },
): Promise<void> {
  await dialect.enableVectors(db);
  const { vectors } = dialect;
  if (vectors.available) logger.info(`the vector extension is enabled (${vectors.extension})`);
  else
    logger.warn(
      { remedy: vectors.remedy },
      `no vector search, keywords only: ${vectors.reason}. ${vectors.remedy}`,
    );

  const { adopted, applied } = await dialect.exclusively(db, async (trx) => {
    const adopted = await adoptTables(trx, dialect);
    const applied = await migrate(trx, dialect, now);
    // New triggers mean that nothing followed the table until now: whatever is in it has to be looked at.
    if (await dialect.createTriggers(trx)) await enqueueUnindexed(trx);
    return { adopted, applied };
  });
  await dialect.assertWritable(db);
  logger.info(
    {
      tables_created: adopted.tables.length,
      columns_added: adopted.columns,
      indexes_added: adopted.indexes.length,
      migrations_applied: applied,
    },
    `all ${productTables.length} tables and their indexes are ready`,
  );
}

async function enqueueUnindexed(db: Kysely<Database>): Promise<void> {
  await sql`
    insert into ${sql.table('interviewly.embedding_jobs')} (id, attempts, set_aside)
    select m.id, 0, false from user_message_embeddings m
    where not exists (select 1 from ${sql.table('interviewly.documents')} d where d.id = m.id)
      and not exists (select 1 from ${sql.table('interviewly.embedding_jobs')} j where j.id = m.id)`.execute(
    db,
  );
}
