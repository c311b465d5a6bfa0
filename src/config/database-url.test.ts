import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StartupError } from '../kernel/errors.ts';
import type { PostgresTarget } from './config.ts';
import { parseDatabaseUrl } from './database-url.ts';
import type { Environment } from './variables.ts';

const cwd = '/srv/app';
const parse = (url: string, env: Environment = {}) => parseDatabaseUrl(url, { cwd, env });

function postgres(url: string, env: Environment = {}): PostgresTarget {
  const target = parse(url, env);
  if (target.kind !== 'postgres') throw new Error('not Postgres');
  return target;
}

function failure(url: string, env: Environment = {}): StartupError {
  try {
    parse(url, env);
  } catch (error) {
    if (error instanceof StartupError) return error;
    throw error;
  }
  throw new Error('no error');
}

/** Signs that mean something in a URL, or break lines, or are not ASCII. */
const nasty = fc.string({ unit: fc.constantFrom(...'@:/?#%[]&=,+-. \'"\\\r\n\0ü€x1') });

describe('SQLite', () => {
  test.each([
    ['sqlite:///relative.db', '/srv/app/relative.db'],
    ['sqlite:///./interviewly.db', '/srv/app/interviewly.db'],
    ['sqlite:///../data/a b.db', '/srv/data/a b.db'],
    ['sqlite:///my%20file.db', '/srv/app/my file.db'],
    ['sqlite:///100%.db', '/srv/app/100%.db'],
    ['sqlite:////var/lib/app.db', '/var/lib/app.db'],
    ['sqlite+pysqlite:///x.db', '/srv/app/x.db'],
    ['sqlite+aiosqlite:////x.db?timeout=30', '/x.db'],
    ['"sqlite:///x.db"', '/srv/app/x.db'],
    ['sqlite:///C:\\data\\app.db', 'C:\\data\\app.db'],
    ['sqlite:///C:/data/app.db', 'C:/data/app.db'],
    ['sqlite:///file:x.db?mode=rwc&uri=true', '/srv/app/x.db'],
    ['sqlite:///file:///var/x.db?uri=true', '/var/x.db'],
    ['sqlite:///file:shared?mode=memory&cache=shared&uri=true', ':memory:'],
    ['sqlite://', ':memory:'],
    ['sqlite:///', ':memory:'],
    ['sqlite:///:memory:', ':memory:'],
    ['sqlite+pysqlite:///:memory:', ':memory:'],
  ])('%s is %s', (url, path) => expect(parse(url)).toEqual({ kind: 'sqlite', path }));

  test.each([
    ['sqlite://interviewly.db', 'three slashes'],
    ['sqlite://./interviewly.db', 'three slashes'],
    ['sqlite+pysqlcipher://:S3CRET@/x.db', 'sqlite:///'],
    ['sqlite:///file:x.db?mode=ro&uri=true', 'mode=ro'],
  ])('%s is refused', (url, remedy) => {
    const error = failure(url);
    expect(error.message).toContain('DATABASE_URL');
    expect(error.remedy).toContain(remedy);
  });
});

