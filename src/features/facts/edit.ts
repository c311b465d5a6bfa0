import type { Kysely } from 'kysely';
import { type FactKind, filed, holdsSum } from '../../career/facts/index.ts';
import { invalidInput, notFound } from '../../kernel/errors.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
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
  refuseNoSum(fact.kind, value);
  refuseTimes(fact.valid_from, fact.valid_to, now);
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
  if (value !== undefined) refuseNoSum(row.kind, corrected);
  refuseTimes(valid_from, valid_to, now);
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

/** Where it is tomorrow already, a day that begins there is no mistake. */
const TOMORROW_MS = 86_400_000;

/** A fact tells what is so or was so; what is still to come is a plan. */
function refuseTimes(from: Date | undefined, to: Date | undefined, now: Date): void {
  const given = Object.entries({ valid_from: from, valid_to: to });
  const [field] = given.find(([, at]) => at && at.getTime() > now.getTime() + TOMORROW_MS) ?? [];
  if (field) throw invalidInput([{ field, message: 'must not be in the future' }]);
  refuseBackwards(from, to);
}

function refuseNoSum(kind: string, value: string): void {
  if (kind.startsWith('salary') && !holdsSum(value))
    throw invalidInput([
      { field: 'value', message: 'must hold an amount of money, such as 60000 EUR per year' },
    ]);
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
