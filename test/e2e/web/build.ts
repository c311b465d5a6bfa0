import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildWeb, builtStamp, sourceStamp } from '../../../src/http/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, '.cache/web');
/** A lock older than this was left by a run that was killed. */
const staleMs = 180_000;
const oldMs = 86_400_000;

/** The built web app of these sources: from .cache where a run before built it, otherwise built by one worker for all. */
export async function builtWeb(): Promise<string> {
  const stamp = sourceStamp(root);
  const folder = join(cache, stamp);
  const lock = `${folder}.lock`;
  mkdirSync(cache, { recursive: true });
  while (builtStamp(folder) === null) {
    if (!isFree(lock)) {
      await sleep(100);
      continue;
    }
    try {
      if (builtStamp(folder) === null) await buildWeb(root, folder);
      removeOld();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return folder;
}

/** Builds of sources that are no more: those that no run can still be using. */
function removeOld(): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > oldMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Takes the lock, if nobody has it. */
function isFree(lock: string): boolean {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > staleMs)
    rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
