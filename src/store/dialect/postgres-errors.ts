import type { DatabaseFailure } from './dialect.ts';

/** Thrown by our pool when no connection came free in time. */
export class PoolTimeout extends Error {
  override name = 'PoolTimeout';
}

const poolRemedy =
  'Raise DATABASE_POOL_SIZE or DATABASE_MAX_OVERFLOW, or wait longer with DATABASE_POOL_TIMEOUT.';
const away = { transient: true } as const;

const wrongPassword: DatabaseFailure = {
  reason: 'the server refuses the password or the user name',
  remedy: 'Correct user and password in DATABASE_URL (special characters percent-encoded).',
  transient: false,
};
const unknownDatabase: DatabaseFailure = {
  reason: 'the database that DATABASE_URL names does not exist',
  remedy: 'Create it (createdb NAME), or correct the name in DATABASE_URL.',
  transient: false,
};
const tooManyConnections: DatabaseFailure = {
  reason: 'the server has no connection left',
  remedy: 'Lower DATABASE_POOL_SIZE, or use a pooler.',
  transient: true,
};

/** SQLSTATE (Postgres, appendix A) and Node's error codes. */
const byCode: Record<string, DatabaseFailure> = {
  ECONNREFUSED: { reason: 'nothing listens at the address that DATABASE_URL names', ...away },
  ENOENT: { reason: 'there is no Postgres socket in the folder that DATABASE_URL names', ...away },
  ECONNRESET: { reason: 'the server closed the connection', ...away },
  EPIPE: { reason: 'the server closed the connection', ...away },
  ETIMEDOUT: { reason: 'the server did not answer in time', ...away },
  EHOSTUNREACH: { reason: 'the host cannot be reached', ...away },
  ENETUNREACH: { reason: 'the network cannot be reached', ...away },
  EAI_AGAIN: { reason: 'the host name cannot be looked up right now', ...away },
  ENOTFOUND: {
    reason: 'the host in DATABASE_URL is unknown',
    remedy: 'Check its spelling in DATABASE_URL.',
    transient: false,
  },
  '57P01': { reason: 'the server is shutting down', ...away },
  '57P02': { reason: 'the server crashed and restarts', ...away },
  '57P05': { reason: 'the server closed an idle connection', ...away },
  '57P03': { reason: 'the server is starting up', ...away },
  '53300': tooManyConnections,
  '40001': { reason: 'a concurrent change got in the way', ...away },
  '40P01': { reason: 'a concurrent change got in the way', ...away },
  '57014': {
    reason: 'a statement took too long and was cancelled',
    remedy: 'Raise DATABASE_STATEMENT_TIMEOUT, or look at the load of the server.',
    transient: false,
  },
  '28P01': wrongPassword,
  '3D000': unknownDatabase,
  '42501': {
    reason: 'the role in DATABASE_URL lacks a right that is needed',
    remedy: 'Grant it (CREATE on the database and schema, ownership of the tables), or use another role.',
    transient: false,
  },
  '25006': {
    reason: 'the connection is read-only',
    remedy: 'Point DATABASE_URL at the primary server, with a role that may write.',
    transient: false,
  },
  '53100': {
    reason: 'the disk of the database server is full',
    remedy: 'Free some space there; nothing that was acknowledged is lost.',
    transient: false,
  },
};

/** The server takes nobody without TLS. */
export const tlsRequired: DatabaseFailure = {
  reason: 'SSL connection required by the server',
  remedy: 'Add ?sslmode=require to DATABASE_URL.',
  transient: false,
};

export const serverHasNoTls: DatabaseFailure = {
  reason: 'the server does not offer TLS, and DATABASE_URL demands it',
  remedy: 'Enable ssl on the server, or, on a network you trust, add ?sslmode=disable to DATABASE_URL.',
  transient: false,
};

const tlsRemedy =
  'Give the CA with sslrootcert=FILE in DATABASE_URL, or use sslmode=require to encrypt without verifying it.';

