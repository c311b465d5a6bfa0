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

/** Two values of one kind and key, both of them so. */
export const isRival = (row: FactRow, other: FactRow) =>
  other.id !== row.id && other.kind === row.kind && other.key === row.key && isCurrent(other);

function statedTogether(row: FactRow, other: FactRow, among: readonly FactRow[]): boolean {
  const messagesOf = ({ id, message_row }: FactRow) => [
    message_row,
    ...among
      .filter(({ ended, superseded_by }) => ended === 'repeat' && superseded_by === id)
      .map((repeat) => repeat.message_row),
  ];
  const messages = new Set(messagesOf(row));
  return messagesOf(other).some((message) => message !== null && messages.has(message));
}

/**
 * Two values of one kind and key that are both said to be so contradict each other, but where one message states both.
 * `among` holds all current ones, and what repeats them.
 */
export function toFact(row: FactRow, among: readonly FactRow[]): Fact {
  const rivals = isCurrent(row)
    ? among.filter((other) => isRival(row, other) && !statedTogether(row, other, among))
    : [];
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
