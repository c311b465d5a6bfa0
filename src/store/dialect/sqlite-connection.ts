import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { getLoadablePath } from 'sqlite-vec';
import { StartupError } from '../../kernel/errors.ts';
import { parseJson, timestampToISO } from './values.ts';

type Convert = (value: unknown) => unknown;

/** How a column's declared type reads: by its declaration, so tables made by other programs read the same. */
function converter(declared: string | null): Convert | null {
  const type = declared?.toUpperCase() ?? '';
  if (type.startsWith('BOOL')) return (value) => (typeof value === 'number' ? value !== 0 : value);
  if (type.startsWith('DATETIME') || type.startsWith('TIMESTAMP')) {
    return (value) => (typeof value === 'string' ? timestampToISO(value) : value);
  }
  if (type === 'JSON') return (value) => (typeof value === 'string' ? parseJson(value) : value);
  return null;
}

class Statement implements SqliteStatement {
  readonly reader: boolean;
  readonly #statement: StatementSync;
  readonly #converters: [string, Convert][] = [];

  constructor(statement: StatementSync) {
    this.#statement = statement;
    const columns = statement.columns();
    this.reader = columns.length > 0;
    for (const column of columns) {
      const convert = converter(column.type);
      if (convert) this.#converters.push([column.name, convert]);
    }
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...(parameters as SQLInputValue[])).map((row) => this.#convert(row));
  }

  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.#statement.run(...(parameters as SQLInputValue[]));
  }

  *iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    for (const row of this.#statement.iterate(...(parameters as SQLInputValue[]))) yield this.#convert(row);
  }

  #convert(row: Record<string, unknown>): Record<string, unknown> {
    // node:sqlite's rows have no prototype; a plain copy behaves like the rows of every other driver.
    const converted = { ...row };
    for (const [name, convert] of this.#converters) converted[name] = convert(converted[name]);
    return converted;
  }
}

/** Prepared statements that are kept: preparing costs more than many of them take to run. */
const keptStatements = 300;

/**
 * How long a statement waits inside SQLite for another process' lock, in ms. Nothing else of this process runs
 * meanwhile, health checks included, so the waiting proper is done outside, by trying again (see `resilient`).
 */
const busyTimeoutMs = 20;

/** Opens a file, and makes it and its folder where they are missing. */
export function openSqliteFile(path: string): SqliteConnection {
  if (path !== ':memory:') {
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartupError(
        `DATABASE_URL: the folder of the SQLite file cannot be made (${reason})`,
        'Correct the path in DATABASE_URL, or give this user the right to make it.',
        { cause: error },
      );
    }
  }
  return new SqliteConnection(path);
}

/** Stands in for a `rollback` that SQLite has done itself: asked for again, it fails and hides what was wrong. */
const nothingToDo: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  *iterate() {},
};

/** One SQLite file as Kysely wants it, with sqlite-vec loaded where this platform has it. */
export class SqliteConnection implements SqliteDatabase {
  readonly vectorError: string | null;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  constructor(path: string) {
    this.#database = new DatabaseSync(path, { allowExtension: true, enableForeignKeyConstraints: true });
    try {
      this.vectorError = this.#loadVectors();
      this.#database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
      // Readers and one writer side by side; FULL, because what was acknowledged must survive a power cut.
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
      // What is deleted is overwritten, so that erasure means the file too.
      this.#database.exec('PRAGMA secure_delete = ON');
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  #loadVectors(): string | null {
    try {
      this.#database.loadExtension(getLoadablePath());
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      this.#database.enableLoadExtension(false);
    }
  }

  prepare(sql: string): SqliteStatement {
    if (sql === 'rollback' && !this.#database.isTransaction) return nothingToDo;
    // A deferred transaction that reads first cannot wait for another writer later: it fails at once. All of our
    // transactions write, so each takes the write lock at its beginning, where waiting works.
    const text = sql === 'begin' ? 'begin immediate' : sql;
    const kept = this.#statements.get(text);
    if (kept) return kept;
    const statement = new Statement(this.#database.prepare(text));
    if (this.#statements.size >= keptStatements)
      this.#statements.delete(this.#statements.keys().next().value!);
    this.#statements.set(text, statement);
    return statement;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
