import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { recordingLogger } from './open.ts';
import { failure, hold, patient, Stores } from './support.ts';

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
  test('5 connections are kept, 10 more are made on demand and closed when idle', async () => {
    const store = await stores.prepared(server.url, { pool: { idleMs: 300 } });
    const work = Array.from({ length: 15 }, () => hold(store, 3));
    await expect.poll(backends, patient).toBe(15);
    await Promise.all(work);
    await expect.poll(backends, patient).toBe(5);
    // They stay.
    await sleep(700);
    expect(await backends()).toBe(5);
  });

  test('the 16th waits, and is told of the settings where that takes too long', async () => {
    const store = await stores.prepared(server.url, { pool: { timeoutMs: 2_000 } });
    const work = Array.from({ length: 15 }, () => hold(store, 5));
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
    const work = Array.from({ length: 6 }, () => hold(store, 2));
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
});