describe('Postgres', () => {
  test('every part, in the spelling of Neon', () => {
    const url =
      'postgresql://ann:pw@ep-cool-1.eu.aws.neon.tech/neondb?sslmode=require&channel_binding=require&connect_timeout=10';
    expect(postgres(url)).toEqual({
      kind: 'postgres',
      host: 'ep-cool-1.eu.aws.neon.tech',
      port: 5432,
      user: 'ann',
      password: 'pw',
      database: 'neondb',
      tls: { mode: 'encrypt', implied: false },
      channelBinding: 'require',
      applicationName: 'interviewly',
      connectTimeoutMs: 10_000,
      ignored: [],
      pool: { size: 5, maxOverflow: 10, timeoutMs: 30_000, idleMs: 30_000, prePing: true },
      startupWaitMs: 60_000,
      statementTimeoutMs: 30_000,
    });
  });

  test.each(['postgres', 'postgresql', 'postgresql+psycopg2', 'postgresql+psycopg', 'postgresql+asyncpg'])(
    'the scheme %s',
    (scheme) =>
      expect(postgres(`${scheme}://u:p@h:6543/d`)).toMatchObject({ host: 'h', port: 6543, database: 'd' }),
  );
  test.each(['postgres+pg8000', 'POSTGRESQL', 'postgresql+something_new'])('the scheme %s', (scheme) =>
    expect(postgres(`${scheme}://u@h`)).toMatchObject({ host: 'h', port: 5432, database: 'u', password: '' }),
  );

  test.each([
    ['postgresql:///db?host=/var/run/postgresql', '/var/run/postgresql'],
    ['postgresql://%2Fvar%2Frun%2Fpostgresql/db', '/var/run/postgresql'],
    ['postgresql://u:p@%2Ftmp:5433/db', '/tmp'],
    ['postgresql:///db', '/var/run/postgresql'],
    ['postgresql://u@[2001:db8::1]:5432/db', '2001:db8::1'],
    ['postgresql://u@[fe80::1%25eth0]/db', 'fe80::1%eth0'],
    ['postgresql:///db?host=db.example.com:6000', 'db.example.com'],
    ['postgresql://before/db?host=after', 'after'],
  ])('%s is at %s', (url, host) => expect(postgres(url)).toMatchObject({ host, database: 'db' }));

  test('parts that the URL leaves out come from the PG* variables, then from the system', () => {
    const env = {
      PGHOST: 'pg',
      PGPORT: '6000',
      PGUSER: 'ann',
      PGPASSWORD: 'pw',
      PGDATABASE: 'data',
      USER: 'root',
    };
    expect(postgres('postgresql://', env)).toMatchObject({
      host: 'pg',
      port: 6000,
      user: 'ann',
      password: 'pw',
      database: 'data',
    });
    expect(postgres('postgresql://u:p@h/d', env)).toMatchObject({
      host: 'h',
      user: 'u',
      password: 'p',
      database: 'd',
    });
    expect(postgres('postgresql:///', { USER: 'root' })).toMatchObject({ user: 'root', database: 'root' });
  });

  test('PGSSLMODE cannot weaken what row S7 adds', () => {
    expect(postgres('postgresql://u@h/d', { PGSSLMODE: 'disable' }).tls.mode).toBe('encrypt');
  });

  test.each(['p@ss', 'p#ss', 'p/ss', 'p?ss', 'p%ss', 'p:ss', 'p+ss', 'p&a=b', '{p}[s]', 'p ss'])(
    'the raw password %s, as SQLAlchemy takes it',
    (password) => expect(postgres(`postgresql://u:${password}@h/d`)).toMatchObject({ password, host: 'h' }),
  );

  test('settings of the pool', () => {
    const env = {
      DATABASE_POOL_SIZE: '2',
      DATABASE_MAX_OVERFLOW: '0',
      DATABASE_POOL_TIMEOUT: '0.5',
      DATABASE_POOL_IDLE_TIMEOUT: '60',
      DATABASE_POOL_PRE_PING: 'False',
      DATABASE_STARTUP_WAIT: '0',
      DATABASE_STATEMENT_TIMEOUT: '5',
    };
    expect(postgres('postgresql://u@h/d', env)).toMatchObject({
      pool: { size: 2, maxOverflow: 0, timeoutMs: 500, idleMs: 60_000, prePing: false },
      startupWaitMs: 0,
      statementTimeoutMs: 5000,
    });
  });

  test('parameters that are not used are named', () => {
    const target = postgres(
      'postgresql://u@h/d?options=-csearch_path%3Dx&target_session_attrs=any&ssl=require',
    );
    expect(target.ignored).toEqual(['options', 'target_session_attrs']);
    expect(target.tls.mode).toBe('encrypt');
  });

  test('any name, password and database survive percent-encoding', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
    const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(
        word,
        word,
        word,
        host,
        fc.integer({ min: 1, max: 65_535 }),
        (user, password, database, host, port) => {
          const [u, p, d] = [user, password, database].map(encodeURIComponent);
          const authority = host.includes(':') ? `[${host}]` : host;
          const target = postgres(`postgresql://${u}:${p}@${authority}:${port}/${d}`);
          expect(target).toMatchObject({ user, password, database, host, port });
        },
      ),
    );
  });
});

