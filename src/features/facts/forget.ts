import type { Kysely } from 'kysely';
import { uuidv7 } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import { findRow } from './edit.ts';
import { keyHash } from './keep.ts';
import type { FactRow } from './rows.ts';

/**
 * Forgets a fact, with what it corrected and what only said it once more; or, with its history, everything of its kind
 * and key. A grave without words stays beside each message, so that nothing is read off it again. What it had taken the
 * place of is so again: the person says that the statement was none.
 */
export async function forgetFact(
  trx: Kysely<Database>,
  owner: string,
  id: string,
  { history = false, now }: { history?: boolean; now: Date },
): Promise<number> {
  const row = await findRow(trx, owner, id);
  const family = await trx
    .selectFrom('interviewly.facts')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('kind', '=', row.kind)
    .where('key', '=', row.key)
    .execute();
  const gone = history ? family : withKin(row, family);
  const read = gone.filter((fact) => fact.message_row !== null && fact.evidence_start !== null);
  if (read.length > 0) {
    await trx
      .insertInto('interviewly.fact_tombstones')
      .values(
        read.map((fact) => ({
          id: uuidv7(now.getTime()),
          owner_id: owner,
          message_row: fact.message_row!,
          kind: fact.kind,
          key_hash: keyHash(fact.key),
          evidence_start: fact.evidence_start!,
          evidence_end: fact.evidence_end!,
          created_at: now,
        })),
      )
      .execute();
  }
  await trx
    .deleteFrom('interviewly.facts')
    .where(
      'id',
      'in',
      gone.map((fact) => fact.id),
    )
    .execute();
  return gone.length;
}

/** A fact with what it replaced, and with what repeats any of them, over all steps. */
function withKin(row: FactRow, family: readonly FactRow[]): FactRow[] {
  const kin = new Map([[row.id, row]]);
  for (const one of kin.values()) {
    for (const other of family) {
      const isKin =
        one.replaces === other.id ||
        (other.ended === 'repeat' && other.superseded_by === one.id) ||
        (one.ended === 'repeat' && one.superseded_by === other.id);
      if (isKin) kin.set(other.id, other);
    }
  }
  return [...kin.values()];
}
