import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../../dialect/dialect.ts';
import type { Database } from '../../tables/database.ts';

/** One step of the engine's own tables, a file each. A landed one is never edited. */
export interface Migration {
  name: string;
  /** Left for a later start where the database has no type for vectors. */
  needsVectors?: boolean;
  up(db: Kysely<Database>, dialect: Dialect): Promise<void>;
}

/** The dialect's word for a kind of column. */
export const columnType = (dialect: Dialect, kind: Parameters<Dialect['columnType']>[0]) =>
  sql.raw(dialect.columnType(kind)!);
