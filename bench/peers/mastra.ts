import { Memory } from '@mastra/memory';
import type { OpenPeer, Peer, PeerMessage, Setting } from './peer.ts';

/** A model as the AI SDK knows it, which Mastra takes as it is. */
const stub = ({ embed }: Setting) => ({
  specificationVersion: 'v2' as const,
  provider: 'bench',
  modelId: 'stub',
  maxEmbeddingsPerCall: 1_000,
  supportsParallelCalls: true,
  doEmbed: async ({ values }: { values: string[] }) => ({ embeddings: values.map(embed) }),
});

type Parts = Pick<NonNullable<ConstructorParameters<typeof Memory>[0]>, 'storage' | 'vector'>;

/**
 * Semantic recall over all of a person's conversations, without the messages around each hit and without the latest
 * ones: what the others are asked for.
 */
function peerOf(setting: Setting, { storage, vector }: Parts, close: () => Promise<void>): Peer {
  const memory = new Memory({
    storage,
    vector,
    embedder: stub(setting),
    options: { lastMessages: false, semanticRecall: { topK: 10, messageRange: 0, scope: 'resource' } },
  });
  const threads = new Set<string>();
  return {
    async load(messages) {
      for (const { conversation, user, createdAt } of messages) {
        if (threads.has(conversation)) continue;
        threads.add(conversation);
        const thread = {
          id: conversation,
          resourceId: user,
          title: 'bench',
          createdAt,
          updatedAt: createdAt,
        };
        await memory.saveThread({ thread });
      }
      await memory.saveMessages({ messages: messages.map(stored) });
    },
    async search(user, question, k) {
      const { messages } = await memory.recall({
        threadId: `none of ${user}`,
        resourceId: user,
        vectorSearchString: question,
        threadConfig: { semanticRecall: { topK: k, messageRange: 0, scope: 'resource' } },
      });
      return messages.map(({ id }) => id);
    },
    close,
  };
}

function stored({ id, user, conversation, role, text, createdAt }: PeerMessage) {
  return {
    id,
    threadId: conversation,
    resourceId: user,
    role,
    createdAt,
    content: { format: 2 as const, parts: [{ type: 'text' as const, text }], content: text },
  };
}

export const openPg: OpenPeer = async (setting) => {
  const { PgVector, PostgresStore } = await import('@mastra/pg');
  const storage = new PostgresStore({ id: 'bench', connectionString: setting.postgresUrl });
  await storage.init();
  const vector = new PgVector({ id: 'bench', connectionString: setting.postgresUrl });
  return peerOf(setting, { storage, vector }, async () => {
    await vector.disconnect();
    await storage.close();
  });
};

export const openLibsql: OpenPeer = async (setting) => {
  const { LibSQLStore, LibSQLVector } = await import('@mastra/libsql');
  const url = `file:${setting.folder}/mastra.db`;
  const storage = new LibSQLStore({ id: 'bench', url });
  await storage.init();
  return peerOf(setting, { storage, vector: new LibSQLVector({ id: 'bench', url }) }, async () => {});
};
