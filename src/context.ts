import { type ChatModel, createChatModel, createEmbeddingEngine, type EmbeddingEngine } from './ai/index.ts';
import type { Config } from './config/index.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import { createLogger, type Logger } from './kernel/logger.ts';
import { createMemory, type Memory } from './memory/index.ts';
import { openStore, type Store } from './store/index.ts';

/** Everything that lives as long as the process. Rooms are handed the parts they need, never this whole. */
export interface Context {
  config: Config;
  logger: Logger;
  clock: Clock;
  store: Store;
  embedding: EmbeddingEngine;
  memory: Memory;
  /** Null where no provider is set up: the offline engine answers. */
  chat: ChatModel | null;
  close(): Promise<void>;
}

/** What a test may put in the place of the configured part. */
export type ContextOverrides = Partial<Pick<Context, 'logger' | 'clock' | 'store' | 'embedding' | 'chat'>>;

/** The only place where things are constructed. Nothing is connected yet: `store.prepare()` does that. */
export function createContext(config: Config, overrides: ContextOverrides = {}): Context {
  const logger = overrides.logger ?? createLogger({ level: config.logLevel });
  const clock = overrides.clock ?? systemClock;
  const store =
    overrides.store ?? openStore(config.database, { logger: logger.child({ name: 'store' }), clock });
  const embedding = overrides.embedding ?? createEmbeddingEngine(config.embedding);
  const memory = createMemory({ store, embedding, logger: logger.child({ name: 'memory' }), clock });
  const chat = overrides.chat !== undefined ? overrides.chat : createChatModel(config.chat);
  return {
    config,
    logger,
    clock,
    store,
    embedding,
    memory,
    chat,
    async close() {
      await memory.queue.stop();
      await embedding.close();
      await store.close();
    },
  };
}
