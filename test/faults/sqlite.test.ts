import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import { serverUser } from '../servers/processes.ts';
import { memoryOf } from './memory.ts';
import { quickRefusal, Stores, startScript } from './support.ts';

const root = mkdtempSync(join(tmpdir(), 'interviewly-sqlite-'));
chmodSync(root, 0o755);
const stores = new Stores();
let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(folder);
});
afterEach(() => stores.closeAll());
afterAll(() => rmSync(root, { recursive: true, force: true }));

const urlOf = (file: string) => `sqlite:///${file}`;

/** A file with messages in it, closed. */
async function filled(file: string, messages = 200): Promise<void> {
  const store = await stores.prepared(urlOf(file));
  const texts = Array.from({ length: messages }, (_, i) => ({
    role: 'user' as const,
    text: `sentence number ${i} `.repeat(20),
  }));
  await memoryOf(store).remember('u', texts);
  await stores.closeAll();
}

describe('a SQLite file that is no good', () => {
  const quickly = (file: string) => quickRefusal(urlOf(file), 2_000);

  test('garbage is not touched', async () => {
    const file = join(folder, 'garbage.db');
    writeFileSync(file, Buffer.alloc(20_000, 'no database at all '));
    const before = readFileSync(file);
    expect(await quickly(file)).toMatch(/not a SQLite database, or is corrupt.*restore a backup/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('a damaged database is refused at start, and left as it is for recovery', async () => {
    const whole = join(folder, 'whole.db');
    await filled(whole);
    const half = join(folder, 'half.db');
    copyFileSync(whole, half);
    truncateSync(half, 40_960);
    const before = readFileSync(half);
    expect(await quickly(half)).toMatch(/SQLite file is corrupt.*\.recover/);
    expect(readFileSync(half)).toEqual(before);
  });

  test('damage that shows under way is a 503 with a reason', async () => {
    const file = join(folder, 'later.db');
    await filled(file);
    const bytes = readFileSync(file);
    // The pages of the schema stay, so that a start succeeds; what is in the tables is gone.
    bytes.fill(0x5a, Math.floor(bytes.length / 2));
    writeFileSync(file, bytes);
    let error: unknown;
    try {
      const store = await stores.prepared(urlOf(file));
      await Array.fromAsync(memoryOf(store).exportMessages('u'));
    } catch (reason) {
      error = reason;
    }
    expect(String((error as AppError).detail ?? error)).toMatch(/SQLite file is corrupt/);
  });

  test('a folder, and a file where the folder should be', async () => {
    expect(await quickly(folder)).toMatch(/cannot be opened/);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await quickly(join(file, 'in', 'memory.db'))).toMatch(/folder of the SQLite file cannot be made/);
  });

  test('a missing folder is made', async () => {
    const file = join(folder, 'a', 'b', 'memory.db');
    await stores.prepared(urlOf(file));
    expect(existsSync(file)).toBe(true);
  });

  test('nothing is opened or made before the store is prepared', async () => {
    const file = join(folder, 'a', 'memory.db');
    await stores.open(urlOf(file)).close();
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });
});

// The superuser may write everywhere, so somebody else has to try.
const user =
  process.getuid?.() === 0 ? serverUser() : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
describe.runIf(user)('without the right to write', () => {
  test('a read-only file, a read-only folder and a forbidden folder are told apart from a broken file', async () => {
    const give = (path: string, mode: number) => {
      chownSync(path, user!.uid, user!.gid);
      chmodSync(path, mode);
    };
    const file = join(folder, 'memory.db');
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    await filled(file, 1);
    copyFileSync(file, join(locked, 'memory.db'));
    give(join(locked, 'memory.db'), 0o644);
    give(file, 0o444);
    give(folder, 0o755);
    give(locked, 0o555);
    const files = [file, join(locked, 'memory.db'), join(locked, 'new.db'), join(locked, 'sub', 'new.db')];
    const child = startScript('prepare-process.ts', files.map(urlOf), { ...user });
    expect(await child.ended).toMatchObject({ status: 1 });
    expect(child.lines).toEqual([
      expect.stringMatching(/read-only.*right to write/),
      expect.stringMatching(/(read-only|cannot be opened).*right to write/),
      expect.stringMatching(/cannot be opened.*right to write/),
      expect.stringMatching(/folder of the SQLite file cannot be made \(EACCES/),
    ]);
    chmodSync(locked, 0o755);
  });
});

function mountSmall(path: string): boolean {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
  mkdirSync(path);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path]).status === 0;
}

test('a full disk loses nothing that was acknowledged, says so, and is no trouble once there is space', async ({
  skip,
}) => {
  const disk = join(folder, 'disk');
  skip(!mountSmall(disk), 'a small disk to fill takes the right to mount one');
  try {
    const store = await stores.prepared(urlOf(join(disk, 'memory.db')));
    const memory = memoryOf(store);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(400_000));
    const acknowledged: string[] = [];
    let error: unknown;
    for (let n = 0; n < 2_000 && !error; n++) {
      try {
        const [message] = await memory.remember('u', [
          { role: 'user', text: `${n}: ${'words and more '.repeat(40)}` },
        ]);
        acknowledged.push(message!.id);
      } catch (reason) {
        error = reason;
      }
    }
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'database_unavailable',
      status: 503,
      detail: expect.stringMatching(/disk|writing/),
    });
    expect(acknowledged.length).toBeGreaterThan(10);
    // What is there can still be read, and forgotten things do not hang.
    expect(await Array.fromAsync(memory.exportMessages('u'))).toHaveLength(acknowledged.length);
    rmSync(ballast);
    await memory.remember('u', [{ role: 'user', text: 'there is space again' }]);
    await stores.closeAll();
    const again = memoryOf(await stores.prepared(urlOf(join(disk, 'memory.db'))));
    const ids = (await Array.fromAsync(again.exportMessages('u'))).map(({ id }) => id);
    expect(ids.slice(0, -1).toSorted()).toEqual(acknowledged.toSorted());
  } finally {
    await stores.closeAll();
    execFileSync('umount', ['-l', disk]);
  }
});

test('a file that may not grow any more is refused in the same way', async ({ skip }) => {
  skip(process.platform === 'win32', 'there is no ulimit');
  const file = join(folder, 'limited.db');
  const child = startScript('prepare-process.ts', [urlOf(file)], { fileBlocks: 8 });
  expect(await child.ended).toMatchObject({ status: 1 });
  expect(child.lines).toHaveLength(1);
  expect(child.lines[0]).toMatch(/disk|writing/);
  expect(statSync(file).size).toBeLessThanOrEqual(8 * 1024);
});
