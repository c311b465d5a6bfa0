import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresInstallation } from './postgres-installation.ts';
import { asServerUser, serverEnvironment, serverUser, temporaryFolder } from './processes.ts';

export const POSTGRES_USER = 'interviewly';
export const POSTGRES_PASSWORD = 'interviewly-test';
export const POSTGRES_DATABASE = 'interviewly';

/** To be raised with every change of what a template holds: machines keep theirs. */
const REVISION = 1;

/**
 * Makes `<directory>/data` a fresh cluster. `initdb` takes a second, a copy of its result a tenth of that: it runs once
 * per machine, version and user, into a template that is renamed into place when complete, so that two test
 * processes can do this at the same time.
 */
export async function createCluster(installation: PostgresInstallation, directory: string): Promise<string> {
  const user = serverUser();
  if (user === null) throw new Error('there is no user to run PostgreSQL as');
  const template = join(
    temporaryFolder(),
    `interviewly-postgres-${installation.version}-${user.uid}-${REVISION}`,
  );
  if (!existsSync(template)) await createTemplate(installation, template);
  // A shared temporary directory is anyone's: never run on files that somebody else has put there.
  if (statSync(template).uid !== user.uid) throw new Error(`${template} belongs to somebody else`);
  const data = join(directory, 'data');
  await run('cp', ['-R', '-p', template, data]);
  return data;
}

async function createTemplate(installation: PostgresInstallation, template: string): Promise<void> {
  const draft = mkdtempSync(`${template}-`);
  try {
    ownedByServer(draft);
    const passwordFile = join(draft, 'password');
    writeFileSync(passwordFile, `${POSTGRES_PASSWORD}\n`);
    ownedByServer(passwordFile);
    const data = join(draft, 'data');
    const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    await run(join(installation.bin, 'initdb'), [
      ...['--pgdata', data, '--username', POSTGRES_USER, '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', locale],
      // 16 MB of empty log less to copy.
      ...['--no-sync', '--wal-segsize=1'],
    ]);
    // Renamed, not created: every database is 300 more files to copy.
    const single = ['--single', '-D', data, '-c', 'fsync=off', 'template1'];
    const rename = `alter database postgres rename to ${POSTGRES_DATABASE}\n`;
    await run(join(installation.bin, 'postgres'), single, rename);
    try {
      renameSync(data, template);
    } catch (error) {
      if (!existsSync(template)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Hands a file or directory to the user that the servers run as, and to nobody else. */
export function ownedByServer(path: string): void {
  const { uid, gid } = asServerUser();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
}

async function run(command: string, args: string[], input = ''): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const options = { cwd: '/', env: serverEnvironment(), ...asServerUser() };
    const child = execFile(command, args, options, (error, stdout, stderr) =>
      error ? reject(new Error(`${command} failed: ${error.message}\n${stdout}${stderr}`)) : resolve(),
    );
    child.stdin?.end(input);
  });
}
