import type { OpenPeer } from './peer.ts';

/** Version 3 with its pgvector store; `infer: false` keeps the language model out, `hnsw` is off as it is by default. */
export const open: OpenPeer = async ({ postgresUrl, folder, dimensions, embed }) => {
  // Read when the package is loaded; it would report to its makers, and write into the home directory.
  process.env.MEM0_TELEMETRY = 'false';
  process.env.MEM0_DIR = folder;
  const { Memory } = await import('mem0ai/oss');
  const url = new URL(postgresUrl);
  const memory = new Memory({
    embedder: {
      provider: 'langchain',
      config: {
        model: {
          embedQuery: async (text: string) => embed(text),
          embedDocuments: async (texts: string[]) => texts.map(embed),
        },
      },
    },
    vectorStore: {
      provider: 'pgvector',
      config: {
        collectionName: 'memories',
        dimension: dimensions,
        embeddingModelDims: dimensions,
        host: url.hostname,
        port: Number(url.port),
        user: url.username,
        password: decodeURIComponent(url.password),
        dbname: url.pathname.slice(1),
      },
    },
    // Never called; without a key it cannot be constructed.
    llm: { provider: 'openai', config: { apiKey: 'none', model: 'none' } },
    disableHistory: true,
  });
  return {
    async load(messages) {
      // One call a message: the metadata of a call is that of all its messages.
      await Promise.all(
        messages.map(({ id, user, role, text }) =>
          memory.add([{ role, content: text }], { userId: user, metadata: { message: id }, infer: false }),
        ),
      );
    },
    async search(user, question, k) {
      const { results } = await memory.search(question, { topK: k, filters: { user_id: user } });
      return results.map(({ metadata }) => metadata?.message as string);
    },
    async close() {
      // It has no way to close itself. The store of entities is made with the first search.
      const { vectorStore, _entityStore } = memory as unknown as Record<string, Store | undefined>;
      for (const store of [vectorStore, _entityStore]) {
        store?.client.on('error', () => {});
        await store?.close();
      }
    },
  };
};

interface Store {
  client: { on(event: 'error', listener: () => void): void };
  close(): Promise<void>;
}
