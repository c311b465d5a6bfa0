import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Certificates, createCertificates } from '../servers/certificates.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';
import { recordingLogger } from './open.ts';
import { refusal, Stores, startScript } from './support.ts';

describe.runIf(requireOrSkip('PostgreSQL', postgresAvailable()))('TLS', () => {
  const stores = new Stores();
  const folder = mkdtempSync(join(tmpdir(), 'interviewly-tls-'));
  let offering: PostgresServer;
  let demanding: PostgresServer;
  let plain: PostgresServer;
  let stranger: Certificates;
  beforeAll(async () => {
    stranger = createCertificates(folder);
    [offering, demanding, plain] = await Promise.all([
      // Its certificate is for localhost and 127.0.0.1, not for 127.0.0.2.
      startPostgres({ ssl: 'on', settings: { listen_addresses: '127.0.0.1,127.0.0.2' } }),
      startPostgres({ ssl: 'only' }),
      startPostgres(),
    ]);
  });
  afterEach(() => stores.closeAll());
  afterAll(async () => {
    await Promise.all([offering, demanding, plain].map((server) => server?.remove()));
    rmSync(folder, { recursive: true, force: true });
  });

  /** Whether the server sees the connection of a prepared store as encrypted. */
  async function encrypted(url: string, settings = {}): Promise<boolean> {
    const store = await stores.prepared(url, settings);
    const { rows } = await sql<{ ssl: boolean }>`
      select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(store.db);
    return rows[0]!.ssl;
  }
  async function access(server: PostgresServer, change: (rules: string) => string): Promise<void> {
    const file = join(server.dataDir, 'pg_hba.conf');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    await server.query('select pg_reload_conf()');
  }
  const ca = (server: PostgresServer) => encodeURIComponent(server.certs!.ca);
  const wrongHost = (url: string) => url.replace('127.0.0.1', '127.0.0.2');

  test('each sslmode gives what libpq means by it', async () => {
    expect(await encrypted(`${offering.url}?sslmode=disable`)).toBe(false);
    expect(await encrypted(`${offering.url}?sslmode=require`)).toBe(true);
    expect(await encrypted(`${offering.url}?sslmode=verify-ca&sslrootcert=${ca(offering)}`)).toBe(true);
    expect(await encrypted(`${offering.url}?sslmode=verify-full&sslrootcert=${ca(offering)}`)).toBe(true);
    // The chain alone, and nothing at all, do not care for the name.
    expect(await encrypted(wrongHost(`${offering.url}?sslmode=verify-ca&sslrootcert=${ca(offering)}`))).toBe(
      true,
    );
    expect(await encrypted(wrongHost(`${offering.url}?sslmode=require`))).toBe(true);
  });

  test('a certificate of somebody else is refused, and the line says what to do', async () => {
    const wrongCa = encodeURIComponent(stranger.ca);
    for (const mode of ['require', 'verify-ca', 'verify-full']) {
      const line = await refusal(`${offering.url}?sslmode=${mode}&sslrootcert=${wrongCa}`);
      expect(line).toMatch(/certificate could not be verified.*sslrootcert=FILE/);
    }
    expect(await refusal(`${offering.url}?sslmode=verify-full`)).toMatch(/certificate could not be verified/);
    expect(
      await refusal(wrongHost(`${offering.url}?sslmode=verify-full&sslrootcert=${ca(offering)}`)),
    ).toMatch(/for another host name than the one in DATABASE_URL.*verify-ca/);
    expect(await refusal(`${offering.url}?sslmode=verify-full&sslrootcert=/nowhere/ca.pem`)).toMatch(
      /sslrootcert names cannot be read: \/nowhere\/ca\.pem/,
    );
  });

  test("sslrootcert=system trusts the machine's authorities, and those alone", async () => {
    const url = `${offering.url}?sslrootcert=system`;
    const trusted = startScript('prepare-process.ts', [url], { env: { SSL_CERT_FILE: offering.certs!.ca } });
    expect(await trusted.ended).toMatchObject({ status: 0 });
    expect(await refusal(url)).toMatch(/certificate could not be verified/);
  });

  test('a server without TLS is never spoken to in plain text where TLS was asked for', async () => {
    for (const mode of ['require', 'verify-ca', 'verify-full']) {
      expect(await refusal(`${plain.url}?sslmode=${mode}`)).toMatch(
        /does not offer TLS.*Enable ssl on the server/,
      );
    }
    expect(await encrypted(`${plain.url}?sslmode=disable`)).toBe(false);
  });

  test('what we chose ourselves on loopback follows the server: plain where that is enough, else TLS', async () => {
    expect(await encrypted(plain.url)).toBe(false);
    expect(await encrypted(offering.url)).toBe(false);
    const log = recordingLogger();
    expect(await encrypted(demanding.url, { logger: log.logger })).toBe(true);
    expect(log.text()).toContain('the server demands TLS');
    // The whole pool, not only the first connection.
    const store = await stores.prepared(demanding.url);
    const seen = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.transaction(async (trx) => {
          const { rows } = await sql<{ ssl: boolean }>`
            select ssl, pg_sleep(0.05) from pg_stat_ssl where pid = pg_backend_pid()`.execute(trx);
          return rows[0]!.ssl;
        }),
      ),
    );
    expect(seen).toEqual(Array(8).fill(true));
  });

  test('what a person chose is not changed: plain text to a server that demands TLS is refused', async () => {
    expect(await refusal(`${demanding.url}?sslmode=disable`)).toMatch(
      /SSL connection required by the server.*\?sslmode=require/,
    );
  });

  test('a server whose access rules have no entry for us is not blamed on TLS', async () => {
    await plain.query(`create role outsider login password 'x'`);
    await access(plain, (rules) => rules.replace('host all all', `host all ${plain.user}`));
    const url = plain.url.replace(/\/\/[^@]+@/, '//outsider:x@');
    expect(await refusal(url)).toMatch(/does not accept this user from this address.*pg_hba\.conf/);
    expect(await encrypted(plain.url)).toBe(false);
  });

  test('channel_binding=require binds where the server offers it, and is refused elsewhere', async () => {
    expect(await encrypted(`${offering.url}?sslmode=require&channel_binding=require`)).toBe(true);
    const bound = /does not offer SCRAM with channel binding.*Remove channel_binding=require/;
    expect(await refusal(`${plain.url}?sslmode=require&channel_binding=require`)).toMatch(
      /does not offer TLS/,
    );
    // An MD5 password, and no password at all, over TLS: nothing that could be bound.
    await offering.query(`set password_encryption = 'md5'; create role old login password 'old'`);
    await offering.query('create role trusted login');
    const entries = 'hostssl all old 127.0.0.1/32 md5\nhostssl all trusted 127.0.0.1/32 trust\n';
    await access(offering, (rules) => entries + rules);
    const as = (user: string) => offering.url.replace(/\/\/[^@]+@/, `//${user}:old@`);
    for (const user of ['old', 'trusted']) {
      expect(await refusal(`${as(user)}?sslmode=require&channel_binding=require`)).toMatch(bound);
    }
    // A server on a busy machine ends its side of a connection a moment later.
    const clients = () =>
      offering.query(`select count(*)::int as n from pg_stat_activity where usename in ('old', 'trusted')`);
    await expect.poll(clients).toEqual([{ n: 0 }]);
  });
});
