import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import pg from 'pg';
import type { PostgresTarget } from '../../config/config.ts';
import { StartupError } from '../../kernel/errors.ts';

function readPem(parameter: string, path: string | undefined): string | undefined {
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new StartupError(
      `DATABASE_URL: the file that ${parameter} names cannot be read: ${path}`,
      'Correct the path.',
    );
  }
}

/** What the URL means, said in Node's words; see TlsMode. */
export function tlsOptions({ tls: wanted }: PostgresTarget): false | tls.ConnectionOptions {
  if (wanted.mode === 'disable') return false;
  return {
    rejectUnauthorized: wanted.mode !== 'encrypt',
    ca: wanted.systemRoots ? tls.getCACertificates('system') : readPem('sslrootcert', wanted.rootCertPath),
    cert: readPem('sslcert', wanted.certPath),
    key: readPem('sslkey', wanted.keyPath),
    // verify-ca checks who signed the certificate, not for which host.
    ...(wanted.mode === 'verify-ca' && { checkServerIdentity: () => undefined }),
  };
}

/**
 * What plain text is raised to where the server demands TLS, or null where that is not ours to decide: only a plain
 * connection that we chose ourselves, and never one over a socket, which cannot carry TLS.
 */
export function raisedTls({ tls: wanted, host }: PostgresTarget): tls.ConnectionOptions | null {
  const ours = wanted.implied && wanted.mode === 'disable' && !host.startsWith('/');
  return ours ? { rejectUnauthorized: false } : null;
}

interface Authentication {
  on(event: 'authenticationSASL', listener: (message: { mechanisms: string[] }) => void): void;
  on(
    event: 'authenticationOk' | 'authenticationMD5Password' | 'authenticationCleartextPassword',
    listener: () => void,
  ): void;
  emit(event: 'error', error: Error): void;
  stream: { destroy(): void };
}

/** For how long one attempt to connect may last where the URL does not say; a waking server takes some seconds. */
const connectTimeoutMs = 15_000;

/**
 * pg's client, as a target wants it: each attempt to connect has a time limit of its own, apart from how long a
 * request waits for a connection. And pg uses SCRAM with channel binding where the server offers it, and without a
 * word goes on without it elsewhere: `channel_binding=require` means that this must fail, as it is what tells a proxy
 * in the middle from the server.
 */
export function clientFor(target: PostgresTarget): typeof pg.Client {
  return class extends pg.Client {
    constructor(config: pg.ClientConfig) {
      const connectionTimeoutMillis = target.connectTimeoutMs ?? connectTimeoutMs;
      // The pool hides the password from enumeration.
      super({ ...config, password: config.password, connectionTimeoutMillis });
      if (target.channelBinding === 'require') insistOnBinding(connectionOf(this));
    }
  };
}

function connectionOf(client: pg.Client): Authentication {
  return (client as unknown as { connection: Authentication }).connection;
}

/** Cuts a connection at once, without waiting for the server to agree. */
export function cut(client: pg.Client): void {
  connectionOf(client).stream.destroy();
}

function insistOnBinding(connection: Authentication): void {
  let bound = false;
  const refuse = () => {
    connection.emit('error', new Error('channel binding is required, and the server does not offer it'));
    connection.stream.destroy();
  };
  connection.on('authenticationSASL', ({ mechanisms }) => {
    bound = mechanisms.includes('SCRAM-SHA-256-PLUS');
    if (!bound) refuse();
  });
  connection.on('authenticationMD5Password', refuse);
  connection.on('authenticationCleartextPassword', refuse);
  connection.on('authenticationOk', () => {
    if (!bound) refuse();
  });
}
