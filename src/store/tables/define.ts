import { type ColumnType, type RawBuilder, sql } from 'kysely';
import type { DateISO } from '../../kernel/clock.ts';

/** Read as ISO text in UTC, written as a Date: the driver knows each database's own form. */
export type Timestamp = ColumnType<DateISO, Date, Date>;
export type NullableTimestamp = ColumnType<DateISO | null, Date | null | undefined, Date | null>;

/** A time to compare a column with. */
export function instant(date: Date): RawBuilder<DateISO> {
  return sql<DateISO>`${date}`;
}

/** JSON is read parsed; it is written through `json()`, so that nobody stores an object's toString. */
export type Json<T> = ColumnType<T | null, JsonText | null | undefined, JsonText | null>;
declare const jsonBrand: unique symbol;
export type JsonText = string & { readonly [jsonBrand]: true };
export function json(value: unknown): JsonText {
  return JSON.stringify(value) as JsonText;
}

/** A column nobody has to fill in. */
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** What a column holds, in words every dialect can translate. */
export type ColumnKind =
  | { kind: 'varchar'; length: number }
  | { kind: 'text' | 'integer' | 'boolean' | 'timestamp' | 'json' | 'serial' }
  | { kind: 'vector'; dimensions: number }
  | { kind: 'enum'; name: string; values: readonly string[] };

export interface ColumnDefinition {
  type: ColumnKind;
  notNull: boolean;
  primaryKey: boolean;
  unique: boolean;
  defaultNow: boolean;
  references?: { table: string; onDelete?: 'cascade' };
}

export interface IndexDefinition {
  columns: string[];
  /** The names under which deployments have it already; the first is ours. */
  names: [string, ...string[]];
}

export interface TableDefinition {
  name: string;
  columns: Record<string, ColumnDefinition>;
  indexes: IndexDefinition[];
}

function column(type: ColumnKind, options: Partial<ColumnDefinition> = {}): ColumnDefinition {
  return { type, notNull: false, primaryKey: false, unique: false, defaultNow: false, ...options };
}

/** The vocabulary of the table files. A column may be null unless `required`. */
export const varchar = (length: number) => column({ kind: 'varchar', length });
export const text = () => column({ kind: 'text' });
export const integer = () => column({ kind: 'integer' });
export const boolean = () => column({ kind: 'boolean' });
export const timestamp = () => column({ kind: 'timestamp' });
export const jsonColumn = () => column({ kind: 'json' });
export const vector = (dimensions: number) => column({ kind: 'vector', dimensions });
export const enumeration = (name: string, values: readonly string[]) =>
  column({ kind: 'enum', name, values });
export const uuidKey = () => column({ kind: 'varchar', length: 36 }, { primaryKey: true, notNull: true });
export const serialKey = () => column({ kind: 'serial' }, { primaryKey: true, notNull: true });
export const required = (definition: ColumnDefinition) => ({ ...definition, notNull: true });
export const unique = (definition: ColumnDefinition) => ({ ...definition, unique: true });
export const defaultNow = (definition: ColumnDefinition) => ({ ...definition, defaultNow: true });
export const references = (definition: ColumnDefinition, table: string, onDelete?: 'cascade') => ({
  ...definition,
  references: { table, ...(onDelete && { onDelete }) },
});

/** Ties a table's columns to the type its rows have: a column missing on either side does not compile. */
export function defineTable<Row>(
  name: string,
  columns: { [Column in keyof Row & string]: ColumnDefinition },
  indexes: IndexDefinition[] = [],
): TableDefinition {
  return { name, columns, indexes };
}

/** An index under SQLAlchemy's name for it, which is what existing deployments have. */
export function index(table: string, ...columns: string[]): IndexDefinition {
  return { columns, names: [`ix_${table}_${columns.join('_')}`] };
}
