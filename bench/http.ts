import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../test/servers/processes.ts';
import type { BenchDatabase } from './databases.ts';

const script = fileURLToPath(new URL('server.ts', import.meta.url));
const patienceMs = 60_000;

export interface BenchServer {
  url: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** The stub engine's time a call, in ms; null for the local engine. */
  engineMs: number | null;
  /** Whether it works off the queue. */
  worker: boolean;
}

/** Starts the server on a database and waits until it serves. Nothing limits the callers here. */
export async function startServer(
  database: BenchDatabase,
  { engineMs, worker }: ServerOptions,
): Promise<BenchServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    cwd: database.folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: database.url,
      PORT: String(port),
      LOG_LEVEL: 'error',
      RATE_LIMIT_PER_MINUTE: '1000000',
      SESSIONS_PER_HOUR: '1000000',
      EMBEDDING_PROVIDER: 'local',
      EMBEDDING_WORKER: String(worker),
      ...(engineMs !== null && { BENCH_ENGINE_MS: String(engineMs) }),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await untilHealthy(`${url}/health/db`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(20)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
  throw new Error(`${url} never became healthy`);
}

/** A visitor with a connection of their own. Node's own client: `fetch` would take more of the two cores than it. */
export class Visitor {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #token: string | undefined;
  user = '';

  constructor(url: string) {
    this.#url = url;
  }

  async arrive(): Promise<this> {
    const { user_id, token } = (await this.post('/api/session', {})) as { user_id: string; token: string };
    this.user = user_id;
    this.#token = token;
    return this;
  }

  post(path: string, body: unknown): Promise<unknown> {
    const payload = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.#url}${path}`,
        {
          method: 'POST',
          agent: this.#agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
            ...(this.#token && { authorization: `Bearer ${this.#token}` }),
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString();
            if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(text));
            else reject(new Error(`${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  leave(): void {
    this.#agent.destroy();
  }
}

/** Lets all visitors do the same thing over and over for a while; the times of each, in ms. */
export async function together(
  visitors: Visitor[],
  forMs: number,
  act: (visitor: Visitor, round: number) => Promise<void>,
): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    visitors.map(async (visitor) => {
      for (let round = 0; performance.now() - startedAt < forMs; round++) {
        const askedAt = performance.now();
        await act(visitor, round);
        times.push(performance.now() - askedAt);
      }
    }),
  );
  return { times, seconds: (performance.now() - startedAt) / 1_000 };
}
