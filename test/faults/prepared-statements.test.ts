import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Store } from '../../src/store/index.ts';
import { pgbouncerAvailable, startPgBouncer } from '../servers/pgbouncer.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { Stores } from './support.ts';

const available =
  requireOrSkip('PostgreSQL', postgresAvailable()) && requireOrSkip('PgBouncer', pgbouncerAvailable());

const insert = (db: Kysely<Database>, id: number) => sql`insert into pieces values (${id})`.execute(db);

describe.runIf(available)('statements that are prepared once', () => {
  const stores = new Stores();
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(() => stores.closeAll());
  afterAll(() => server?.remove());

  /** Many at once, reads and transactions, each statement several times on several connections. */
  async function work(store: Store): Promise<void> {
    await sql`create table pieces (id int)`.execute(store.db);
    const ids = Array.from({ length: 40 }, (_, id) => id);
    await Promise.all(
      ids.map((id) =>
        store.transaction(async (trx) => {
          await insert(trx, id);
          await insert(trx, id + 100);
        }),
      ),
    );
    const found = await Promise.all(
      ids.map((id) =>
        store.read((db) => sql<{ id: number }>`select id from pieces where id = ${id}`.execute(db)),
      ),
    );
    expect(found.map(({ rows }) => rows)).toEqual(ids.map((id) => [{ id }]));
    const all = await sql<{ count: number }>`select count(*) from pieces where id >= ${0}`.execute(store.db);
    expect(all.rows).toEqual([{ count: 80 }]);
  }

  /** Of ours, on one of the server's connections. */
  const preparedOn = async (store: Store) => {
    const { rows } = await sql<{ name: string }>`
      select name from pg_prepared_statements where name like 'interviewly%'`.execute(store.db);
    return rows.length;
  };

  test.each([0, 200])('work behind a pooler that follows %i of them', async (maxPreparedStatements) => {
    const bouncer = await startPgBouncer(server, { maxPreparedStatements });
    try {
      const url = new URL(await server.createDatabase());
      url.port = String(bouncer.port);
      const [store, other] = [await stores.prepared(url.href), await stores.prepared(url.href)];
      await work(store);
      const seen = await Promise.all(
        Array.from({ length: 30 }, (_, id) =>
          other.read((db) => sql<{ id: number }>`select id from pieces where id = ${id}`.execute(db)),
        ),
      );
      expect(seen.map(({ rows }) => rows[0]!.id)).toEqual(Array.from({ length: 30 }, (_, id) => id));
    } finally {
      await bouncer.stop();
    }
  });

  test('are used without a pooler, and a table that changed meanwhile is not noticed', async () => {
    const store = await stores.prepared(await server.createDatabase());
    await work(store);
    expect(await preparedOn(store)).toBeGreaterThan(0);
    const first = () =>
      store.read((db) => sql<object>`select * from pieces where id = ${1} limit 1`.execute(db));
    for (let i = 0; i < 3; i++) expect((await first()).rows).toEqual([{ id: 1 }]);
    await sql`alter table pieces add column extra int default 7`.execute(store.db);
    expect((await first()).rows).toEqual([{ id: 1, extra: 7 }]);
  });
});
