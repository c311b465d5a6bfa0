import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OddJob } from '../../test/fakes/threads/odd-jobs.ts';
import { AppError } from './errors.ts';
import { Threads, type ThreadsOptions } from './threads.ts';

const opened: Threads<OddJob, unknown>[] = [];
afterEach(async () => {
  for (const threads of opened.splice(0)) await threads.close();
});

function open(options: Partial<ThreadsOptions<OddJob>> = {}): Threads<OddJob, unknown> {
  const threads = new Threads<OddJob, unknown>({
    script: new URL('../../test/fakes/threads/odd-jobs.ts', import.meta.url),
    name: 'odd jobs',
    queueLength: 8,
    timeoutMs: 10_000,
    refuse: (failure) =>
      new AppError(failure.why, {
        status: 503,
        title: 'Not done',
        detail: failure.why === 'failed' ? failure.error : '',
      }),
    ...options,
  });
  opened.push(threads);
  return threads;
}

const which = { do: 'which thread' } as const;
const spin = { do: 'spin' } as const;

describe('work', () => {
  test('goes there and back as it is, one after the other in one thread', async () => {
    const threads = open();
    expect(threads.count).toBe(0);
    const what = { at: new Date(0), bytes: new Uint8Array([1, 2]), text: '«ü»', list: [null, 1.5] };
    expect(await threads.run({ do: 'echo', what })).toEqual(what);
    const ids = await Promise.all([
      threads.run(which),
      threads.run({ do: 'sleep', ms: 20 }),
      threads.run(which),
    ]);
    expect(new Set(ids).size).toBe(1);
    expect(threads.count).toBe(1);
  });

  test('is shared by as many threads as may be, and no more', async () => {
    const threads = open({ size: 2 });
    const ids = await Promise.all([1, 2, 3, 4].map(() => threads.run({ do: 'sleep', ms: 200 })));
    expect(new Set(ids).size).toBe(2);
    expect(threads.count).toBe(2);
  });

  test('that throws is told by the name of the error alone, and the thread goes on', async () => {
    const threads = open();
    const before = await threads.run(which);
    await expect(threads.run({ do: 'throw' })).rejects.toMatchObject({
      code: 'failed',
      detail: 'RangeError',
    });
    expect(await threads.run(which)).toBe(before);
  });

  test('that cannot be copied is refused to who gave it', async () => {
    const threads = open();
    await expect(threads.run({ do: 'echo', what: () => 1 })).rejects.toThrow('could not be cloned');
    expect(await threads.run({ do: 'echo', what: 1 })).toBe(1);
  });

  test('prints nothing to the log', async () => {
    const log = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    try {
      const threads = open();
      await threads.run({ do: 'print' });
      await threads.close();
      const written = log.flatMap(({ mock }) => mock.calls.map(([text]) => String(text))).join('');
      expect(written).not.toContain('secret');
    } finally {
      for (const spy of log) spy.mockRestore();
    }
  });
});

describe('a thread is thrown away, and the next task gets a new one, after', () => {
  test.each([
    // The limit is the next task's as well, which a busy machine may keep waiting.
    ['a task that takes too long', { do: 'sleep', ms: 60_000 }, { timeoutMs: 2_000 }, 'late'],
    [
      'a time limit of its own',
      spin,
      { timeoutMs: (job: OddJob) => (job.do === 'spin' ? 50 : 10_000) },
      'late',
    ],
    ['a crash', { do: 'leave' }, {}, 'crashed'],
    ['too large a heap', { do: 'fill the heap' }, { heapMegabytes: 32 }, 'memory'],
    ['buffers beyond its heap', { do: 'fill buffers' }, { growthMegabytes: 100 }, 'memory'],
  ] satisfies [string, OddJob, Partial<ThreadsOptions<OddJob>>, string][])(
    '%s',
    async (_what, job, options, code) => {
      const threads = open(options);
      const before = await threads.run(which);
      const lost = threads.run(job);
      const next = threads.run(which);
      await expect(lost).rejects.toMatchObject({ code });
      const after = await next;
      expect(after).toEqual(expect.any(Number));
      expect(after).not.toBe(before);
      expect(threads.count).toBe(1);
    },
  );

  test('a crash while it had nothing to do', async () => {
    const threads = open();
    const before = await threads.run({ do: 'leave later' });
    await vi.waitUntil(() => threads.count === 0);
    expect(await threads.run(which)).not.toBe(before);
  });

  test('a file that cannot be loaded fails the task', async () => {
    const threads = open({ script: new URL('./no-such-file.ts', import.meta.url) });
    await expect(threads.run(which)).rejects.toMatchObject({ code: 'crashed' });
    await expect(threads.run(which)).rejects.toMatchObject({ code: 'crashed' });
  });

  test('a start that takes too long', async () => {
    const threads = open({ startMs: 1 });
    await expect(threads.run(which)).rejects.toMatchObject({ code: 'late' });
  });
});

test('beyond the queue, tasks are refused for now', async () => {
  const threads = open({ queueLength: 1 });
  const stop = new AbortController();
  const running = threads.run(spin, { signal: stop.signal });
  const waiting = threads.run(which);
  await expect(threads.run(which)).rejects.toMatchObject({ code: 'busy' });
  stop.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await waiting;
  expect(await threads.run(which)).toEqual(expect.any(Number));
});

describe('whoever leaves', () => {
  test('while the task runs, ends it', async () => {
    const threads = open();
    const before = await threads.run(which);
    const stop = new AbortController();
    const running = threads.run(spin, { signal: stop.signal });
    stop.abort(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
    expect(await threads.run(which)).not.toBe(before);
  });

  test('while it waits, costs nothing', async () => {
    const threads = open();
    const stop = new AbortController();
    const first = threads.run({ do: 'sleep', ms: 50 });
    const second = threads.run(spin, { signal: stop.signal });
    stop.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(await threads.run(which)).toBe(await first);
  });

  test('before or after, changes nothing', async () => {
    const threads = open();
    await expect(threads.run(spin, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(threads.count).toBe(0);
    const stop = new AbortController();
    const before = await threads.run(which, { signal: stop.signal });
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    stop.abort();
    expect(await threads.run(which)).toBe(before);
  });
});

test('a thread without work is ended, and the next task starts one', async () => {
  const threads = open({ idleMs: 10 });
  const before = await threads.run(which);
  await vi.waitUntil(() => threads.count === 0);
  expect(await threads.run(which)).not.toBe(before);
});

test('once closed, no thread is left, and nothing is begun', async () => {
  const threads = open({ size: 2 });
  const running = Promise.allSettled([spin, spin, which].map((job) => threads.run(job)));
  await sleep(20);
  expect(threads.count).toBe(2);
  await threads.close();
  expect(threads.count).toBe(0);
  expect(await running).toEqual(
    [1, 2, 3].map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'closed' }) })),
  );
  await expect(threads.run(which)).rejects.toMatchObject({ code: 'closed' });
  expect(threads.count).toBe(0);
  await threads.close();
});
