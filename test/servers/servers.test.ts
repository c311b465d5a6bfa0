import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumBrowser, chromiumPath } from './chromium.ts';
import { pgbouncerAvailable, startPgBouncer } from './pgbouncer.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from './postgres.ts';
import { requireOrSkip } from './require.ts';

const postgres = requireOrSkip('PostgreSQL', postgresAvailable());
const pgvector = requireOrSkip('pgvector', postgresAvailable().pgvector);
const pgbouncer = requireOrSkip('PgBouncer', pgbouncerAvailable());
const browser = requireOrSkip('Chromium', chromiumPath() !== null);

async function once(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe.runIf(postgres)('a PostgreSQL server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ settings: { application_name: "it's set" } });
  });
  afterAll(() => server.remove());

  test('answers at its URL, and not without the password', async () => {
    const rows = await once({ connectionString: server.url }, 'show application_name');
    expect(rows).toEqual([{ application_name: "it's set" }]);
    const wrong = server.url.replace(server.password, 'wrong');
    await expect(once({ connectionString: wrong }, 'select 1')).rejects.toThrow(/password authentication/);
  });

  test('creates databases that are apart from each other', async () => {
    const [one, two] = [await server.createDatabase(), await server.createDatabase('Two "words"')];
    await once({ connectionString: one }, 'create table only_here (id int)');
    const rows = await once({ connectionString: two }, `select to_regclass('only_here') as found`);
    expect(rows).toEqual([{ found: null }]);
  });

  test('cuts every connection, and counts them', async () => {
    const client = new pg.Client({ connectionString: server.url });
    const errors: Array<Error & { code?: string }> = [];
    client.on('error', (error) => errors.push(error));
    await client.connect();
    expect(await server.killIdle()).toBe(1);
    await expect.poll(() => errors.map((error) => error.code)).toContain('57P01');
  });

  test('keeps its data and its port through a restart and a crash', async () => {
    await server.query('create table kept as select 7 as number');
    await server.restart();
    expect(await once({ connectionString: server.url }, 'select number from kept')).toEqual([{ number: 7 }]);
    await server.stop('immediate');
    await expect(once({ connectionString: server.url }, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    await server.start();
    expect(await once({ connectionString: server.url }, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  test('does not answer while paused', async () => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    server.pause();
    const answer = client.query('select 1 as one');
    expect(await Promise.race([answer, sleep(200, 'silence')])).toBe('silence');
    server.resume();
    expect((await answer).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  test.runIf(pgvector)('has pgvector, unless told not to', async () => {
    const available = `select name from pg_available_extensions where name in ('vector', 'plpgsql') order by 1`;
    expect(await server.query(available)).toEqual([{ name: 'plpgsql' }, { name: 'vector' }]);
    const without = await startPostgres({ pgvector: false });
    expect(await without.query(available)).toEqual([{ name: 'plpgsql' }]);
    await expect(without.query('create extension vector')).rejects.toThrow(/not available/);
    await without.remove();
    expect(existsSync(dirname(without.dataDir))).toBe(false);
  });

  test.runIf(pgbouncer)('can be had behind a pooler in transaction mode', async () => {
    const pooler = await startPgBouncer(server);
    const client = new pg.Client({ connectionString: pooler.url });
    await client.connect();
    const prepared = { name: 'twice', text: 'select $1::int as number' };
    expect((await client.query({ ...prepared, values: [1] })).rows).toEqual([{ number: 1 }]);
    expect((await client.query({ ...prepared, values: [2] })).rows).toEqual([{ number: 2 }]);
    await client.end();
    const parameters = { connectionString: pooler.url, options: '-c search_path=elsewhere' };
    await expect(once(parameters, 'select 1')).rejects.toThrow(/unsupported startup parameter/);
    await pooler.stop();
    await expect(once({ connectionString: pooler.url }, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe.runIf(postgres)('TLS', () => {
  const usesTls = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';

  test.each(['on', 'only'] as const)('%s: is verified against its own authority alone', async (ssl) => {
    const server = await startPostgres({ ssl });
    const ca = readFileSync(server.certs?.ca ?? '', 'utf8');
    const url = server.url;
    for (const host of ['127.0.0.1', 'localhost']) {
      const connectionString = url.replace('127.0.0.1', host);
      expect(await once({ connectionString, ssl: { ca } }, usesTls)).toEqual([{ ssl: true }]);
    }
    await expect(once({ connectionString: url, ssl: true }, usesTls)).rejects.toThrow(/verify|self.signed/);
    const plain = once({ connectionString: url, ssl: false }, usesTls);
    if (ssl === 'on') expect(await plain).toEqual([{ ssl: false }]);
    else await expect(plain).rejects.toThrow(/no encryption/);
    await server.remove();
  });

  test('off: is refused', async () => {
    const server = await startPostgres();
    await expect(once({ connectionString: server.url, ssl: true }, usesTls)).rejects.toThrow(/support SSL/);
    await server.remove();
  });
});

test.runIf(postgres)('a server dies with its process, even a killed one, and leaves nothing', async () => {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))});
    const server = await startPostgres();
    server.pause();
    console.log(server.dataDir);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const dataDir = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const pid = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  expect(() => process.kill(pid, 0)).not.toThrow();
  child.kill('SIGKILL');
  await expect.poll(() => existsSync(dirname(dirname(dataDir))), { timeout: 30_000 }).toBe(false);
  expect(['', 'Z']).toContain(
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)])
      .stdout.toString()
      .slice(0, 1),
  );
});

test.runIf(browser)('Chromium renders a page', async () => {
  const context = await (await chromiumBrowser()).newContext();
  const page = await context.newPage();
  await page.setContent('<h1>Hello</h1>');
  expect(await page.textContent('h1')).toBe('Hello');
  await context.close();
});
