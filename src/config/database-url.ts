import { BlockList, isIPv4, isIPv6 } from 'node:net';
import path from 'node:path';
import { StartupError } from '../kernel/errors.ts';
import type { DatabaseConfig, PoolConfig, PostgresTarget, SqliteTarget } from './config.ts';
import { type Reach, readTls } from './tls.ts';
import { decode, schemeOf, splitUrl, type UrlParts } from './url-parts.ts';
import { type Environment, unquote, Variables } from './variables.ts';

interface Surroundings {
  /** The folder that relative paths start from. */
  cwd: string;
  /** For the DATABASE_* settings, and libpq's PG* variables where the URL is silent. */
  env: Environment;
}

const FORMS = 'postgresql://user:password@host/database?sslmode=require or sqlite:///./interviewly.db';

/** Where libpq as packaged by most Linux distributions looks when no host is named. */
const DEFAULT_SOCKET = '/var/run/postgresql';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Reads a database URL in any of SQLAlchemy's and libpq's spellings. Nothing is opened or looked up. Throws a
 * StartupError that names DATABASE_URL and never holds any part of the URL but its scheme.
 */
export function parseDatabaseUrl(url: string, { cwd, env }: Surroundings): DatabaseConfig {
  const text = unquote(url);
  const [dialect = '', driver = ''] = (schemeOf(text) ?? '').split('+');
  if (dialect === 'sqlite') return parseSqlite(text, driver, cwd);
  if (dialect === 'postgres' || dialect === 'postgresql') return parsePostgres(text, { cwd, env });
  throw new StartupError(
    dialect
      ? `DATABASE_URL asks for ${dialect}, which is not supported.`
      : 'DATABASE_URL is not a database URL.',
    `Set DATABASE_URL to ${FORMS}.`,
  );
}

/** SQLAlchemy's rule: three slashes and a path from here, four and an absolute one, nothing or `:memory:` for memory. */
function parseSqlite(url: string, driver: string, cwd: string): SqliteTarget {
  if (driver.includes('sqlcipher')) {
    throw new StartupError(
      'DATABASE_URL asks for an encrypted SQLite file, which is not supported.',
      `Set it to ${FORMS}.`,
    );
  }
  const match = /^[^:]+:\/\/(?:\/([^?]*))?(?:\?(.*))?$/s.exec(url);
  if (!match) {
    throw new StartupError(
      'DATABASE_URL names a host before the path of the SQLite file.',
      'Write three slashes for a path from the current folder (sqlite:///./interviewly.db), four for an absolute one.',
    );
  }
  let file = decode(match[1] ?? '');
  if (file.startsWith('file:')) file = fileOfUri(file, new URLSearchParams(match[2] ?? ''));
  if (file === '' || file === ':memory:') return { kind: 'sqlite', path: ':memory:' };
  if (file.includes('\0')) throw unreadable();
  const isWindowsPath = /^[a-z]:[\\/]/i.test(file);
  return { kind: 'sqlite', path: isWindowsPath ? file : path.resolve(cwd, file) };
}

/** SQLite's own URIs, which SQLAlchemy passes on: `sqlite:///file:path?mode=rwc&uri=true`. */
function fileOfUri(file: string, parameters: URLSearchParams): string {
  const mode = parameters.get('mode');
  if (mode === 'ro' || parameters.has('immutable')) {
    throw new StartupError(
      'DATABASE_URL opens the SQLite file read-only.',
      'Remove mode=ro and immutable from it.',
    );
  }
  return mode === 'memory' ? ':memory:' : file.replace(/^file:(\/\/(?=\/))?/, '');
}

function parsePostgres(url: string, { cwd, env }: Surroundings): PostgresTarget {
  const parts = splitUrl(url);
  if (parts === 'ambiguous') {
    throw new StartupError(
      'DATABASE_URL can be read in more than one way, as it has more than one @ or a / in the password.',
      'Percent-encode these signs in the user and the password: @ as %40, / as %2F, ? as %3F.',
    );
  }
  if (parts === 'malformed' || /%00|\0/.test(url)) throw unreadable();
  const parameters = new Map(parts.parameters);
  const take = (name: string) => {
    const value = parameters.get(name);
    parameters.delete(name);
    return value;
  };
  refuseSeveralHosts(parts);

  const { host, port } = address(parts, take, env);
  const user =
    take('user') ?? (decode(parts.user ?? '') || env.PGUSER || env.USER || env.USERNAME || 'postgres');
  const password =
    take('password') ?? (parts.password === undefined ? env.PGPASSWORD : decode(parts.password));
  const database = take('dbname') ?? (decode(parts.database) || env.PGDATABASE || user);
  const { tls, channelBinding } = readTls(take, reach(host), cwd);
  const target: PostgresTarget = {
    kind: 'postgres',
    host,
    port,
    user,
    password: password ?? '',
    database,
    tls,
    channelBinding,
    applicationName: take('application_name') ?? 'interviewly',
    ...readDatabaseSettings(env),
    ignored: [],
  };
  const connectTimeout = wholeNumber('connect_timeout', take('connect_timeout'), 86_400);
  if (connectTimeout) target.connectTimeoutMs = connectTimeout * 1000;
  target.ignored = [...parameters.keys()];
  return target;
}

