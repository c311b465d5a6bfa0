import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** An installed PostgreSQL: where its parts are, as its own `pg_config` tells. */
export interface PostgresInstallation {
  bin: string;
  share: string;
  lib: string;
  version: string;
  pgvector: boolean;
}

let known: PostgresInstallation | null | undefined;

/** The newest installed PostgreSQL that has a server; one with pgvector is preferred. Null where there is none. */
export function findPostgres(): PostgresInstallation | null {
  if (known === undefined) {
    const found = [...new Set(candidates())].flatMap((bin) => describeInstallation(bin) ?? []);
    const rank = (one: PostgresInstallation) => (one.pgvector ? 1000 : 0) + Number.parseFloat(one.version);
    known = found.sort((a, b) => rank(b) - rank(a))[0] ?? null;
  }
  return known;
}

function candidates(): string[] {
  const inside = (folder: string, prefix = '') =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.startsWith(prefix))
          .map((name) => join(folder, name, 'bin'))
      : [];
  return [
    ...inside('/usr/lib/postgresql'),
    ...inside('/opt/homebrew/opt', 'postgresql'),
    ...inside('/usr/local/opt', 'postgresql'),
    ...inside('/Applications/Postgres.app/Contents/Versions'),
    pgConfig('pg_config', '--bindir'),
    ...(process.env.PATH ?? '').split(':'),
  ].filter((bin) => bin !== '' && existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')));
}

function describeInstallation(bin: string): PostgresInstallation | null {
  const command = join(bin, 'pg_config');
  const share = pgConfig(command, '--sharedir');
  const version = /\d+(\.\d+)?/.exec(pgConfig(command, '--version'))?.[0];
  if (share === '' || version === undefined) return null;
  const pgvector = existsSync(join(share, 'extension', 'vector.control'));
  return { bin, share, lib: pgConfig(command, '--pkglibdir'), version, pgvector };
}

function pgConfig(command: string, flag: string): string {
  const result = spawnSync(command, [flag], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : '';
}

/**
 * The same PostgreSQL without pgvector, under `directory`: returns the path of its `postgres`. A server finds its
 * files relative to where its own binary really is, so a copy of the binary amid symbolic links to everything but
 * `vector` is an installation in which that extension truly does not exist.
 */
export function installWithoutPgvector(from: PostgresInstallation, directory: string): string {
  const bin = join(directory, from.bin);
  mkdirSync(bin, { recursive: true });
  copyFileSync(join(from.bin, 'postgres'), join(bin, 'postgres'));
  linkAll(from.share, join(directory, from.share), (name) => name !== 'extension');
  for (const folder of [join(from.share, 'extension'), from.lib]) {
    linkAll(folder, join(directory, folder), (name) => !/^vector(\.|--|$)/.test(name));
  }
  return join(bin, 'postgres');
}

function linkAll(from: string, to: string, wanted: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter(wanted)) symlinkSync(join(from, name), join(to, name));
}
