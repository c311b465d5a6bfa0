import type { Kysely, Selectable } from 'kysely';
import type { FactChange, FactKind } from '../../career/facts/index.ts';
import type { Database } from '../../store/index.ts';
import type { Fact } from './types.ts';

export type FactRow = Selectable<Database['interviewly.facts']>;

/** Every statement of a person, or those of a kind, the newest first. */
export function selectFacts(db: Kysely<Database>, owner: string) {
  return db.selectFrom('interviewly.facts').selectAll().where('owner_id', '=', owner);
}

export const isCurrent = (fact: Pick<FactRow, 'valid_to' | 'superseded_by'>) =>
  fact.valid_to === null && fact.superseded_by === null;

/** What facts are set against to see which contradict each other. */
export interface Rivals {
  /** What is so, by kind and key. */
  families: ReadonlyMap<string, readonly FactRow[]>;
  /** The messages that state a fact, by its id: its own and those of what repeats it. */
  messages: ReadonlyMap<string, ReadonlySet<string>>;
}

const familyOf = ({ kind, key }: FactRow) => `${kind} ${key}`;

/** What is so of some rows by kind and key, where it is more than one. */
export function rivalFamilies(rows: readonly FactRow[]): Map<string, FactRow[]> {
  const families = Map.groupBy(
    rows.filter((row) => isCurrent(row) && row.value !== ''),
    familyOf,
  );
  for (const [name, family] of families) if (family.length < 2) families.delete(name);
  return families;
}

/** Worked out once for all facts of an answer; `among` holds all current ones, and what repeats them. */
export function rivalsAmong(among: readonly FactRow[]): Rivals {
  const messages = new Map<string, Set<string>>();
  const add = (id: string, message: string | null) => {
    if (message === null) return;
    const known = messages.get(id);
    if (known) known.add(message);
    else messages.set(id, new Set([message]));
  };
  for (const { id, message_row, ended, superseded_by } of among) {
    add(id, message_row);
    if (ended === 'repeat' && superseded_by !== null) add(superseded_by, message_row);
  }
  return { families: rivalFamilies(among), messages };
}

/** Nobody is asked which of more is right. */
const MOST_RIVALS = 20;

/** Two values of one kind and key that are both said to be so contradict each other, but where one message states both. */
function rivalsOf(row: FactRow, { families, messages }: Rivals): FactRow[] {
  if (!isCurrent(row)) return [];
  const mine = messages.get(row.id) ?? new Set();
  const others = (families.get(familyOf(row)) ?? []).filter(
    ({ id }) => id !== row.id && mine.isDisjointFrom(messages.get(id) ?? new Set()),
  );
  return others.slice(0, MOST_RIVALS);
}

export function toFact(row: FactRow, among: Rivals): Fact {
  const rivals = rivalsOf(row, among);
  const isDated = row.stated_from !== null || row.valid_from !== row.said_at || row.change === 'change';
  return {
    id: row.id,
    kind: row.kind as FactKind,
    key: row.key,
    value: row.value,
    text: row.text,
    source_message_id: row.message_id,
    evidence:
      row.evidence_start === null || row.evidence_end === null
        ? null
        : { start: row.evidence_start, end: row.evidence_end },
    said_at: row.said_at,
    change: row.change as FactChange,
    valid_from: row.valid_from,
    valid_to: row.valid_to,
    superseded_by: row.superseded_by,
    ended: row.ended as Fact['ended'],
    contradicts: rivals.map(({ id }) => id),
    // SQLite and Postgres keep 0.95 in four bytes each.
    confidence: Math.round(row.confidence * 100) / 100,
    pinned: row.pinned,
    engine: row.engine,
    corrected_by_user: row.corrected_by_user,
    created_at: row.created_at,
    since: isDated && row.change !== 'past' ? row.valid_from : row.stated_from,
    message_row: row.message_row,
  };
}
