import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import type { Database, Store } from '../../store/index.ts';
import { noteErasure } from './erasures.ts';
import { identitiesOf } from './identities.ts';
import { looseReferences, ownedRows } from './owned-rows.ts';
import { isVisitor } from './sessions.ts';
import { blankSharedPostings } from './shared-postings.ts';

export interface EraseParts {
  store: Pick<Store, 'db' | 'dialect' | 'read' | 'transaction'>;
  memory: Pick<Memory, 'forgetEverything'>;
  logger: Logger;
  clock: Clock;
  /** Ends what the person pays for; where that cannot be done now, nothing is erased either. */
  leave?(caller: string): Promise<void>;
}

/**
 * Deletes a person: messages with their indexes first, in memory's own way, then every row of theirs in one transaction,
 * the sessions last of all. Where it fails in between the session is still there, and so the request can be repeated.
 */
export async function eraseAccount(
  caller: string,
  { store, memory, logger, clock, leave }: EraseParts,
): Promise<void> {
  await leave?.(caller);
  const { all } = await store.read((db) => identitiesOf(db, caller));
  for (const id of all) await memory.forgetEverything(id);
  await store.transaction(async (trx) => {
    for (const reference of looseReferences) await unlink(trx, reference, all);
    await blankSharedPostings(trx, all);
    for (const owned of ownedRows) await deleteOwned(trx, owned, all);
    // Whose tokens may still come: sessions and keys of ours are gone, and with them what opens the door.
    for (const id of all) if (!isVisitor(id)) await noteErasure(trx, id, clock.now());
  });
  try {
    await store.dialect.eraseTraces(store.db);
  } catch (error) {
    // The rows are gone; only a log file of the database may hold them a little longer.
    logger.warn({ reason: store.dialect.failure(error)?.reason }, 'account: traces were not erased at once');
  }
}

type Loose = (typeof looseReferences)[number];

async function unlink(db: Kysely<Database>, { table, column, to }: Loose, owners: string[]): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = null
    where ${sql.ref(column)} in (select id from ${sql.table(to)} where ${ownerIs(to, owners)})`.execute(db);
}

/** Interviews have one column that says whose they are, the other tables that are pointed at have two. */
function ownerIs(table: Loose['to'], owners: string[]) {
  const names = sql.join(owners);
  return table === 'interview_sessions'
    ? sql`user_id in (${names})`
    : sql`(user_id in (${names}) or owner_id in (${names}))`;
}

async function deleteOwned(
  db: Kysely<Database>,
  owned: (typeof ownedRows)[number],
  owners: string[],
): Promise<void> {
  if ('through' in owned) {
    const { column, table } = owned.through;
    await sql`delete from ${sql.table(owned.table)} where ${sql.ref(column)} in
      (select id from ${sql.table(table)} where user_id in (${sql.join(owners)}))`.execute(db);
    return;
  }
  await sql`delete from ${sql.table(owned.table)}
    where ${sql.ref(owned.column)} in (${sql.join(owners)})`.execute(db);
}
