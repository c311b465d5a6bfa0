import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { Stores } from './support.ts';

const postgres = requireOrSkip('PostgreSQL', postgresAvailable());
const folder = mkdtempSync(join(tmpdir(), 'interviewly-times-'));
const stores = new Stores();
let server: PostgresServer | undefined;
let files = 0;
let machine: string | undefined;
beforeAll(async () => {
  // The server is in New York, and we are in Kathmandu: neither may show.
  machine = process.env.TZ;
  process.env.TZ = 'Asia/Kathmandu';
  if (postgres) server = await startPostgres({ settings: { timezone: 'America/New_York' } });
});
afterEach(() => stores.closeAll());
afterAll(async () => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  { kind: 'SQLite', newUrl: async () => `sqlite:///${folder}/${files++}.db` },
  ...(postgres ? [{ kind: 'Postgres', newUrl: async () => server!.createDatabase() }] : []),
])('times on $kind', ({ newUrl }) => {
  const at = (text: string) => new Date(`2024-03-10T${text}Z`);

  test('are UTC whatever the time zone of the server and of this machine', async () => {
    const store = await stores.prepared(await newUrl());
    const { db } = store;
    // An hour that does not exist in New York.
    const instant = at('02:30:00.125');
    await db
      .insertInto('interviewly.sessions')
      .values({ token_hash: 't', user_id: 'u', created_at: instant, expires_at: instant })
      .execute();
    await sql`insert into user_message_embeddings (id, user_id, message_id, message_text, message_role)
      values ('m', 'u', 'm', 'hello', 'user')`.execute(db);
    const session = await db
      .selectFrom('interviewly.sessions')
      .select(['created_at', sql<string>`cast(created_at as varchar)`.as('stored')])
      .where('expires_at', '<=', sql<never>`${instant}`)
      .where('expires_at', '>=', sql<never>`${instant}`)
      .executeTakeFirstOrThrow();
    expect(session.created_at).toBe('2024-03-10T02:30:00.125Z');
    expect(session.stored).toMatch(/^2024-03-10 02:30:00\.125/);
    const message = await db
      .selectFrom('user_message_embeddings')
      .select('created_at')
      .executeTakeFirstOrThrow();
    expect(Math.abs(Date.parse(message.created_at) - Date.now())).toBeLessThan(60_000);
    await store.dialect.insertRows(
      db,
      'interviewly.documents',
      { id: 'text', owner: 'integer', role: 'text', created_at: 'timestamp', length: 'integer' },
      [['d', 1, 'user', instant, 1]],
    );
    const document = await db
      .selectFrom('interviewly.documents')
      .select('created_at')
      .executeTakeFirstOrThrow();
    expect(document.created_at).toBe('2024-03-10T02:30:00.125Z');
  });

  async function queueOf(
    store: Store,
    jobs: [id: string, runAfter: Date | null, setAside?: boolean][],
  ): Promise<void> {
    for (const [id, run_after, set_aside = false] of jobs) {
      await store.db.insertInto('interviewly.embedding_jobs').values({ id, run_after, set_aside }).execute();
    }
  }
  const claim = async (store: Store, now: Date, leaseUntil: Date, limit = 10) =>
    (await store.transaction((trx) => store.dialect.claimJobs(trx, { now, leaseUntil, limit })))
      .map(({ id }) => id)
      .sort();

  test('of jobs: new ones first, then in the order they are due; not before, and not those set aside', async () => {
    const store = await stores.prepared(await newUrl());
    await queueOf(store, [
      ['later', at('12:00:00.001')],
      ['due', at('12:00:00')],
      ['overdue', at('03:00:00')],
      ['new', null],
      ['aside', null, true],
    ]);
    const now = at('12:00:00');
    const lease = at('12:02:00');
    expect(await claim(store, now, lease, 1)).toEqual(['new']);
    expect(await claim(store, now, lease, 1)).toEqual(['overdue']);
    expect(await claim(store, now, lease)).toEqual(['due']);
    expect(await claim(store, now, lease)).toEqual([]);
    // A claim lapses, and counts.
    expect(await claim(store, at('12:00:01'), lease)).toEqual(['later']);
    expect(await claim(store, at('12:01:59.999'), lease)).toEqual([]);
    const again = await store.transaction((trx) =>
      store.dialect.claimJobs(trx, { now: lease, leaseUntil: at('12:04:00'), limit: 10 }),
    );
    expect(again.map(({ id, attempts }) => [id, attempts]).sort()).toEqual([
      ['due', 2],
      ['later', 2],
      ['new', 2],
      ['overdue', 2],
    ]);
  });
});