/** The settings beside the URL. They are checked whatever the database is, so that a typing error shows early. */
export function readDatabaseSettings(
  env: Environment,
): { pool: PoolConfig } & Pick<PostgresTarget, 'startupWaitMs' | 'statementTimeoutMs'> {
  const variables = new Variables(env);
  const settings = {
    pool: {
      size: variables.wholeNumber('DATABASE_POOL_SIZE', { min: 1, max: 1000, fallback: 5 }),
      maxOverflow: variables.wholeNumber('DATABASE_MAX_OVERFLOW', { min: 0, max: 1000, fallback: 10 }),
      timeoutMs: variables.seconds('DATABASE_POOL_TIMEOUT', { fallback: 30 }),
      idleMs: variables.seconds('DATABASE_POOL_IDLE_TIMEOUT', { fallback: 30 }),
      prePing: variables.boolean('DATABASE_POOL_PRE_PING', true),
    },
    startupWaitMs: variables.seconds('DATABASE_STARTUP_WAIT', { min: 0, fallback: 60 }),
    statementTimeoutMs: variables.seconds('DATABASE_STATEMENT_TIMEOUT', { fallback: 30 }),
  };
  variables.throwIfWrong();
  return settings;
}

function refuseSeveralHosts(parts: UrlParts): void {
  const named = parts.parameters.filter(([name]) => name === 'host');
  if (parts.hosts.length === 1 && named.length < 2 && !named.some(([, value]) => value.includes(','))) return;
  throw new StartupError(
    'DATABASE_URL names several hosts, which is not supported.',
    'Name one: the primary, or the address of the pooler or proxy that finds it.',
  );
}

/** `host` and `port` among the parameters win over those before the path, as in libpq; `?host=name:port` is SQLAlchemy's. */
function address(parts: UrlParts, take: (name: string) => string | undefined, env: Environment) {
  const before = parts.hosts[0] ?? { name: '', port: '' };
  const hostParameter = take('host');
  const hostAddress = take('hostaddr');
  const withPort = /^([^/:]+):(\d{1,5})$/.exec(hostParameter ?? '');
  const named = withPort?.[1] ?? hostParameter ?? decode(before.name);
  const host = (named || hostAddress || env.PGHOST || DEFAULT_SOCKET).replace(/^\[(.*)\]$/, '$1');
  const isAddress = isIPv6(host) || host.startsWith('/');
  if (!isAddress && !/^[^\s:/@?#[\]\\,]+$/.test(host)) throw unreadable();
  const port = take('port') ?? withPort?.[2] ?? (before.port || env.PGPORT);
  return { host, port: wholeNumber('port', port, 65_535) || 5432 };
}

function reach(host: string): Reach {
  if (host.startsWith('/')) return 'socket';
  return isLoopback(host) ? 'loopback' : 'remote';
}

/** Whether only this machine can be meant. A name is judged without asking a resolver, so `localhost` alone is one. */
export function isLoopback(host: string): boolean {
  if (isIPv4(host)) return LOOPBACK.check(host, 'ipv4');
  if (isIPv6(host)) return !host.includes('%') && LOOPBACK.check(host, 'ipv6');
  return host.toLowerCase() === 'localhost';
}

function wholeNumber(name: string, value: string | undefined, max: number): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value) && Number(value) <= max) return Number(value);
  throw new StartupError(
    `DATABASE_URL has a wrong ${name}.`,
    `Write ${name} as a whole number up to ${max}.`,
  );
}

function unreadable(): StartupError {
  return new StartupError(
    'DATABASE_URL cannot be read.',
    `Write it as ${FORMS}, with signs such as @ / ? # % in user and password percent-encoded (@ as %40).`,
  );
}
