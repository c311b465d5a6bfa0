import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parseDatabaseUrl } from '../../src/config/index.ts';
import type { Memory } from '../../src/memory/index.ts';
import { diagnoseDatabase } from '../../src/store/diagnosis.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { memoryOf } from './memory.ts';
import { recordingLogger, silent } from './open.ts';
import { patient, quickRefusal, Stores, timed } from './support.ts';

describe.runIf(requireOrSkip('PostgreSQL', postgresAvailable()))('a Postgres server', () => {
  const stores = new Stores();
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(() => stores.closeAll());
  afterAll(() => server?.remove());

  test('that starts after us is waited for', async () => {
    const late = await startPostgres({ autostart: false });
    const log = recordingLogger();
    const store = stores.open(late.url, { logger: log.logger });
    const prepared = store.prepare();
    await expect
      .poll(() => store.state, patient)
      .toMatchObject({ phase: 'opening', reason: expect.stringContaining('nothing listens') });
    await sleep(3_000);
    await late.start();
    await prepared;
    expect(store.state).toEqual({ phase: 'ready' });
    expect(log.text()).toContain('all 11 tables and their indexes are ready');
    await stores.closeAll();
    await late.remove();
  });

  /** Remembers one message after the other until stopped; the ids of those that were acknowledged. */
  function writer(memory: Memory) {
    const acknowledged: string[] = [];
    let refused = 0;
    let going = true;
    async function loop(): Promise<void> {
      for (let n = 0; going; n++) {
        try {
          const [message] = await memory.remember('u', [{ role: 'user', text: `message number ${n}` }]);
          acknowledged.push(message!.id);
        } catch (error) {
          expect(error).toMatchObject({ code: 'database_unavailable', status: 503 });
          refused++;
        }
      }
    }
    const running = Promise.all([loop(), loop(), loop()]);
    const stop = async () => {
      going = false;
      await running;
    };
    onTestFinished(stop);
    return { acknowledged, refused: () => refused, stop };
  }

  test.each(['fast', 'immediate'] as const)(
    'that is stopped (%s) and started under way loses and doubles nothing',
    async (mode) => {
      const store = await stores.prepared(await server.createDatabase());
      const memory = memoryOf(store);
      const writing = writer(memory);
      await expect.poll(() => writing.acknowledged.length, patient).toBeGreaterThan(20);
      await server.stop(mode);
      await sleep(300);
      await server.start();
      const before = writing.acknowledged.length;
      await expect.poll(() => writing.acknowledged.length, patient).toBeGreaterThan(before + 20);
      await writing.stop();
      // The pause was shorter than a request's patience: nobody was sent away.
      expect(writing.refused()).toBe(0);
      const rows = await store.db
        .selectFrom('user_message_embeddings')
        .select(['id', 'message_text'])
        .execute();
      expect(new Set(rows.map((row) => row.id)).isSupersetOf(new Set(writing.acknowledged))).toBe(true);
      expect(rows).toHaveLength(writing.acknowledged.length);
      const owner = await store.db.selectFrom('interviewly.owners').select('documents').executeTakeFirst();
      expect(owner?.documents).toBe(rows.length);
    },
  );

  test('that is away for longer than a request waits gives 503, and is used again after', async () => {
    const store = await stores.prepared(server.url);
    await server.stop();
    try {
      await expect(store.read((db) => sql`select 1`.execute(db))).rejects.toMatchObject({
        code: 'database_unavailable',
        detail: 'nothing listens at the address that DATABASE_URL names',
      });
    } finally {
      await server.start();
    }
    await store.ping(2_000);
  });

  test('is described by the diagnosis as it is', async () => {
    const url = await server.createDatabase();
    const diagnose = () => diagnoseDatabase(parseDatabaseUrl(url, { cwd: '/', env: {} }), { logger: silent });
    const before = await diagnose();
    expect(before.filter(({ status }) => status === 'problem')).toEqual([]);
    await memoryOf(await stores.prepared(url)).remember('u', [{ role: 'user', text: 'hello' }]);
    const found = new Map((await diagnose()).map((finding) => [finding.name, finding]));
    expect(found.get('tables')).toMatchObject({ status: 'ok', message: 'all 11 are there' });
    expect(found.get('triggers')).toMatchObject({ status: 'ok' });
    expect(found.get('queue')).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/^1 messages? wait/),
    });
  });

  test('whose schema another process makes just now is waited for, until somebody ends us', async () => {
    const url = await server.createDatabase();
    const other = await stores.prepared(url);
    const store = stores.open(url, { statementTimeoutMs: 300 });
    const impatient = stores.open(url);
    const ending = new AbortController();
    const held = other.dialect.exclusively(other.db, () => sleep(5_000));
    await sleep(100);
    const ended = expect(impatient.prepare(ending.signal)).rejects.toThrow();
    setTimeout(() => ending.abort(), 200);
    // Longer than a statement of a request may take.
    const waited = timed(() => store.prepare());
    expect(await timed(() => ended)).toBeLessThan(4_000);
    expect(await waited).toBeGreaterThan(4_000);
    await held;
  });

  describe('that refuses us for good', () => {
    const change = (name: 'username' | 'password' | 'hostname' | 'pathname', value: string) => {
      const url = new URL(server.url);
      url[name] = value;
      return url.href;
    };
    async function quickly(url: string): Promise<string> {
      const line = await quickRefusal(url, 3_000);
      expect(line).not.toContain(server.password);
      return line;
    }

    test('says what is wrong in one line at once', async () => {
      expect(await quickly(change('password', 'wrong'))).toMatch(
        /refuses the password or the user name.*percent-encoded/,
      );
      expect(await quickly(change('username', 'nobody'))).toMatch(/refuses the password or the user name/);
      expect(await quickly(change('pathname', '/nowhere'))).toMatch(
        /database that DATABASE_URL names does not exist.*createdb/,
      );
      expect(await quickly(change('hostname', 'no-such-host.invalid'))).toMatch(
        /host in DATABASE_URL is unknown.*spelling/,
      );
    });

    test('says so where it only lets us read', async () => {
      await server.query(`create role reader login password 'r'; create role timid login password 't';
        alter role timid set default_transaction_read_only = on; grant all on database ${server.user} to timid;
        grant all on schema public to timid`);
      const as = (user: string, password: string, url = server.url) =>
        url.replace(/\/\/[^@]+@/, `//${user}:${password}@`);
      expect(await quickly(as('timid', 't'))).toMatch(/read-only.*role that may write/i);
      // On an empty database it may not make the tables, on one that is ready it may not write to them.
      expect(await quickly(as('reader', 'r', await server.createDatabase()))).toMatch(
        /lacks a right.*another role/,
      );
      const url = await server.createDatabase();
      await stores.prepared(url);
      const database = new URL(url).pathname.slice(1);
      await server.query('grant usage on schema public, interviewly_engine to reader', database);
      await server.query('grant select on all tables in schema public to reader', database);
      await server.query('grant select on all tables in schema interviewly_engine to reader', database);
      expect(await quickly(as('reader', 'r', url))).toMatch(/may not write|lacks a right/);
    });
  });
});
