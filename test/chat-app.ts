import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { createChatModel } from '../src/ai/index.ts';
import type { ChatConfig } from '../src/config/index.ts';
import type { Context } from '../src/context.ts';
import { createCoach, registerCoach } from '../src/features/coach/index.ts';
import { handleErrors } from '../src/http/error-handler.ts';
import { validatorCompiler } from '../src/http/validation.ts';
import type { MemoryMessage } from '../src/memory/types.ts';
import type { HttpApp } from '../src/routing/types.ts';
import { testContext } from './context.ts';

export const USER = 'ann';

export interface ChatAnswer {
  reply: string;
  conversation_id: string;
  memories: { text: string }[];
  sources: { kind: string; id: string; cited: boolean }[];
}

export interface ChatApp {
  context: Context;
  /** Posts to /api/chat. */
  post(body: unknown, signal?: AbortSignal): Promise<Response>;
  /** Says these one after the other in one conversation; the answers in their order. */
  talk(...messages: string[]): Promise<ChatAnswer[]>;
  /** What is remembered of the user, oldest first. */
  remembered(): Promise<MemoryMessage[]>;
  close(): Promise<void>;
}

/** The coach's route alone, on a port of its own over a real memory; everyone who calls is `USER`. */
export async function chatApp(chat?: Partial<ChatConfig> & Pick<ChatConfig, 'provider'>): Promise<ChatApp> {
  const config: ChatConfig = { model: 'fake', timeoutMs: 5_000, apiKey: 'key', provider: 'offline', ...chat };
  const context = await testContext({ overrides: { chat: createChatModel(config) } });
  const { memory, facts, logger, clock, store, postings, desk } = context;
  const app: HttpApp = Fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('caller', null);
  handleErrors(app, store);
  const coach = createCoach({
    memory,
    facts,
    chat: context.chat,
    config,
    store,
    postings,
    desk,
    logger,
    clock,
  });
  registerCoach(app, {
    coach,
    requireUser: async (request) => {
      request.caller = {
        userId: USER,
        tokenHash: '',
        via: 'bearer',
        credential: 'session',
        isAdmin: false,
        scopes: ['read', 'write', 'chat'],
        sessionExpiresAt: null,
      };
    },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const post: ChatApp['post'] = (body, signal) =>
    fetch(`http://127.0.0.1:${port}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
  return {
    context,
    post,
    async talk(...messages) {
      const answers: ChatAnswer[] = [];
      for (const message of messages) {
        const response = await post({ message, conversation_id: answers.at(-1)?.conversation_id });
        answers.push((await response.json()) as ChatAnswer);
      }
      return answers;
    },
    remembered: async () => (await memory.list(USER, { limit: 200 })).messages,
    async close() {
      await app.close();
      await context.close();
    },
  };
}

export interface Chunk {
  type: string;
  [field: string]: unknown;
}

/** The chunks of a UI message stream. */
export async function chunksOf(response: Response): Promise<Chunk[]> {
  const lines = (await response.text())
    .split('\n')
    .filter((line) => line.startsWith('data: ') && !line.endsWith('[DONE]'));
  return lines.map((line) => JSON.parse(line.slice('data: '.length)) as Chunk);
}

export function textOf(chunks: Chunk[]): string {
  return chunks.map((chunk) => (chunk.type === 'text-delta' ? String(chunk.delta) : '')).join('');
}

/** Waits for something that happens after the answer, such as the keeping of what was broken off. */
export async function eventually<T>(look: () => Promise<T | undefined>, forMs = 5_000): Promise<T> {
  for (const end = Date.now() + forMs; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nothing within ${forMs} ms`);
}
