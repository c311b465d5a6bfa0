import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AppError } from '../../src/kernel/errors.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { failure, hold, patient, Stores, timed } from './support.ts';

describe.runIf(requireOrSkip('PostgreSQL', postgresAvailable()))('a server that hangs', () => {
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

  test('a server that hangs is reported within a second, and used again when it is back', async () => {
    const store = await stores.prepared(server.url);
    server.pause();
    for (let i = 0; i < 3; i++) {
      let error: AppError | undefined;
      const ms = await timed(async () => {
        error = await failure(store.ping(800));
      });
      expect(error!.code).toBe('database_unavailable');
      expect(ms).toBeLessThan(3_000);
    }
    server.resume();
    await store.ping(10_000);
    expect(await store.productTables(10_000)).toHaveLength(11);
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
    expect(ms).toBeLessThan(6_000);
    await store.ping(10_000);
  });

  test('a connection that breaks while it is being tried is survived', async () => {
    const store = await stores.prepared(server.url, { pool: { size: 1, maxOverflow: 0 } });
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.db);
    await sleep(1_100);
    server.pause();
    const reading = store.read((db) => sql`select 1`.execute(db));
    await sleep(100);
    process.kill(rows[0]!.pid, 'SIGKILL');
    await sleep(50);
    server.resume();
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
    expect(await timed(() => store.close())).toBeLessThan(20_000);
    await expect.poll(sockets, patient).toBeLessThanOrEqual(before);
  });
});
