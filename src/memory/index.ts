import type { EmbeddingEngine } from '../ai/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/index.ts';
import { messagesBefore } from './before.ts';
import { claim } from './claim.ts';
import { buildContext } from './context.ts';
import { createModels } from './embedding-queue/active-model.ts';
import { embeddingProgress } from './embedding-queue/progress.ts';
import { createQueue } from './embedding-queue/queue.ts';
import { forgetConversation, forgetEverything, forgetMessage } from './forget.ts';
import { exportMessages, getMessage, listMessages } from './list.ts';
import { findCorpus } from './recall/corpus.ts';
import { createDocumentCache } from './recall/documents/document-cache.ts';
import { keepUp } from './recall/keep-up.ts';
import { createVectorCache } from './recall/quantized/vector-cache.ts';
import { createQueryVectors } from './recall/query-vector.ts';
import { recall } from './recall/recall.ts';
import { Seen } from './recall/seen.ts';
import { remember } from './remember.ts';
import type { Memory } from './types.ts';
import { allMessages, allVectors, ownVectors } from './vectors.ts';

export { relevant } from './context.ts';
export { isQuoted, toldText } from './own-words.ts';
export { askedTimes } from './rank/asked-times.ts';
export { analyzeQuery, analyzeText } from './text/analyze.ts';
export type * from './types.ts';

export interface MemoryParts {
  store: Store;
  embedding: EmbeddingEngine;
  logger: Logger;
  clock: Clock;
  /** What may be held in the process of the memories of those who are talking; from how many documents on, their vectors. */
  held?: { bytes?: number; minDocuments?: number };
}

/** The vectors' share of what is held; a document takes some 1,100 bytes, its vector of 1536 dimensions 3,300. */
const shareOfVectors = 0.7;

/** Puts the verbs of memory together. */
export function createMemory({ store, embedding, logger, clock, held = {} }: MemoryParts): Memory {
  const models = createModels(store, embedding, logger);
  const { bytes = 256 * 2 ** 20, minDocuments } = held;
  const vectors = createVectorCache({ store, logger }, { maxBytes: shareOfVectors * bytes, minDocuments });
  const documents = createDocumentCache({ store, logger }, { maxBytes: (1 - shareOfVectors) * bytes });
  const recallParts = {
    store,
    vectors,
    documents,
    seen: new Seen(),
    activeModel: models.own,
    queryVector: createQueryVectors(embedding),
    logger,
  };
  const { queue, wake } = createQueue({
    store,
    embedding,
    models,
    logger,
    clock,
    onEmbedded: async (owners, signal) => keepUp(recallParts, owners, await models.own(), signal),
  });
  const vectorParts = { store, embedding, model: models.own };
  const ask: Memory['recall'] = (user, request) =>
    recall(recallParts, user, { ...request, now: request.now ?? clock.now() });
  return {
    async remember(user, messages, options) {
      const remembered = await remember(store, clock, user, messages, options);
      if (remembered.some(({ created }) => created)) wake();
      return remembered;
    },
    list: (user, options) => listMessages(store, user, options),
    get: (user, id) => getMessage(store, user, id),
    recall: ask,
    context: (user, request) =>
      buildContext(
        (question) => ask(user, question),
        request,
        undefined,
        (ids) => messagesBefore(store, user, ids),
      ),
    claim: (visitor, account, alongside) => claim({ store, clock }, visitor, account, alongside),
    forgetMessage: (user, id) => forgetMessage(store, user, id),
    forgetConversation: (user, conversationId) => forgetConversation(store, user, conversationId),
    async forgetEverything(user) {
      const corpus = await store.read((db) => findCorpus(db, user));
      const forgotten = await forgetEverything(store, user);
      if (corpus) for (const cache of [vectors, documents]) cache.forget(corpus.owner);
      return forgotten;
    },
    vectors: (user, request = {}) => ownVectors(vectorParts, user, request),
    allVectors: (request) => allVectors(vectorParts, request),
    allMessages: (request) => allMessages(vectorParts, request),
    progress: (user) => embeddingProgress(store, embedding, user),
    exportMessages: (user) => exportMessages(store, user),
    queue,
  };
}
