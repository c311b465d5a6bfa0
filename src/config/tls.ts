import path from 'node:path';
import { StartupError } from '../kernel/errors.ts';
import type { PostgresTarget, TlsMode } from './config.ts';

/** Takes a parameter out of the URL's list: what is left over at the end is not used. */
export type TakeParameter = (name: string) => string | undefined;

export interface TlsDemands {
  tls: PostgresTarget['tls'];
  channelBinding: PostgresTarget['channelBinding'];
}

/** How the server is reached. A socket never carries TLS, and a loopback address never leaves the machine. */
export type Reach = 'socket' | 'loopback' | 'remote';

/** What the words of `sslmode` ask for; `open` leaves the choice to us. */
const SSLMODE: Record<string, TlsMode | 'open'> = {
  disable: 'disable',
  allow: 'open',
  prefer: 'open',
  require: 'encrypt',
  'verify-ca': 'verify-ca',
  'verify-full': 'verify-full',
};

/** `ssl=` is asyncpg's and node-postgres' name for it, with booleans beside the words. */
const SSL: Record<string, TlsMode | 'open'> = {
  ...SSLMODE,
  true: 'encrypt',
  '1': 'encrypt',
  on: 'encrypt',
  yes: 'encrypt',
  'no-verify': 'encrypt',
  false: 'disable',
  '0': 'disable',
  off: 'disable',
  no: 'disable',
};

/**
 * What libpq would demand, with two differences, both towards more safety:
 *
 * - `allow` and `prefer` fall back to plain text when a server (or somebody between) says it has no TLS. We never
 *   fall back: they mean «encrypted» for a remote server. On loopback, where TLS protects nothing, they mean «plain»,
 *   like no sslmode at all.
 * - `verify-ca` and `verify-full` without sslrootcert verify against the usual authorities rather than fail for want
 *   of `~/.postgresql/root.crt`.
 *
 * As in libpq, `require` verifies the chain as soon as sslrootcert names what to verify it with. A certificate, a
 * root or bound channels in the URL show that TLS is wanted, so a loopback address is then not spared it.
 */
export function readTls(take: TakeParameter, reach: Reach, cwd: string): TlsDemands {
  const asked = askedMode(take);
  const channelBinding = readChannelBinding(take);
  const rootCert = take('sslrootcert');
  const system = rootCert === 'system';
  const [certPath, keyPath] = readClientCertificate(take, cwd);
  const rootCertPath = rootCert === undefined || system ? undefined : path.resolve(cwd, rootCert);

  if (reach === 'socket' || asked === 'disable') {
    refuseWithoutTls(reach, { channelBinding, system });
    return { tls: { mode: 'disable', implied: asked !== 'disable' }, channelBinding };
  }
  const implied = asked === undefined || asked === 'open';
  const spared = reach === 'loopback' && !rootCert && !certPath && channelBinding !== 'require';
  let mode: TlsMode = implied ? (spared ? 'disable' : 'encrypt') : asked;
  if (rootCertPath && mode === 'encrypt') mode = 'verify-ca';
  if (system) mode = 'verify-full';
  const tls: PostgresTarget['tls'] = { mode, implied };
  if (rootCertPath) tls.rootCertPath = rootCertPath;
  if (certPath) tls.certPath = certPath;
  if (keyPath) tls.keyPath = keyPath;
  if (system) tls.systemRoots = true;
  return { tls, channelBinding };
}

function askedMode(take: TakeParameter): TlsMode | 'open' | undefined {
  const sslmode = take('sslmode');
  const ssl = take('ssl');
  const [name, words, value] =
    sslmode === undefined ? (['ssl', SSL, ssl] as const) : (['sslmode', SSLMODE, sslmode] as const);
  if (value === undefined) return undefined;
  const word = value.toLowerCase();
  if (Object.hasOwn(words, word)) return words[word];
  const remedy = `Set ${name} to one of ${Object.keys(SSLMODE).join(', ')}; ?sslmode=require suits a hosted database.`;
  throw new StartupError(`DATABASE_URL has an unknown ${name}.`, remedy);
}

function readChannelBinding(take: TakeParameter): TlsDemands['channelBinding'] {
  const value = take('channel_binding')?.toLowerCase() ?? 'prefer';
  if (value === 'disable' || value === 'prefer' || value === 'require') return value;
  throw new StartupError(
    'DATABASE_URL has an unknown channel_binding.',
    'Set channel_binding to disable, prefer or require, or leave it out.',
  );
}

function readClientCertificate(take: TakeParameter, cwd: string): [cert?: string, key?: string] {
  const cert = take('sslcert');
  const key = take('sslkey');
  if (!cert && !key) return [];
  if (cert && key) return [path.resolve(cwd, cert), path.resolve(cwd, key)];
  throw new StartupError(
    `DATABASE_URL has ${cert ? 'sslcert without sslkey' : 'sslkey without sslcert'}.`,
    'Give both as paths of PEM files (the same path twice where one file holds both), or neither.',
  );
}

function refuseWithoutTls(reach: Reach, wanted: { channelBinding: string; system: boolean }): void {
  if (wanted.channelBinding !== 'require' && !(wanted.system && reach !== 'socket')) return;
  const contradicts = wanted.channelBinding === 'require' ? 'channel_binding=require' : 'sslrootcert=system';
  throw new StartupError(
    `DATABASE_URL asks for ${contradicts}, which needs TLS, ` +
      (reach === 'socket' ? 'and a Unix socket has none.' : 'and for sslmode=disable.'),
    `Remove ${contradicts}${reach === 'socket' ? ', or name a host' : ', or set sslmode=require'}.`,
  );
}
