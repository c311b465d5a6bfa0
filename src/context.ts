import { type ChatModel, createChatModel, createEmbeddingEngine, type EmbeddingEngine } from './ai/index.ts';
import type { Config } from './config/index.ts';
import { createDesk, type Desk } from './desk/index.ts';
import { createDocuments, type Documents } from './documents/index.ts';
import { type Analytics, createAnalytics } from './features/analytics/index.ts';
import { createFacts, type Facts } from './features/facts/facts.ts';
import { createPostingTools, type PostingTools } from './features/jobs/tools.ts';
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
  /** The profile kept of each person, and the worker that reads it off messages. */
  facts: Facts;
  /** What people ask, over all of them, for the operator. */
  analytics: Analytics;
  /** Null where no provider is set up: the offline engine answers. */
  chat: ChatModel | null;
  /** Reads files in a thread of its own, which the first file starts. */
  documents: Documents;
  /** Works on long CVs and postings in threads of its own. */
  desk: Desk;
  /** Fetches and reads job postings. */
  postings: PostingTools;
  close(): Promise<void>;
}

/** What a test may put in the place of the configured part. */
export type ContextOverrides = Partial<
  Pick<Context, 'logger' | 'clock' | 'store' | 'embedding' | 'chat' | 'documents' | 'desk' | 'postings'>
>;

/** The only place where things are constructed. Nothing is connected yet: `store.prepare()` does that. */
export function createContext(config: Config, overrides: ContextOverrides = {}): Context {
  const logger = overrides.logger ?? createLogger({ level: config.logLevel });
  const clock = overrides.clock ?? systemClock;
  const store =
    overrides.store ?? openStore(config.database, { logger: logger.child({ name: 'store' }), clock });
  const embedding = overrides.embedding ?? createEmbeddingEngine(config.embedding);
  const memory = createMemory({
    store,
    embedding,
    logger: logger.child({ name: 'memory' }),
    clock,
    held: { bytes: config.recall.cacheBytes },
  });
  const chat = overrides.chat !== undefined ? overrides.chat : createChatModel(config.chat);
  const facts = createFacts({ store, chat, clock, logger: logger.child({ name: 'facts' }) });
  const analytics = createAnalytics({
    store,
    memory,
    embedding,
    chat,
    clock,
    logger: logger.child({ name: 'analytics' }),
    ...config.analytics,
  });
  const postings =
    overrides.postings ?? createPostingTools({ clock, logger: logger.child({ name: 'postings' }) });
  const documents = overrides.documents ?? createDocuments();
  const desk = overrides.desk ?? createDesk();
  return {
    config,
    logger,
    clock,
    store,
    embedding,
    memory,
    facts,
    analytics,
    chat,
    documents,
    desk,
    postings,
    async close() {
      await memory.queue.stop();
      await facts.worker.stop();
      await analytics.stop();
      await documents.close();
      await desk.close();
      await embedding.close();
      await postings.close();
      await store.close();
    },
  };
}