/** Failures that drivers report in words only. */
const byMessage: [RegExp, DatabaseFailure][] = [
  [/does not support SSL/i, serverHasNoTls],
  [
    /no pg_hba\.conf entry.*(no encryption|SSL off)|(SSL|TLS) (connection )?(is )?required|insecure|requires? SSL/i,
    tlsRequired,
  ],
  [
    /no pg_hba\.conf entry/i,
    {
      reason: 'the server does not accept this user from this address',
      remedy: 'Add an entry to pg_hba.conf.',
      transient: false,
    },
  ],
  [
    /channel binding/i,
    {
      reason: 'the server does not offer SCRAM with channel binding, and DATABASE_URL demands it',
      remedy:
        'Remove channel_binding=require from DATABASE_URL, or enable scram-sha-256 over TLS on the server.',
      transient: false,
    },
  ],
  [
    /altnames|ERR_TLS_CERT_ALTNAME/i,
    {
      reason: "the server's certificate is for another host name than the one in DATABASE_URL",
      remedy: 'Use the name that it is for, or sslmode=verify-ca to check only who signed it.',
      transient: false,
    },
  ],
  [
    /client certificate/i,
    {
      reason: 'the server demands a client certificate',
      remedy: 'Give it with sslcert=FILE and sslkey=FILE in DATABASE_URL.',
      transient: false,
    },
  ],
  [
    /self.signed|unable to (verify|get)|CERT_|certificate/i,
    { reason: "the server's certificate could not be verified", remedy: tlsRemedy, transient: false },
  ],
  // A pooler says most things in words only, with the code of a protocol violation.
  [/SASL authentication failed|password authentication failed|no such user/i, wrongPassword],
  [/no such database|database .* does not exist/i, unknownDatabase],
  [/no more connections allowed/i, tooManyConnections],
  [
    /Connection terminated|Client has encountered a connection error|connection timeout|server closed the connection|socket hang up|server_login_retry|server conn crashed|query_wait_timeout|pgbouncer cannot connect/i,
    { reason: 'the connection was lost', transient: true },
  ],
  // For a request its own time is up by then; a start goes on waiting.
  [
    /Query read timeout/i,
    {
      reason: 'the server did not answer in time',
      remedy: 'Look at its load; if it only needs longer, raise DATABASE_STATEMENT_TIMEOUT.',
      transient: true,
    },
  ],
  [/timeout expired/i, { reason: 'the server did not answer in time', transient: true }],
];

/** Whether the words of an error may be about the connection: those of a statement quote what they were given. */
function tellsInWords(code: string): boolean {
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|28|57|XX)/.test(code);
}

function inWords(message: string): DatabaseFailure | undefined {
  return byMessage.find(([pattern]) => pattern.test(message))?.[1];
}

/** A prepared statement is not where it was made, or is there already: a pooler gave the session to somebody else. */
export const isUnknownStatement = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '42P05');

/** A table has other columns than when this connection prepared its statement. */
export const isOutdatedPlan = (error: unknown): boolean =>
  error instanceof Error && /^cached plan must not change result type/.test(error.message);

export function postgresFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  if (isUnknownStatement(error) || isOutdatedPlan(error))
    return { reason: 'a prepared statement is no longer there', transient: true, over: true };
  if (error instanceof PoolTimeout) {
    return {
      reason: 'Connection pool timeout: every connection is in use',
      remedy: poolRemedy,
      transient: false,
    };
  }
  if (error instanceof AggregateError && error.errors.length > 0) return postgresFailure(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = byCode[code] ?? (tellsInWords(code) ? inWords(error.message) : undefined);
  if (known) return known;
  if (code.startsWith('08')) return { reason: 'the connection was lost', transient: true };
  if (/CERT|SIGNATURE|TLS|SSL/.test(code)) {
    return { reason: "the server's certificate could not be verified", remedy: tlsRemedy, transient: false };
  }
  if (code === '28000') {
    return {
      reason: 'the server refuses this role',
      remedy: 'Correct the user in DATABASE_URL.',
      transient: false,
    };
  }
  return null;
}
