import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who a server runs as: PostgreSQL and PgBouncer refuse to run as root. */
export interface ServerUser {
  uid: number;
  gid: number;
}

let knownUser: ServerUser | null | undefined;

/** The user to run servers as: `postgres` when the tests run as root, otherwise whoever runs them. Null: none. */
export function serverUser(): ServerUser | null {
  if (knownUser !== undefined) return knownUser;
  const self = { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
  if (self.uid !== 0) {
    knownUser = self;
    return knownUser;
  }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
  try {
    knownUser = { uid: id('-u'), gid: id('-g') };
  } catch {
    knownUser = null;
  }
  return knownUser;
}

/** What to hand to `spawn` so that a child runs as the server user. */
export function asServerUser(): Partial<ServerUser> {
  return process.getuid?.() === 0 ? { ...serverUser() } : {};
}

/** The environment of a server: no PG* variable of the developer may steer it, and its messages are English. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, LC_ALL: 'C' };
}

// Kills what is left when the pipe from the test process closes, however that process ended: an exit handler does not
// run after SIGKILL, and a test runner does kill its workers. Ctrl-C reaches the whole group and must not end the guard.
const GUARD = `
trap '' INT TERM HUP
cat >/dev/null
for file in "$1"/*/pid; do
  [ -f "$file" ] || continue
  pid=$(cat "$file")
  kill -CONT $(ps -A -o pid=,ppid= | awk -v parent="$pid" '$2 == parent { print $1 }') "$pid"
  kill -QUIT "$pid"
  for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    case $(ps -o stat= -p "$pid") in '' | Z*) break ;; esac
    sleep 0.1
  done
  kill -KILL "$pid"
done 2>/dev/null
rm -rf "$1"
`;

/**
 * Where clusters live: in memory where there is plenty (Linux), as a cluster is a thousand files and making them is
 * most of the time a start takes. TMPDIR, if set, is obeyed.
 */
export function temporaryFolder(): string {
  const memory = '/dev/shm';
  if (process.env.TMPDIR || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  const noexec = / \/dev\/shm \S+ \S*noexec/.test(readFileSync('/proc/mounts', 'utf8'));
  return bavail * bsize > 4 * 2 ** 30 && !noexec ? memory : tmpdir();
}

let root: string | undefined;

/** The one temporary directory of this test process: watched over by the guard, which deletes it in the end. */
function guardedRoot(): string {
  if (root !== undefined) return root;
  root = mkdtempSync(join(temporaryFolder(), 'interviewly-'));
  chmodSync(root, 0o711);
  const guard = spawn('sh', ['-c', GUARD, 'guard', root], { stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  (guard.stdin as unknown as Socket).unref();
  return root;
}

/** A directory for one server. It goes away with `rmSync`, or else when this process ends. */
export function serverDirectory(prefix: string): string {
  return mkdtempSync(join(guardedRoot(), `${prefix}-`));
}

/**
 * Starts a server that cannot outlive this process; its output goes to `<directory>/log`. It does not keep the event
 * loop alive either, so a forgotten server never hangs a test run.
 */
export function startServer(directory: string, command: string, args: string[]): ChildProcess {
  const log = openSync(join(directory, 'log'), 'a');
  const child = spawn(command, args, {
    cwd: directory,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    ...asServerUser(),
  });
  closeSync(log);
  const pidFile = join(directory, 'pid');
  if (child.pid !== undefined) writeFileSync(pidFile, String(child.pid));
  child.once('exit', () => rmSync(pidFile, { force: true }));
  child.once('error', () => undefined);
  child.unref();
  return child;
}

/** True until the process has ended. */
export function isRunning(child: ChildProcess | undefined): child is ChildProcess {
  return child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Sends a signal and waits for the end; kills what has not obeyed by then. */
export async function endServer(
  child: ChildProcess,
  signal: NodeJS.Signals,
  patience = 10_000,
): Promise<void> {
  if (!isRunning(child)) return;
  child.ref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}

/** Polls until `ready`; throws with the end of the server's log if it exits or takes too long. */
export async function untilReady(
  child: ChildProcess,
  directory: string,
  ready: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await ready())) {
    if (!isRunning(child) || Date.now() > deadline) {
      const state = isRunning(child) ? 'is not ready after 20 s' : 'exited at the start';
      child.kill('SIGKILL');
      throw new Error(`${child.spawnfile} ${state}:\n${logTail(directory)}`);
    }
    await sleep(10);
  }
}

/** The last lines of a server's log. */
export function logTail(directory: string): string {
  return readFileSync(join(directory, 'log'), 'utf8').split('\n').slice(-20).join('\n');
}

/** The ids of the direct children of a process. */
export function childrenOf(pid: number): number[] {
  const lines = spawnSync('ps', ['-A', '-o', 'pid=,ppid=']).stdout.toString().split('\n');
  return lines.flatMap((line) => {
    const [child, parent] = line.trim().split(/\s+/).map(Number);
    return child !== undefined && parent === pid ? [child] : [];
  });
}

/**
 * A free port on 127.0.0.1, below the range that outgoing connections take theirs from: a server that is stopped and
 * started again on its port must find it still free.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error('no free port between 20000 and 32000');
}