describe('TLS', () => {
  const tls = (url: string) => postgres(url).tls;

  test.each([
    ['db.example.com', 'encrypt'],
    ['10.0.0.5', 'encrypt'],
    ['[2001:db8::1]', 'encrypt'],
    ['postgres', 'encrypt'],
    ['localhost.example.com', 'encrypt'],
    ['127.0.0.1.example.com', 'encrypt'],
    ['127.1', 'encrypt'],
    ['0.0.0.0', 'encrypt'],
    ['128.0.0.1', 'encrypt'],
    ['localhost', 'disable'],
    ['LOCALHOST', 'disable'],
    ['127.0.0.1', 'disable'],
    ['127.255.0.9', 'disable'],
    ['[::1]', 'disable'],
    ['[0:0:0:0:0:0:0:1]', 'disable'],
    ['%2Ftmp', 'disable'],
  ])('no sslmode at %s: %s, implied', (host, mode) => {
    expect(tls(`postgresql://u@${host}/d`)).toEqual({ mode, implied: true });
  });

  test.each([
    ['sslmode=disable', { mode: 'disable', implied: false }],
    ['sslmode=allow', { mode: 'encrypt', implied: true }],
    ['sslmode=prefer', { mode: 'encrypt', implied: true }],
    ['sslmode=require', { mode: 'encrypt', implied: false }],
    ['sslmode=verify-ca', { mode: 'verify-ca', implied: false }],
    ['sslmode=verify-full', { mode: 'verify-full', implied: false }],
    ['sslmode=VERIFY-FULL', { mode: 'verify-full', implied: false }],
    ['ssl=require', { mode: 'encrypt', implied: false }],
    ['ssl=true', { mode: 'encrypt', implied: false }],
    ['ssl=verify-full', { mode: 'verify-full', implied: false }],
    ['ssl=disable', { mode: 'disable', implied: false }],
    ['ssl=disable&sslmode=require', { mode: 'encrypt', implied: false }],
    ['sslmode=', { mode: 'encrypt', implied: true }],
    ['sslrootcert=ca.pem', { mode: 'verify-ca', implied: true, rootCertPath: '/srv/app/ca.pem' }],
    ['sslrootcert=/ca.pem&sslmode=require', { mode: 'verify-ca', implied: false, rootCertPath: '/ca.pem' }],
    [
      'sslrootcert=/ca.pem&sslmode=verify-full',
      { mode: 'verify-full', implied: false, rootCertPath: '/ca.pem' },
    ],
    ['sslrootcert=system', { mode: 'verify-full', implied: true, systemRoots: true }],
    ['sslrootcert=system&sslmode=require', { mode: 'verify-full', implied: false, systemRoots: true }],
    [
      'sslcert=c.pem&sslkey=/k.pem',
      { mode: 'encrypt', implied: true, certPath: '/srv/app/c.pem', keyPath: '/k.pem' },
    ],
  ])('%s at a remote server', (query, expected) => {
    expect(tls(`postgresql://u@h/d?${query}`)).toEqual(expected);
  });

  test.each([
    ['sslmode=prefer', 'disable'],
    ['sslmode=allow', 'disable'],
    ['sslmode=require', 'encrypt'],
    ['sslmode=verify-full', 'verify-full'],
    ['sslrootcert=ca.pem', 'verify-ca'],
    ['sslcert=c&sslkey=k', 'encrypt'],
    ['channel_binding=require', 'encrypt'],
  ])('%s on loopback', (query, mode) => expect(tls(`postgresql://u@127.0.0.1/d?${query}`).mode).toBe(mode));

  test('a socket never has TLS, whatever the URL says', () => {
    expect(tls('postgresql:///d?host=/tmp&sslmode=verify-full')).toEqual({ mode: 'disable', implied: true });
  });
});

describe('what is wrong is one clear line without secrets', () => {
  test.each([
    ['mysql://u:S3CRET@h/d', 'mysql'],
    ['u:S3CRET@h/d', 'not a database URL'],
    ['S3CRET', 'not a database URL'],
    ['postgresql://u:S3CRET@h:S3CRET/d', 'cannot be read'],
    ['postgresql://u:S3CRET@h:99999/d', 'port'],
    ['postgresql://u:S3CRET', 'cannot be read'],
    ['postgresql://u:S3CRET@a b/d', 'cannot be read'],
    ['postgresql://u:S3CRET%00@h/d', 'cannot be read'],
    ['postgresql://u:a@S3CRET/x@h/d', 'more than one way'],
    ['postgresql://u:a@S3CRET?x=y@h/d', 'more than one way'],
    ['postgresql://u:S3CRET@a:1,b:2/d', 'several hosts'],
    ['postgresql:///d?host=a&host=b&password=S3CRET', 'several hosts'],
    ['postgresql:///d?host=a,b&password=S3CRET', 'several hosts'],
    ['postgresql://u@h/d?sslmode=S3CRET', 'unknown sslmode'],
    ['postgresql://u@h/d?ssl=S3CRET', 'unknown ssl'],
    ['postgresql://u@h/d?sslmode=toString', 'unknown sslmode'],
    ['postgresql://u@h/d?channel_binding=S3CRET', 'channel_binding'],
    ['postgresql://u:S3CRET@h/d?channel_binding=require&sslmode=disable', 'needs TLS'],
    ['postgresql://u:S3CRET@localhost/d?channel_binding=require&sslmode=disable', 'needs TLS'],
    ['postgresql:///d?host=/tmp&channel_binding=require', 'socket'],
    ['postgresql://u@h/d?sslrootcert=system&sslmode=disable', 'needs TLS'],
    ['postgresql://u@h/d?sslcert=S3CRET', 'sslkey'],
    ['postgresql://u@h/d?connect_timeout=S3CRET', 'connect_timeout'],
  ])('%s', (url, message) => {
    const error = failure(url);
    expect(error.message).toContain(message);
    expect(error.message).toContain('DATABASE_URL');
    expect(error.remedy).not.toBe('');
    expect(`${error.message} ${error.remedy}`).not.toMatch(/S3CRET|\n/);
  });

  test('whatever the password holds, and whatever else is wrong', () => {
    const tail = fc.constantFrom(
      '@h/d',
      '@h:x/d',
      '@a,b/d',
      '@h/d?sslmode=x',
      '@h/d?port=x',
      '',
      '@',
      '@h@h/d',
      '/d',
    );
    fc.assert(
      fc.property(nasty, tail, (salt, tail) => {
        try {
          parse(`postgresql://u:${salt}S3CRET${salt}${tail}`);
        } catch (error) {
          expect(error).toBeInstanceOf(StartupError);
          expect(`${error} ${(error as StartupError).remedy}`).not.toContain('S3CRET');
        }
      }),
    );
  });
});
