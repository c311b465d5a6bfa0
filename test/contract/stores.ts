import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import { parseDatabaseUrl } from '../../src/config/index.ts';
import { createLogger, type Logger } from '../../src/kernel/logger.ts';
import { createPostgresDialect } from '../../src/store/dialect/postgres.ts';
import { timestampToISO } from '../../src/store/dialect/values.ts';
import { createStore, openStore, type Store } from '../../src/store/index.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';

export const silent: Logger = createLogger({ level: 'silent' });

/** One kind of database to run a contract on. `open` gives an empty database each time, not yet prepared. */
export interface StoreKind {
  name: string;
  open(): Promise<Store>;
  /** Opens the database of the store opened last once more, as another process would. Embedded ones cannot. */
  reopen?(): Promise<Store>;
}

/**
 * Runs the contract of the stores themselves: on SQLite, on a real Postgres with pgvector, and on the embedded one that
 * stands in where there is no server.
 */
export function onEveryStore(name: string, contract: (kind: StoreKind) => void): void {
  onEveryDatabase(name, contract, { standIn: false });
  onEmbeddedPostgres(name, contract);
}

/**
 * Runs what is built on the stores on SQLite and on Postgres: a real one, or the embedded one where there is none, unless
 * that is too slow to be of use (`standIn`).
 */
export function onEveryDatabase(
  name: string,
  contract: (kind: StoreKind) => void,
  { standIn = true }: { standIn?: boolean } = {},
): void {
  describe(`${name} on SQLite`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'interviewly-contract-'));
    let count = 0;
    const openFile = async () =>
      openStore({ kind: 'sqlite', path: join(folder, `${count}.db`) }, { logger: silent });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    contract({
      name: 'sqlite',
      async open() {
        count++;
        return openFile();
      },
      reopen: openFile,
    });
  });

  const { available, pgvector } = postgresAvailable();
  const served = requireOrSkip(`${name} on Postgres`, available && pgvector);
  if (!served && standIn) onEmbeddedPostgres(name, contract);
  describe.skipIf(!served)(`${name} on Postgres`, () => {
    let server: PostgresServer;
    let url: string;
    beforeAll(async () => {
      server = await runningServer();
    });
    const openUrl = async () => openStore(parseDatabaseUrl(url, { cwd: '/', env: {} }), { logger: silent });
    contract({
      name: 'postgres',
      async open() {
        url = await server.createDatabase();
        return openUrl();
      },
      reopen: openUrl,
    });
  });
}

function onEmbeddedPostgres(name: string, contract: (kind: StoreKind) => void): void {
  describe(`${name} on PGlite`, () => {
    let pglite: PGlite;
    beforeAll(async () => {
      pglite = await embedded();
    });
    contract({
      name: 'pglite',
      async open() {
        await pglite.exec(`drop extension if exists vector cascade; drop schema if exists interviewly_engine cascade;
          drop schema public cascade; create schema public`);
        return createStore({
          dialect: createPostgresDialect({ binaryParameters: false }),
          kysely: new PGliteDialect({ pglite: lasting(pglite) }),
          startupWaitMs: 5_000,
          logger: silent,
        });
      },
    });
  });
}

/*
 * Starting one takes seconds, emptying it does not: one for all the files that a worker runs, one after the other. They
 * end with the worker.
 */
let embeddedOne: Promise<PGlite> | undefined;
const embedded = () => (embeddedOne ??= startEmbedded());

async function startEmbedded(): Promise<PGlite> {
  const [{ PGlite }, { vector }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-pgvector'),
  ]);
  return PGlite.create({ extensions: { vector }, parsers: { 20: Number, 1114: timestampToISO } });
}

let serverOne: Promise<PostgresServer> | undefined;
const runningServer = () => (serverOne ??= startPostgres());

/** The same PGlite, not closed with the store that uses it. */
function lasting(pglite: PGlite): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      if (name === 'close') return async () => {};
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
