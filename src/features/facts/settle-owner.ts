import type { Kysely, Transaction } from 'kysely';
import type { FactChange, FactKind } from '../../career/facts/index.ts';
import type { Database, Store } from '../../store/index.ts';
import { settleTogether } from './together.ts';

/** Notes that facts of these kinds and keys have to be set beside each other anew. */
export async function unsettle(
  db: Kysely<Database>,
  owner: string,
  changed: readonly { kind: string; key: string }[],
): Promise<void> {
  const each = new Map(changed.map(({ kind, key }) => [`${kind} ${key}`, { owner_id: owner, kind, key }]));
  if (each.size > 0)
    await db
      .insertInto('interviewly.facts_unsettled')
      .values([...each.values()])
      .execute();
}

/**
 * Settles what was added or went since the last time, whoever did it. What is noted is taken first: whatever comes
 * meanwhile is noted anew, so that nothing stays unsettled and two processes wait for each other.
 */
export async function settleOwner(store: Pick<Store, 'read' | 'transaction'>, owner: string): Promise<void> {
  const open = await store.read((db) =>
    db
      .selectFrom('interviewly.facts_unsettled')
      .select('kind')
      .where('owner_id', '=', owner)
      .limit(1)
      .executeTakeFirst(),
  );
  if (!open) return;
  await store.transaction(async (trx) => {
    const taken = await trx
      .deleteFrom('interviewly.facts_unsettled')
      .where('owner_id', '=', owner)
      .returning(['kind', 'key'])
      .execute();
    const each = new Map(taken.map((one) => [`${one.kind} ${one.key}`, one]));
    for (const { kind, key } of each.values()) await settleKey(trx, owner, kind, key);
  });
}

async function settleKey(
  trx: Transaction<Database>,
  owner: string,
  kind: string,
  key: string,
): Promise<void> {
  const rows = await trx
    .selectFrom('interviewly.facts')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute();
  const date = (iso: string | null) => (iso === null ? null : new Date(iso));
  const standings = settleTogether(
    rows.map((row) => ({
      id: row.id,
      kind: row.kind as FactKind,
      value: row.value,
      change: row.change as FactChange,
      saidAt: new Date(row.said_at),
      from: date(row.stated_from),
      to: date(row.stated_to),
      replaces: row.replaces,
      inProfile: row.corrected_by_user,
      messageRow: row.message_row,
    })),
  );
  for (const row of rows) {
    const { validFrom, validTo, supersededBy, ended } = standings.get(row.id)!;
    const isSame =
      row.valid_from === validFrom.toISOString() &&
      row.valid_to === (validTo?.toISOString() ?? null) &&
      row.superseded_by === supersededBy &&
      row.ended === ended;
    if (isSame) continue;
    await trx
      .updateTable('interviewly.facts')
      .set({ valid_from: validFrom, valid_to: validTo, superseded_by: supersededBy, ended })
      .where('id', '=', row.id)
      .execute();
  }
}
