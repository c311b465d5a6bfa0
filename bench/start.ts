import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { table } from '../evals/report.ts';
import { readConfig } from '../src/config/index.ts';
import { createContext } from '../src/context.ts';
import { median, writeSection } from './results.ts';

const main = fileURLToPath(new URL('../bin/interviewly.js', import.meta.url));
const runs = 5;
const messages = 1_000;
const patienceMs = 60_000;

interface Run {
  healthyMs: number;
  idleMegabytes: number;
}

/** How long a start takes on a SQLite file that is there already, and what the idle process holds in memory. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'interviewly-bench-'));
  try {
    const url = `sqlite:///${path.join(folder, 'bench.db')}`;
    await fill(url, folder);
    const measured: Run[] = [];
    for (let run = 0; run < runs; run++) measured.push(await startOnce(url, folder));
    const text = render(measured);
    console.log(text);
    writeSection('start', text, 'npm run bench -- start');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Messages without embeddings would be worked off during the measurement, so the queue is emptied before. */
async function fill(url: string, folder: string): Promise<void> {
  const config = readConfig({ DATABASE_URL: url, EMBEDDING_PROVIDER: 'local' }, { cwd: folder });
  const context = createContext({ ...config, logLevel: 'fatal' });
  try {
    await context.store.prepare();
    await context.memory.remember(
      'bench',
      Array.from({ length: messages }, (_, i) => ({
        text: `Message ${i}: what to say when an interviewer asks about salary band ${i % 37}?`,
        role: 'user' as const,
      })),
    );
    await context.memory.queue.drain();
  } finally {
    await context.close();
  }
}

async function startOnce(url: string, cwd: string): Promise<Run> {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: url,
    PORT: String(port),
    LOG_LEVEL: 'error',
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [main, 'serve'], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    await healthy(
      `http://127.0.0.1:${port}/health/db`,
      startedAt + patienceMs,
      () => child.exitCode !== null,
    );
    const healthyMs = performance.now() - startedAt;
    await sleep(5_000);
    return { healthyMs, idleMegabytes: residentMegabytes(child.pid!) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function healthy(url: string, deadline: number, hasEnded: () => boolean): Promise<void> {
  while (performance.now() < deadline && !hasEnded()) {
    const answer = await fetch(url).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(5);
  }
  throw new Error(`${url} never became healthy`);
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function render(measured: Run[]): string {
  const row = (name: string, values: number[], unit: string) => [
    name,
    `${median(values).toFixed(0)} ${unit}`,
    `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)} ${unit}`,
  ];
  return table(
    [`SQLite, ${messages} messages, ${runs} runs`, 'median', 'range'],
    [
      row(
        'from the command to the first healthy /health/db',
        measured.map(({ healthyMs }) => healthyMs),
        'ms',
      ),
      row(
        'resident memory after 5 idle seconds',
        measured.map(({ idleMegabytes }) => idleMegabytes),
        'MB',
      ),
    ],
  );
}
