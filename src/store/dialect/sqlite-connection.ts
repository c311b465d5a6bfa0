import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { getLoadablePath } from 'sqlite-vec';
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

/** One SQLite file as Kysely wants it, with sqlite-vec loaded where this platform has it. */
export class SqliteConnection implements SqliteDatabase {
  readonly vectorError: string | null;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  constructor(path: string) {
    this.#database = new DatabaseSync(path, { allowExtension: true, enableForeignKeyConstraints: true });
    this.vectorError = this.#loadVectors();
    this.#database.exec('PRAGMA busy_timeout = 5000');
    // Readers and one writer side by side; FULL, because what was acknowledged must survive a power cut.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // What is deleted is overwritten, so that erasure means the file too.
    this.#database.exec('PRAGMA secure_delete = ON');
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

  prepare(sql: string): Statement {
    // A deferred transaction that reads first cannot wait for another writer later: it fails at once. All of our
    // transactions write, so each takes the write lock at its beginning, where waiting works.
    const text = sql === 'begin' ? 'begin immediate' : sql;
    const kept = this.#statements.get(text);
    if (kept) return kept;
    const statement = new Statement(this.#database.prepare(text));
    if (this.#statements.size >= keptStatements) this.#statements.delete(this.#statements.keys().next().value!);
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
