import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import type { Store } from '../../src/store/index.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { recordingLogger } from './open.ts';
import { patient, Stores, timed } from './support.ts';

describe.runIf(requireOrSkip('PostgreSQL', postgresAvailable()))('the pool', () => {
  const stores = new Stores();
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(async () => {
    server.resume();
    await stores.closeAll();
  });
  afterAll(() => server?.remove());

  async function backends(): Promise<number> {
    const [row] = await server.query(
      `select count(*)::int as n from pg_stat_activity where application_name = 'interviewly'`,
    );
    return Number(row!.n);
  }
  const hold = (store: Store, seconds: number) =>
    store.transaction((trx) => sql`select pg_sleep(${seconds})`.execute(trx));
  const failure = async (work: Promise<unknown>): Promise<AppError> => {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  };

  test('5 connections are kept, 10 more are made on demand and closed when idle', async () => {
    const store = await stores.prepared(server.url, { pool: { idleMs: 300 } });
    const work = Array.from({ length: 15 }, () => hold(store, 0.8));
    await expect.poll(backends, patient).toBe(15);
    await Promise.all(work);
    await expect.poll(backends, patient).toBe(5);
    // They stay.
    await sleep(700);
    expect(await backends()).toBe(5);
  });

  test('the 16th waits, and is told of the settings where that takes too long', async () => {
    const store = await stores.prepared(server.url, { pool: { timeoutMs: 400 } });
    const work = Array.from({ length: 15 }, () => hold(store, 1.2));
    await expect.poll(backends, patient).toBe(15);
    const error = await failure(store.read((db) => sql`select 1`.execute(db)));
    expect(error).toMatchObject({ code: 'database_unavailable', status: 503 });
    expect(`${error.detail} ${error.remedy}`).toMatch(
      /Connection pool timeout.*DATABASE_POOL_SIZE or DATABASE_MAX_OVERFLOW/,
    );
    await Promise.all(work);
    const waiting = await stores.prepared(server.url, {
      pool: { size: 1, maxOverflow: 0, timeoutMs: 5_000 },
    });
    await Promise.all([hold(waiting, 0.3), hold(waiting, 0.3), hold(waiting, 0.1)]);
  });

  test('the size and the overflow are what the settings say', async () => {
    const store = await stores.prepared(server.url, { pool: { size: 2, maxOverflow: 1, idleMs: 200 } });
    const work = Array.from({ length: 6 }, () => hold(store, 0.5));
    await expect.poll(backends, patient).toBe(3);
    await Promise.all(work);
    await expect.poll(backends, patient).toBe(2);
  });

  test('a server that killed the idle connections is not noticed by a request', async () => {
    const log = recordingLogger();
    const store = await stores.prepared(server.url, { logger: log.logger });
    const fill = () => Promise.all(Array.from({ length: 5 }, () => hold(store, 0.05)));
    await fill();
    expect(await server.killIdle()).toBeGreaterThanOrEqual(5);
    await store.read((db) => sql`select 1`.execute(db));
    // Long idle as well, and with many at once.
    await fill();
    await sleep(1_100);
    await server.killIdle();
    await Promise.all(Array.from({ length: 10 }, () => store.read((db) => sql`select 1`.execute(db))));
    expect(log.text()).not.toContain('trying again');
  });

  test('a connection that is cut under a transaction is made anew, and the work done once', async () => {
    const store = await stores.prepared(server.url);
    await sql`create table if not exists done (n int)`.execute(store.db);
    let runs = 0;
    await store.transaction(async (trx) => {
      runs++;
      await sql`insert into done values (1)`.execute(trx);
      if (runs === 1) await server.killIdle();
      await sql`insert into done values (2)`.execute(trx);
    });
    expect(runs).toBe(2);
    expect(await server.query('select n from done order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('a server that hangs is reported within a second, and used again when it is back', async () => {
    const store = await stores.prepared(server.url);
    server.pause();
    for (let i = 0; i < 3; i++) {
      let error: AppError | undefined;
      const ms = await timed(async () => {
        error = await failure(store.ping(800));
      });
      expect(error!.code).toBe('database_unavailable');
      expect(ms).toBeLessThan(1_000);
    }
    server.resume();
    await store.ping(800);
    expect(await store.productTables(800)).toHaveLength(11);
  });

  test('a statement that hangs ends at its time limit, and its connection is not used again', async () => {
    const store = await stores.prepared(server.url, { statementTimeoutMs: 3_100 });
    let error: AppError | undefined;
    const ms = await timed(async () => {
      error = await failure(hold(store, 10));
    });
    expect(error).toMatchObject({
      code: 'database_unavailable',
      detail: 'the server did not answer in time',
      remedy: expect.stringContaining('DATABASE_STATEMENT_TIMEOUT'),
    });
    // The rollback does not wait for the same once more.
    expect(ms).toBeLessThan(5_000);
    await store.ping(800);
  });

  test('a server that dies while a connection is being tried is survived', async () => {
    const store = await stores.prepared(server.url);
    await hold(store, 0.05);
    await sleep(1_100);
    server.pause();
    const reading = store.read((db) => sql`select 1`.execute(db));
    await sleep(100);
    await server.stop('immediate');
    await server.start();
    await reading;
  });

  test('a request that comes after the end is told so', async () => {
    const store = await stores.prepared(server.url);
    await store.close();
    expect(await failure(store.read((db) => sql`select 1`.execute(db)))).toMatchObject({
      code: 'database_unavailable',
      detail: 'the server is shutting down',
    });
  });

  test('closing does not wait for a server that hangs, and leaves nothing behind', async () => {
    const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
    const before = sockets();
    const store = await stores.prepared(server.url);
    await Promise.all(Array.from({ length: 3 }, () => hold(store, 0.05)));
    server.pause();
    const hanging = failure(store.ping(200));
    expect(sockets()).toBeGreaterThan(before);
    await hanging;
    expect(await timed(() => store.close())).toBeLessThan(4_500);
    await expect.poll(sockets, patient).toBe(before);
  });
});
