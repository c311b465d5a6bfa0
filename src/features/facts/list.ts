import { type Kysely, sql } from 'kysely';
import type { FactKind } from '../../career/facts/index.ts';
import { invalidInput } from '../../kernel/errors.ts';
import { type Database, instant } from '../../store/index.ts';
import { findRow } from './edit.ts';
import { type FactRow, rivalFamilies, rivalsAmong, selectFacts, toFact } from './rows.ts';
import type { Fact } from './types.ts';

export interface FactsQuery {
  kind?: FactKind;
  current?: boolean;
  cursor?: string;
  limit?: number;
}

const currents = (db: Kysely<Database>, owner: string) =>
  selectFacts(db, owner)
    .where('valid_to', 'is', null)
    .where('superseded_by', 'is', null)
    .where('value', '!=', '');

/** Some current facts with what repeats those that have rivals: it may be said of both that they are so. */
async function withRepeats(db: Kysely<Database>, owner: string, rows: FactRow[]): Promise<FactRow[]> {
  const rivals = [...rivalFamilies(rows).values()].flat();
  if (rivals.length === 0) return rows;
  const repeats = await selectFacts(db, owner)
    .where('ended', '=', 'repeat')
    .where(
      'superseded_by',
      'in',
      rivals.map(({ id }) => id),
    )
    .execute();
  return [...rows, ...repeats];
}

/** Everything that is so now, pinned first, then the newest: what was said an age ago matters least. */
export async function currentFacts(db: Kysely<Database>, owner: string, most = 500): Promise<Fact[]> {
  const rows = await currents(db, owner)
    .orderBy('pinned', 'desc')
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return toFacts(rows, await withRepeats(db, owner, rows));
}

/** `among`: what they are set against. */
function toFacts(rows: readonly FactRow[], among: readonly FactRow[]): Fact[] {
  const rivals = rivalsAmong(among);
  return rows.map((row) => toFact(row, rivals));
}

/** A page of facts, the newest first. What only ends another («I left Acme») is told by that one's `valid_to`. */
export async function listFacts(
  db: Kysely<Database>,
  owner: string,
  { kind, current, cursor, limit = 50 }: FactsQuery,
): Promise<{ facts: Fact[]; next_cursor: string | null }> {
  const all = await withRepeats(db, owner, await currents(db, owner).execute());
  let query = current ? currents(db, owner) : selectFacts(db, owner).where('change', '!=', 'end');
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (cursor !== undefined) {
    const known = await selectFacts(db, owner).where('id', '=', cursor).executeTakeFirst();
    if (!known) throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
    query = query.where(sql<boolean>`(said_at, id) < (${instant(new Date(known.said_at))}, ${cursor})`);
  }
  const rows = await query
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    facts: toFacts(page, all),
    next_cursor: rows.length > limit ? page.at(-1)!.id : null,
  };
}

export async function getFact(db: Kysely<Database>, owner: string, id: string): Promise<Fact> {
  const row = await findRow(db, owner, id);
  return toFact(row, rivalsAmong(await family(db, owner, row)));
}

/** All that was ever stated of a fact's kind and key, the oldest first. */
export async function factHistory(db: Kysely<Database>, owner: string, id: string): Promise<Fact[]> {
  const rows = await family(db, owner, await findRow(db, owner, id));
  return toFacts(rows, rows);
}

async function family(db: Kysely<Database>, owner: string, { kind, key }: FactRow): Promise<FactRow[]> {
  return selectFacts(db, owner)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
}

/** What was so and what is, for a question about it or a quote of long ago. */
export async function factsAbout(
  db: Kysely<Database>,
  owner: string,
  about: { kinds?: readonly FactKind[]; messageRows?: readonly string[] },
): Promise<Fact[]> {
  let query = selectFacts(db, owner).where('value', '!=', '');
  if (about.kinds) query = query.where('kind', 'in', [...about.kinds]);
  if (about.messageRows) {
    const found = await selectFacts(db, owner)
      .where('message_row', 'in', [...about.messageRows])
      .execute();
    const keys = [...new Set(found.map(({ key }) => key))];
    if (keys.length === 0) return [];
    query = query.where('key', 'in', keys);
  }
  const rows = await query.orderBy('said_at', 'desc').limit(1_000).execute();
  return toFacts(rows, rows);
}

const shownAnswers = 50;
const excerpt = 240;

/** The replies that name a fact among their sources, the newest first. */
export async function answersWith(db: Kysely<Database>, owner: string, id: string) {
  await findRow(db, owner, id);
  const rows = await db
    .selectFrom('user_message_embeddings')
    .select(['message_id', 'conversation_id', 'message_text', 'metadata_json', 'created_at'])
    .where('user_id', '=', owner)
    .where('message_role', '=', 'assistant')
    .where(sql<boolean>`cast(metadata_json as text) like ${`%${id}%`}`)
    .orderBy('created_at', 'desc')
    .limit(shownAnswers)
    .execute();
  return rows.flatMap((row) => {
    const sources = row.metadata_json?.sources;
    const source = Array.isArray(sources)
      ? sources.find((one) => one?.kind === 'fact' && one?.id === id)
      : undefined;
    if (!source) return [];
    return [
      {
        message_id: row.message_id,
        conversation_id: row.conversation_id,
        created_at: row.created_at,
        excerpt:
          row.message_text.length > excerpt ? `${row.message_text.slice(0, excerpt)} …` : row.message_text,
        cited: source.cited === true,
      },
    ];
  });
}
