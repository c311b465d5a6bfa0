import { StartupError } from '../kernel/errors.ts';
import { readAccounts } from './accounts.ts';
import { readAnalytics } from './analytics.ts';
import { readBilling } from './billing.ts';
import type { Config, DatabaseConfig, PrivacyConfig, ServerConfig, SessionConfig } from './config.ts';
import { isLoopback, parseDatabaseUrl, readDatabaseSettings } from './database-url.ts';
import { readEngines } from './engines.ts';
import { type Environment, Variables } from './variables.ts';

const DEFAULT_DATABASE_URL = 'sqlite:///./interviewly.db';

/** pino's levels, and Python's names for them, which existing files have. */
const LEVELS = {
  trace: 'trace',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  fatal: 'fatal',
  critical: 'fatal',
  silent: 'silent',
} as const;

const DAY_MS = 86_400_000;

/**
 * The environment as a Config. Throws one StartupError that names everything that is wrong; no value of a variable
 * is ever in it. Variables that nobody here knows are left alone.
 */
export function readConfig(env: Environment, { cwd }: { cwd: string }): Config {
  const variables = new Variables(env);
  const debug = variables.boolean('DEBUG', false);
  const level = variables.choice('LOG_LEVEL', Object.keys(LEVELS) as (keyof typeof LEVELS)[]);
  const server = readServer(variables);
  const database = readDatabase(variables, env, cwd);
  const config = {
    appName: variables.text('APP_NAME') ?? 'Interviewly',
    debug,
    logLevel: level ? LEVELS[level] : debug ? 'debug' : 'info',
    server,
    database,
    ...readEngines(variables),
    // 2 ** 20 bytes; none at all switches it off.
    recall: {
      cacheBytes: variables.wholeNumber('RECALL_CACHE_MB', { min: 0, max: 65_536, fallback: 256 }) * 2 ** 20,
    },
    facts: { worker: variables.boolean('FACTS_WORKER', true) },
    privacy: readPrivacy(variables),
    session: readSession(variables, { debug, host: server.host }),
    accounts: readAccounts(variables, server),
    billing: readBilling(variables, cwd, server),
    analytics: readAnalytics(variables),
    notices: variables.notices,
  };
  variables.throwIfWrong();
  // Without a problem there is a database: readDatabase gives none only after it noted one.
  return { ...config, database: database! };
}

function readPrivacy(variables: Variables): PrivacyConfig {
  const days = variables.number('SIMILAR_PROFILES_WAIT_DAYS', { min: 0, max: 365 }) ?? 7;
  return {
    similarProfilesMin: variables.wholeNumber('SIMILAR_PROFILES_MIN', { min: 3, max: 1_000, fallback: 5 }),
    similarProfilesWaitMs: Math.round(days * DAY_MS),
  };
}

function readServer(variables: Variables): ServerConfig {
  const isHost = (text: string) => (/^[^\s/@?#[\],]+$/.test(text) ? text : undefined);
  return {
    host:
      variables.parsed('HOST', isHost, 'an address or name to listen on, such as 127.0.0.1 or 0.0.0.0') ??
      '127.0.0.1',
    port: variables.wholeNumber('PORT', { min: 0, max: 65_535, fallback: 8000 }),
    corsOrigins: variables.parsed('CORS_ORIGINS', parseOrigins, ORIGINS_WANTED) ?? [],
    rateLimitPerMinute: variables.wholeNumber('RATE_LIMIT_PER_MINUTE', {
      min: 1,
      max: 1_000_000,
      fallback: 600,
    }),
    sessionsPerHour: variables.wholeNumber('SESSIONS_PER_HOUR', { min: 1, max: 1_000_000, fallback: 60 }),
    trustProxy: variables.boolean('TRUST_PROXY', false),
    webBuild: variables.boolean('WEB_BUILD', true),
  };
}

const ORIGINS_WANTED =
  'origins separated by commas, such as https://app.example.com (never *: sessions are cookies, ' +
  'so any site could act for its visitors)';

/** A comma list, or the JSON list that Python's settings take. An origin has no path; browsers send it without. */
function parseOrigins(text: string): string[] | undefined {
  const origins = text
    .replace(/^\[(.*)\]$/s, '$1')
    .split(',')
    .map((part) => part.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((part) => part !== '');
  const parsed = origins.map((origin) => URL.parse(origin));
  const isOrigin = (url: URL | null) =>
    url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href.toLowerCase();
  return parsed.every(isOrigin) ? parsed.map((url) => url!.origin) : undefined;
}

function readDatabase(variables: Variables, env: Environment, cwd: string): DatabaseConfig | undefined {
  try {
    const database = parseDatabaseUrl(variables.text('DATABASE_URL') ?? DEFAULT_DATABASE_URL, { cwd, env });
    if (database.kind === 'sqlite') readDatabaseSettings(env);
    else if (database.ignored.length > 0) {
      variables.notices.push(`Parameters of DATABASE_URL that are not used: ${database.ignored.join(', ')}.`);
    }
    return database;
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    variables.fail(error.message, error.remedy);
    return undefined;
  }
}

/**
 * A cookie that is sent over HTTPS only is the safe default where strangers can reach the server, and would lock a
 * person out of the one on their own machine; which of both it is, the address tells well enough.
 */
function readSession(variables: Variables, { debug, host }: { debug: boolean; host: string }): SessionConfig {
  const days = variables.number('SESSION_LIFETIME_DAYS', { min: 0.001, max: 3650 }) ?? 90;
  const chosen = variables.boolean('COOKIE_SECURE');
  const implied = !debug && !isLoopback(host);
  if (chosen === undefined && implied) {
    variables.notices.push(
      'The session cookie is sent over HTTPS only, as HOST is not a loopback address; COOKIE_SECURE=False changes that.',
    );
  }
  return {
    lifetimeMs: Math.round(days * DAY_MS),
    cookieName: 'interviewly_session',
    secureCookie: chosen ?? implied,
  };
}
