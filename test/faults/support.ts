import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, onTestFinished } from 'vitest';
import { AppError, StartupError } from '../../src/kernel/errors.ts';
import type { Store } from '../../src/store/index.ts';
import { type Settings, storeOf } from './open.ts';

/** For what takes a moment, and much longer on a machine that has other things to do. */
export const patient = { timeout: 60_000 };

/** The stores of a test, closed whatever happens to it. */
export class Stores {
  readonly #open: Store[] = [];

  open(url: string, settings?: Settings): Store {
    const store = storeOf(url, settings);
    this.#open.push(store);
    return store;
  }

  async prepared(url: string, settings?: Settings): Promise<Store> {
    const store = this.open(url, settings);
    await store.prepare();
    return store;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((store) => store.close()));
  }
}

/** What a start that must fail says: one line, and a remedy that goes with it. */
export async function refusal(url: string, settings: Settings = {}): Promise<string> {
  let store: Store | undefined;
  try {
    store = storeOf(url, settings);
    await store.prepare();
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    const { message, remedy } = error as StartupError;
    expect(message).not.toContain('\n');
    expect(remedy.length).toBeGreaterThan(10);
    return `${message} ${remedy}`;
  } finally {
    await store?.close();
  }
  throw new Error('the start did not fail');
}

/** The same, and that nobody had to wait for it. */
export async function quickRefusal(url: string, withinMs: number): Promise<string> {
  const start = performance.now();
  const line = await refusal(url);
  expect(performance.now() - start).toBeLessThan(withinMs);
  return line;
}

/** The error of a request that must fail, as a caller sees it. */
export async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

/** Keeps a connection to Postgres busy for so long. */
export function hold(store: Store, seconds: number): Promise<unknown> {
  return store.transaction((trx) => sql`select pg_sleep(${seconds})`.execute(trx));
}

export async function countRows(store: Store, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    store.db,
  );
  return Number(rows[0]!.count);
}

export interface Child {
  process: ChildProcess;
  /** Lines on standard output so far. */
  lines: string[];
  /** The exit status, or the signal that ended it, and what it wrote to standard error. */
  ended: Promise<{ status: number | string; stderr: string }>;
}

export interface ChildOptions {
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
  /** The largest file that it may write, in units of the shell's `ulimit -f`. */
  fileBlocks?: number;
}

/** Runs a script of this folder in a process of its own, which does not outlive the test. */
export function startScript(
  name: string,
  args: string[],
  { fileBlocks, ...options }: ChildOptions = {},
): Child {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks}; `;
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, script, ...args], {
    ...options,
    // Most of a short life is reading the program.
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: join(tmpdir(), 'interviewly-compiled'),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  let rest = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    lines.push(...parts);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ status: number | string; stderr: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ status: code ?? signal ?? 'unknown', stderr }));
  });
  return {
    process: child,
    lines,
    ended,
  };
}

/** How long work takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
