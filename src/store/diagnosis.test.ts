import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PostgresServer, postgresAvailable, startPostgres } from '../../test/servers/postgres.ts';
import { requireOrSkip } from '../../test/servers/require.ts';
import { parseDatabaseUrl } from '../config/index.ts';
import { createLogger } from '../kernel/logger.ts';
import { diagnoseDatabase } from './diagnosis.ts';
import { openStore } from './index.ts';

const logger = createLogger({ level: 'silent' });
const target = (url: string) => parseDatabaseUrl(url, { cwd: '/', env: {} });

async function findings(url: string): Promise<Record<string, string>> {
  const list = await diagnoseDatabase(target(url), { logger });
  return Object.fromEntries(
    list.map(({ name, status, message, remedy }) => [name, `${status}: ${message} | ${remedy ?? ''}`]),
  );
}

async function start(url: string): Promise<void> {
  const store = openStore(target(url), { logger });
  await store.prepare();
  await store.close();
}

describe('a SQLite file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'interviewly-diagnosis-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('before and after the first start', async () => {
    const url = `sqlite:///${path.join(folder, 'a.db')}`;
    expect((await findings(url)).database).toMatch(/^ok: .*not there yet/);
    await start(url);
    const after = await findings(url);
    expect(Object.values(after).filter((finding) => !finding.startsWith('ok: '))).toEqual([]);
    expect(after.triggers).toBe('ok: all 6 are there | ');
  });
});

describe.runIf(requireOrSkip('PostgreSQL', postgresAvailable()))('a Postgres server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  test('before the first start: reads everything and creates nothing', async () => {
    const url = await server.createDatabase('fresh');
    const found = await findings(url);
    expect(found.database).toMatch(/^ok: Postgres \d+/);
    expect(found.TLS).toContain('on this machine');
    expect(found.rights).toMatch(/^ok/);
    expect(found.tables).toContain('none yet');
    expect(found.pool).toMatch(/^ok: 5 connections and 10 on demand/);
    const tables = await server.query(
      `select 1 from pg_tables where schemaname not like 'pg\\_%' and schemaname <> 'information_schema'`,
      'fresh',
    );
    expect(tables).toEqual([]);
  });

  test('after a start: tables, triggers and the queue with its last error', async () => {
    const url = await server.createDatabase('used');
    await start(url);
    await server.query(
      `insert into interviewly_engine.embedding_jobs (id, set_aside, error) values ('x', true, 'too long')`,
      'used',
    );
    const found = await findings(url);
    expect(found.tables).toMatch(/^ok: all 11/);
    expect(found.triggers).toMatch(/^ok: all 5/);
    expect(found.queue).toMatch(
      /^warning: 0 messages wait .* 1 set aside \(last: too long\) .*embed --retry/,
    );
  });

  test('a wrong password, an unknown database, a role without rights, pools that do not fit', async () => {
    const wrong = await findings(server.url.replace(server.password, 'hunter2'));
    expect(wrong.database).toMatch(/^problem: .*refuses the password/);
    expect(wrong.database).not.toContain('hunter2');
    expect((await findings(`${server.url}_nowhere`)).database).toMatch(/^problem: .*does not exist/);
    const url = await server.createDatabase('guarded');
    await server.query(`create role reader login password 'reader'`, 'guarded');
    const asReader = url.replace(`${server.user}:${server.password}`, 'reader:reader');
    expect((await findings(asReader)).rights).toMatch(/^problem: .*may not create a schema.*GRANT CREATE/);
    const greedy = {
      ...target(url),
      pool: { size: 5000, maxOverflow: 0, timeoutMs: 1, idleMs: 1, prePing: true },
    };
    const list = await diagnoseDatabase(greedy as ReturnType<typeof target>, { logger });
    expect(list.find(({ name }) => name === 'pool')?.status).toBe('warning');
  });

  test('a server that froze does not freeze the report', async () => {
    server.pause();
    try {
      const startedAt = Date.now();
      expect((await findings(server.url)).database).toMatch(/^problem: /);
      expect(Date.now() - startedAt).toBeLessThan(18_000);
    } finally {
      server.resume();
    }
  }, 30_000);
});
