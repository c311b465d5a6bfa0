import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, expect, test } from 'vitest';
import { memoryOf } from './memory.ts';
import { recordingLogger } from './open.ts';
import { patient, Stores, startScript, timed } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'interviewly-lock-'));
const stores = new Stores();
afterEach(() => stores.closeAll());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that has the write lock for so long. */
async function held(file: string, ms: number) {
  const child = startScript('hold-process.ts', [file, String(ms)]);
  await expect.poll(() => child.lines, patient).toContain('held');
  return child;
}

test("another process' write lock is waited for without standing still", async () => {
  const file = join(folder, 'short.db');
  const log = recordingLogger();
  const store = await stores.prepared(`sqlite:///${file}`, { logger: log.logger });
  const memory = memoryOf(store);
  await memory.remember('u', [{ role: 'user', text: 'before' }]);
  const child = await held(file, 2_500);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const writing = memory.remember('u', [{ role: 'user', text: 'meanwhile' }]);
  for (let i = 0; i < 10; i++) expect(await timed(() => store.ping(5_000))).toBeLessThan(2_000);
  expect((await memory.list('u', {})).messages).toHaveLength(1);
  await writing;
  delay.disable();
  await child.ended;
  expect(delay.max / 1e6).toBeLessThan(2_000);
  expect((await memory.list('u', {})).messages.map(({ text }) => text)).toEqual(['before', 'meanwhile']);
  // Said once, not at every attempt.
  expect(log.text().match(/trying again/g)).toHaveLength(1);
});

test('a lock that is not given back ends in a 503 after five seconds, and the next request works', async () => {
  const file = join(folder, 'long.db');
  const store = await stores.prepared(`sqlite:///${file}`);
  const memory = memoryOf(store);
  const child = await held(file, 12_000);
  const ms = await timed(async () => {
    await expect(memory.remember('u', [{ role: 'user', text: 'too late' }])).rejects.toMatchObject({
      code: 'database_unavailable',
      status: 503,
      detail: 'another process holds the write lock of the SQLite file',
    });
  });
  expect(ms).toBeGreaterThan(4_000);
  expect(ms).toBeLessThan(11_000);
  // A start has more patience.
  const starting = stores.open(`sqlite:///${file}`);
  await starting.prepare();
  await child.ended;
  await memory.remember('u', [{ role: 'user', text: 'in time' }]);
  expect((await memory.list('u', {})).messages.map(({ text }) => text)).toEqual(['in time']);
});

test('what is forgotten leaves the log too, as soon as nobody reads an older state', async () => {
  const file = join(folder, 'erased.db');
  const memory = memoryOf(await stores.prepared(`sqlite:///${file}`));
  await memory.remember('u', [{ role: 'user', text: 'the zeppelin is in the shed' }]);
  const reader = new DatabaseSync(file);
  reader.exec('begin');
  reader.prepare('select count(*) from user_message_embeddings').get();
  const forgetting = memory.forgetEverything('u');
  setTimeout(() => reader.close(), 300);
  expect(await forgetting).toBe(1);
  const bytes = [file, `${file}-wal`].map((path) => readFileSync(path, 'latin1')).join('');
  expect(bytes).not.toContain('zeppelin');
});
