import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { ownedRows } from '../src/features/account/index.ts';
import { uuidv7 } from '../src/kernel/ids.ts';
import type { Database, Store } from '../src/store/index.ts';

interface Column {
  name: string;
  type: string;
  /** Of a varchar, in characters. */
  length: number;
  /** Where the database numbers the rows by itself. */
  isSerial: boolean;
}

/** The engine's tables that hold rows of a person in a column of their own. */
export const ownedEngineTables: readonly { table: keyof Database; column: string }[] = ownedRows.flatMap(
  (owned) =>
    'column' in owned && owned.table.startsWith('interviewly.')
      ? [{ table: owned.table, column: owned.column }]
      : [],
);

/**
 * A row of the owner's in each of those tables, with the mark in every column that takes text. The owner has said
 * something already: `seq` refers to an indexed message.
 */
export async function fillEngineTables(store: Store, owner: string, mark: string): Promise<void> {
  const { seq } = await store.db
    .selectFrom('interviewly.documents as d')
    .innerJoin('interviewly.owners as o', 'o.key', 'd.owner')
    .select('d.seq')
    .where('o.user_id', '=', owner)
    .executeTakeFirstOrThrow();
  for (const { table, column } of ownedEngineTables) {
    const columns = (await columnsOf(store, table)).filter(({ isSerial }) => !isSerial);
    const values = columns.map((one) => {
      if (one.name === 'seq') return seq;
      return one.name === column ? owner : valueFor(one, mark);
    });
    const names = sql.join(columns.map(({ name }) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${names}) values (${sql.join(values)})`.execute(store.db);
  }
}

function valueFor({ name, type, length }: Column, mark: string): unknown {
  if (/^(id|.*_id|.*_hash)$/.test(name)) return uuidv7().slice(0, length);
  if (/bool/.test(type)) return false;
  if (/time|date/.test(type)) return new Date('2026-01-01T00:00:00Z');
  if (/int|real|double|numeric|float/.test(type)) return 1;
  if (/json/.test(type)) return JSON.stringify({ mark });
  if (/blob|bytea/.test(type)) return Buffer.from(mark);
  if (/char|text/.test(type)) return mark.slice(0, length);
  throw new Error(`fill-tables.ts does not know what to put into ${name} of type ${type}`);
}

async function columnsOf(store: Store, table: string): Promise<Column[]> {
  const bare = table.replace('interviewly.', '');
  if (store.kind === 'sqlite') {
    const { rows } = await sql<{ name: string; type: string; pk: number }>`
      select name, lower(type) as type, pk from pragma_table_info(${`interviewly_${bare}`})`.execute(
      store.db,
    );
    return rows.map(({ name, type, pk }) => ({
      name,
      type,
      length: Number(/\((\d+)\)/.exec(type)?.[1] ?? 1_000),
      isSerial: name !== 'seq' && pk === 1 && type === 'integer',
    }));
  }
  const { rows } = await sql<{ name: string; type: string; length: number | null; fallback: string | null }>`
    select column_name as name, data_type as type, character_maximum_length as length, column_default as fallback
    from information_schema.columns where table_schema = 'interviewly_engine' and table_name = ${bare}`.execute(
    store.db,
  );
  return rows.map(({ name, type, length, fallback }) => ({
    name,
    type,
    length: length ?? 1_000,
    isSerial: /^nextval/.test(fallback ?? ''),
  }));
}

/**
 * Where any of these words is: in rows of tables, as text, and for a database that is a file in its bytes, which hold
 * its indexes and what was deleted, too.
 */
export async function findTraces({ db, dialect, kind }: Store, ...words: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of (await dialect.introspect(db)).columns.keys()) {
    const rows =
      kind === 'postgres'
        ? (await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(db)).rows
        : (await sql`select * from ${sql.table(table)}`.execute(db)).rows;
    const text = JSON.stringify(rows, (_key, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const word of words) if (text.includes(word)) found.push(`${word} in ${table}`);
  }
  if (kind === 'postgres') return found;
  const { rows } = await sql<{
    file: string;
  }>`select file from pragma_database_list where file <> ''`.execute(db);
  for (const file of rows.flatMap((row) => [row.file, `${row.file}-wal`, `${row.file}-journal`])) {
    const bytes = bytesOf(file);
    for (const word of words)
      if (bytes.includes(word)) found.push(`${word} in the bytes of ${file.replace(/^.*\.db/, 'db')}`);
  }
  return found;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    // There is no log just now.
    return Buffer.alloc(0);
  }
}
