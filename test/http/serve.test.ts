import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { serve } from '../../src/http/index.ts';
import { StartupError } from '../../src/kernel/errors.ts';
import type { Store } from '../../src/store/index.ts';
import { type TestContextOptions, testContext } from '../context.ts';
import { freePort } from '../servers/processes.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** Serves until the test is over or ends it; `prepare` takes the place of the store's own. */
async function start(
  options: TestContextOptions & { prepareStore?: Store['prepare']; graceMs?: number } = {},
): Promise<{
  url: string;
  context: Awaited<ReturnType<typeof testContext>>;
  served: Promise<void>;
  ready: Promise<string>;
  end(): Promise<void>;
}> {
  const port = await freePort();
  const context = await testContext({
    ...options,
    prepare: false,
    env: { PORT: String(port), ...options.env },
  });
  if (options.prepareStore) {
    const { prepareStore } = options;
    const prepare = context.store.prepare.bind(context.store);
    context.store.prepare = async (signal) => {
      await prepareStore(signal);
      await prepare(signal);
    };
  }
  const controller = new AbortController();
  const { promise: ready, resolve: onReady } = Promise.withResolvers<string>();
  const served = serve(context, { signal: controller.signal, onReady, graceMs: options.graceMs });
  served.catch(() => {});
  const end = async () => {
    controller.abort();
    await served.catch(() => {});
  };
  endings.push(end);
  return { url: `http://127.0.0.1:${port}`, context, served, ready, end };
}

async function untilListening(url: string): Promise<void> {
  const status = () =>
    fetch(`${url}/health`).then(
      (response) => response.status,
      () => 0,
    );
  await expect.poll(status, { timeout: 90_000 }).toBe(200);
}

test('listens before the database is ready, and is ready after it', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { url, ready } = await start({ prepareStore: () => gate });
  await untilListening(url);
  const early = await fetch(`${url}/api/session`, { method: 'POST' });
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('2');
  expect((await fetch(`${url}/health/db`)).status).toBe(503);
  open();
  expect(await ready).toBe(url);
  expect((await fetch(`${url}/api/session`, { method: 'POST' })).status).toBe(201);
  expect((await fetch(`${url}/health/db`)).status).toBe(200);
});

test('works off embeddings where it should, and not where EMBEDDING_WORKER is off', async () => {
  for (const [worker, pending] of [
    ['True', 0],
    ['False', 1],
  ] as const) {
    const { context, ready, end } = await start({ env: { EMBEDDING_WORKER: worker } });
    await ready;
    await context.memory.remember('somebody', [{ text: 'hello', role: 'user' }]);
    if (pending === 1) await sleep(500);
    await expect
      .poll(async () => (await context.memory.queue.status()).pending, { timeout: 30_000 })
      .toBe(pending);
    await end();
  }
});

test('a database that is wrong for good ends it with what is wrong', async () => {
  const { context, served } = await start({
    prepareStore: async () => {
      throw new StartupError('DATABASE_URL: the server refuses the password', 'Correct it.');
    },
  });
  await expect(served).rejects.toThrow('the server refuses the password');
  expect(context.store.state.phase).toBe('closed');
});

test('a port that is taken is told by name', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { context, served } = await start({ env: { PORT: String(port) } });
  await expect(served).rejects.toThrow(
    expect.objectContaining({
      name: 'StartupError',
      message: expect.stringMatching(/^PORT: .*\b\d+\b/),
      remedy: expect.stringContaining('PORT'),
    }),
  );
  expect(context.store.state.phase).toBe('closed');
  other.close();
});

test('an address that is not ours is told by name', async () => {
  const { served } = await start({ env: { HOST: '192.0.2.1' } });
  await expect(served).rejects.toThrow(/^HOST: 192\.0\.2\.1/);
});

describe('ending', () => {
  test('while an attempt to reach the database hangs', async () => {
    const { url, served, end } = await start({ prepareStore: () => new Promise(() => {}) });
    await untilListening(url);
    await end();
    await expect(served).resolves.toBeUndefined();
  });

  async function slowRequest(workMs: number, graceMs: number) {
    const started = await start({ graceMs });
    await started.ready;
    const { token } = (await (await fetch(`${started.url}/api/session`, { method: 'POST' })).json()) as {
      token: string;
    };
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    started.context.memory.list = async () => {
      resolve();
      await sleep(workMs, undefined, { ref: false });
      return { messages: [], next_cursor: null };
    };
    const answer = fetch(`${started.url}/api/memory/messages`, {
      headers: { authorization: `Bearer ${token}` },
    });
    answer.catch(() => {});
    await reached;
    return { ...started, answer };
  }

  test('lets requests in flight finish, then closes everything', async () => {
    const { answer, end, context, url } = await slowRequest(700, 5_000);
    const ended = end();
    expect((await answer).status).toBe(200);
    await ended;
    expect(context.store.state.phase).toBe('closed');
    await expect(fetch(url)).rejects.toThrow();
  });

  test('does not wait for ever', async () => {
    const { answer, end, context } = await slowRequest(60_000, 500);
    const begin = performance.now();
    await end();
    expect(performance.now() - begin).toBeLessThan(20_000);
    await expect(answer).rejects.toThrow();
    expect(context.store.state.phase).toBe('closed');
  });

  test('while the database is still being waited for', async () => {
    const { url, served, end } = await start({
      prepareStore: (signal) => sleep(60_000, undefined, { signal }) as Promise<void>,
    });
    await untilListening(url);
    await end();
    await expect(served).resolves.toBeUndefined();
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'as a process: says where it is, and ends well on %s',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'interviewly-serve-'));
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts'), 'serve'], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        // Most of a short life is reading the program.
        NODE_COMPILE_CACHE: join(tmpdir(), 'interviewly-compiled'),
        PORT: '0',
        DATABASE_URL: 'sqlite:///./a.db',
        LOG_LEVEL: 'warn',
        APP_NAME: 'Mentor',
        WEB_BUILD: 'False',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk) => output.push(String(chunk)));
    child.stderr.on('data', (chunk) => output.push(String(chunk)));
    try {
      await expect
        .poll(() => output.join(''), { timeout: 90_000 })
        .toMatch(/^Mentor \S+ is ready at http:\/\/127\.0\.0\.1:\d+ .*\/docs\)\n$/);
      const url = /http:\S+/.exec(output.join(''))![0];
      expect(await (await fetch(`${url}/health/`)).json()).toMatchObject({
        status: 'ok',
        service: 'Mentor API',
      });
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number];
      expect([code, output.join('').split('\n').length]).toEqual([0, 2]);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
