import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourceStamp } from './stamp.ts';

const STAMP = '.stamp';
const VITE = 'node_modules/vite/bin/vite.js';

export const canBuild = (root: string): boolean =>
  existsSync(join(root, VITE)) && existsSync(join(root, 'web/index.html'));

/** Whether a folder holds a built app, and of which sources. */
export function builtStamp(folder: string): string | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const file = join(folder, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : 'unknown';
}

/**
 * Builds the web app of a checkout into `folder`, in a child process. The folder is put in place in one go when all is
 * there: who is served from it sees the old app or the new one. Two builds at once both end well.
 */
export async function buildWeb(root: string, folder: string, signal?: AbortSignal): Promise<void> {
  const stamp = sourceStamp(root);
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = join(dirname(folder), `.dist-${process.pid}-${Date.now()}`);
  try {
    await runVite(root, fresh, signal);
    writeFileSync(join(fresh, STAMP), stamp);
    replace(folder, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function runVite(root: string, folder: string, signal?: AbortSignal): Promise<void> {
  const words = [join(root, VITE), 'build', 'web', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
  }
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`vite build ended with status ${status}: ${said.trim()}`);
}

function replace(folder: string, fresh: string): void {
  const old = `${fresh}-old`;
  const hadOne = existsSync(folder);
  if (hadOne) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another process was quicker between the two steps, with the same sources.
    if (builtStamp(folder) === null) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}
