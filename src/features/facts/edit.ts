import type { Kysely } from 'kysely';
import { type FactKind, filed } from '../../career/facts/index.ts';
import { invalidInput, notFound } from '../../kernel/errors.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import { keyHash } from './keep.ts';
import { type FactRow, isCurrent } from './rows.ts';
import { unsettle } from './settle-owner.ts';

/** Engine of what a person states or corrects themselves. */
export const BY_PERSON = 'person';

export interface NewFact {
  kind: FactKind;
  value: string;
  key?: string;
  valid_from?: Date;
  valid_to?: Date;
}

export interface FactChanges {
  value?: string;
  valid_from?: Date;
  valid_to?: Date;
  pinned?: boolean;
}

export async function findRow(db: Kysely<Database>, owner: string, id: string): Promise<FactRow> {
  const row = await db
    .selectFrom('interviewly.facts')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('Fact');
  return row;
}

/** What the person states in their profile: it takes the place of what was so, from the day they say or today. */
export async function stateFact(
  trx: Kysely<Database>,
  owner: string,
  fact: NewFact,
  now: Date,
): Promise<string> {
  const { key, value } = filed(fact.kind, fact.value.replace(/\s+/g, ' ').trim(), fact.key);
  refuseBackwards(fact.valid_from, fact.valid_to);
  return insert(
    trx,
    {
      owner,
      kind: fact.kind,
      key,
      value,
      text: fact.value,
      from: fact.valid_from ?? null,
      to: fact.valid_to ?? null,
      change: fact.valid_to ? 'past' : 'change',
      replaces: null,
      pinned: false,
    },
    now,
  );
}

/** A correction is a version of its own; the wrong one stays in the history, as one that never was so. */
export async function changeFact(
  trx: Kysely<Database>,
  owner: string,
  id: string,
  changes: FactChanges,
  now: Date,
): Promise<string> {
  const row = await findRow(trx, owner, id);
  const { value, valid_from, valid_to, pinned } = changes;
  if (value === undefined && valid_from === undefined && valid_to === undefined) {
    if (pinned !== undefined)
      await trx.updateTable('interviewly.facts').set({ pinned }).where('id', '=', id).execute();
    return id;
  }
  const corrected = (value ?? row.value).replace(/\s+/g, ' ').trim();
  const to = valid_to ?? (isCurrent(row) || row.valid_to === null ? null : new Date(row.valid_to));
  const from =
    valid_from ?? (row.stated_from ? new Date(row.stated_from) : to ? new Date(row.valid_from) : null);
  refuseBackwards(from ?? undefined, to ?? undefined);
  return insert(
    trx,
    {
      owner,
      kind: row.kind,
      key: row.key,
      value: corrected,
      text: value ?? row.text,
      from,
      to,
      change: to ? 'past' : 'correction',
      replaces: row.id,
      pinned: pinned ?? row.pinned,
    },
    now,
  );
}

function refuseBackwards(from: Date | undefined, to: Date | undefined): void {
  if (from && to && to < from)
    throw invalidInput([{ field: 'valid_to', message: 'must not be before valid_from' }]);
}

interface Insert {
  owner: string;
  kind: string;
  key: string;
  value: string;
  text: string;
  from: Date | null;
  to: Date | null;
  change: string;
  replaces: string | null;
  pinned: boolean;
}

async function insert(trx: Kysely<Database>, given: Insert, now: Date): Promise<string> {
  const { owner, kind, key, value, text, from, to, change, replaces, pinned } = given;
  const id = uuidv7(now.getTime());
  await trx
    .insertInto('interviewly.facts')
    .values({
      id,
      owner_id: owner,
      kind,
      key: key.slice(0, 120),
      value,
      text: text.slice(0, 400),
      said_at: now,
      change,
      stated_from: from,
      stated_to: to,
      replaces,
      confidence: 1,
      pinned,
      engine: BY_PERSON,
      corrected_by_user: true,
      created_at: now,
      valid_from: from ?? now,
    })
    .execute();
  await unsettle(trx, owner, [{ kind, key: key.slice(0, 120) }]);
  return id;
}

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
