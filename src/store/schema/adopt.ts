import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';
import type { Database } from '../tables/database.ts';
import { productTables } from '../tables/database.ts';
import type { ColumnDefinition, TableDefinition } from '../tables/define.ts';

/** What adoption had to add; all zero on a database that has everything. */
export interface Adoption {
  tables: string[];
  columns: string[];
  indexes: string[];
}

function columnSql(
  dialect: Dialect,
  name: string,
  column: ColumnDefinition,
  { adding }: { adding: boolean },
): string | null {
  const type = dialect.columnType(column.type);
  if (type === null) return null;
  const parts = [name, type];
  // A column added to a table with rows, or beside a program that does not know it, must not be demanded.
  if (column.notNull && !adding) parts.push('not null');
  if (column.primaryKey) parts.push('primary key');
  if (column.unique && !adding) parts.push('unique');
  if (column.defaultNow && !adding) parts.push(`default ${dialect.nowExpression}`);
  if (column.references) {
    const cascade = column.references.onDelete === 'cascade' ? ' on delete cascade' : '';
    parts.push(`references ${column.references.table}(id)${cascade}`);
  }
  return parts.join(' ');
}

async function createTable(db: Kysely<Database>, dialect: Dialect, table: TableDefinition): Promise<void> {
  const columns = Object.entries(table.columns).map(([name, column]) =>
    columnSql(dialect, name, column, { adding: false }),
  );
  await sql
    .raw(`create table ${table.name} (${columns.filter((column) => column !== null).join(', ')})`)
    .execute(db);
}

/**
 * Makes the product's eleven tables, or takes over those that exist: additively. Nothing is dropped, renamed or made
 * stricter, whoever made them; only what is missing is added, so that another backend can go on beside ours.
 */
export async function adoptTables(db: Kysely<Database>, dialect: Dialect): Promise<Adoption> {
  await dialect.createNamespaces(db, productTables);
  const existing = await dialect.introspect(db);
  const added: Adoption = { tables: [], columns: [], indexes: [] };
  for (const table of productTables) {
    const columns = existing.columns.get(table.name);
    if (!columns) {
      await createTable(db, dialect, table);
      added.tables.push(table.name);
    } else {
      for (const [name, column] of Object.entries(table.columns)) {
        if (columns.has(name)) continue;
        const definition = columnSql(dialect, name, column, { adding: true });
        if (definition === null) continue;
        await sql.raw(`alter table ${table.name} add column ${definition}`).execute(db);
        added.columns.push(`${table.name}.${name}`);
      }
    }
    for (const index of table.indexes) {
      if (index.names.some((name) => existing.indexes.has(name))) continue;
      await sql
        .raw(`create index ${index.names[0]} on ${table.name} (${index.columns.join(', ')})`)
        .execute(db);
      added.indexes.push(index.names[0]);
    }
  }
  return added;
}
