import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type FactKind, type Statement, sameValue } from '../../career/facts/index.ts';
import { derivedUuid } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import { unsettle } from './settle-owner.ts';

/** A message whose facts are read. */
export interface SourceMessage {
  id: string;
  user_id: string;
  message_id: string;
  message_text: string;
  message_role: string;
  context_type: string | null;
  created_at: string;
}

/** A message that states more of one thing («I earn …», forty times) tells nothing of it, and settling it takes long. */
const MOST_OF_A_KEY = 10;

export const keyHash = (key: string) => createHash('sha256').update(key).digest('hex');

/**
 * Keeps what was read off a message, in the transaction that holds it. The same reading twice is one fact; what the
 * person had forgotten does not come back; a second reader adds only what the first did not see. Returns the ids of
 * what is new.
 */
export async function keepStatements(
  trx: Kysely<Database>,
  message: SourceMessage,
  statements: readonly Statement[],
  engine: string,
  now: Date,
): Promise<string[]> {
  if (statements.length === 0) return [];
  const gone = await trx
    .selectFrom('interviewly.fact_tombstones')
    .selectAll()
    .where('message_row', '=', message.id)
    .execute();
  const there = await trx
    .selectFrom('interviewly.facts')
    .select(['kind', 'key', 'value', 'engine'])
    .where('message_row', '=', message.id)
    .execute();
  const isWanted = ({ kind, key, value, span }: Statement) =>
    !gone.some(
      (tomb) =>
        tomb.kind === kind &&
        (tomb.key_hash === keyHash(key) ||
          (isLone(kind) && tomb.evidence_start < span.end && span.start < tomb.evidence_end)),
    ) &&
    !there.some(
      (fact) =>
        fact.engine !== engine && fact.kind === kind && (fact.key === key || sameValue(fact.value, value)),
    );
  const wanted = [
    ...Map.groupBy(statements.filter(isWanted), ({ kind, key }) => `${kind} ${key}`).values(),
  ].flatMap((family) => family.slice(0, MOST_OF_A_KEY));
  if (wanted.length === 0) return [];
  const saidAt = new Date(message.created_at);
  const rows = wanted.map(({ kind, key, value, change, span, from, to, confidence }) => ({
    id: derivedUuid('fact', message.id, kind, key, value, change),
    owner_id: message.user_id,
    kind,
    key: key.slice(0, 120),
    value,
    text: message.message_text.slice(span.start, Math.min(span.end, span.start + 400)),
    message_row: message.id,
    message_id: message.message_id,
    evidence_start: span.start,
    evidence_end: span.end,
    said_at: saidAt,
    change,
    stated_from: from,
    stated_to: to,
    confidence,
    engine,
    created_at: now,
    valid_from: from ?? saidAt,
  }));
  const added = await trx
    .insertInto('interviewly.facts')
    .values([...new Map(rows.map((row) => [row.id, row])).values()])
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id', 'kind', 'key'])
    .execute();
  await unsettle(trx, message.user_id, added);
  return added.map(({ id }) => id);
}

/** Of these a sentence states one at most: what overlaps a forgotten one is that one, in other words. */
function isLone(kind: FactKind): boolean {
  return !['skill', 'language', 'person', 'constraint'].includes(kind);
}
