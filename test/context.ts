import { tmpdir } from 'node:os';
import { type DatabaseConfig, readConfig } from '../src/config/index.ts';
import { type Context, type ContextOverrides, createContext } from '../src/context.ts';
import type { HttpApp } from '../src/http/index.ts';
import { createApp, type WebSite } from '../src/http/index.ts';
import { createLogger } from '../src/kernel/logger.ts';
import { WordEngine } from './contract/fake-embedding.ts';

export interface TestContextOptions {
  /** In memory by default. */
  database?: 'memory' | DatabaseConfig;
  env?: Record<string, string>;
  overrides?: ContextOverrides;
  /** False for tests of what happens before the database is ready. */
  prepare?: boolean;
}

/** A context as the program has it, with a silent log and embeddings that need no model. The caller closes it. */
export async function testContext(options: TestContextOptions = {}): Promise<Context> {
  const { database = 'memory', env = {}, overrides = {}, prepare = true } = options;
  // All visitors of a test come from one address.
  const defaults = { LOG_LEVEL: 'silent', DATABASE_URL: 'sqlite://', SESSIONS_PER_HOUR: '100000' };
  const config = readConfig({ ...defaults, ...env }, { cwd: tmpdir() });
  if (database !== 'memory') config.database = database;
  const context = createContext(config, {
    logger: createLogger({ level: 'silent' }),
    embedding: new WordEngine(),
    ...overrides,
  });
  if (prepare) await context.store.prepare();
  return context;
}

export interface TestResponse {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined where there is none or it is not JSON. */
  body: unknown;
}

export interface RequestOptions {
  /** Sent as JSON; a string or bytes are sent as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Another token than the test's own; null for none. */
  token?: string | null;
}

export interface TestApp {
  app: HttpApp;
  context: Context;
  /** Where it listens. */
  url: string;
  /** Of the visitor whose token requests carry. */
  userId: string;
  token: string;
  request(method: string, path: string, options?: RequestOptions): Promise<TestResponse>;
  close(): Promise<void>;
}

/** The app on a port of its own, over a context made here or brought along, with a session to use. */
export async function testApp(
  options: TestContextOptions & { context?: Context; web?: WebSite } = {},
): Promise<TestApp> {
  const context = options.context ?? (await testContext(options));
  const app = createApp(context, { web: options.web });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  let token: string | null = null;

  async function request(method: string, path: string, given: RequestOptions = {}): Promise<TestResponse> {
    const { body, headers = {}, token: chosen = token } = given;
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(chosen !== null && { authorization: `Bearer ${chosen}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body:
        body === undefined
          ? undefined
          : isRaw
            ? (body as string | Uint8Array<ArrayBuffer>)
            : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  let userId = '';
  if (options.prepare !== false) {
    const session = (await request('POST', '/api/session')).body as { user_id: string; token: string };
    userId = session.user_id;
    token = session.token;
  }
  return {
    app,
    context,
    url,
    userId,
    token: token ?? '',
    request,
    async close() {
      await app.close();
      await context.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
