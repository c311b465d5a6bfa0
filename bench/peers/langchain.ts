import { PGVectorStore } from '@langchain/community/vectorstores/pgvector';
import { Embeddings } from '@langchain/core/embeddings';
import type { OpenPeer, Setting } from './peer.ts';

class Stub extends Embeddings {
  readonly #embed: Setting['embed'];
  constructor(embed: Setting['embed']) {
    super({});
    this.#embed = embed;
  }
  async embedQuery(text: string): Promise<number[]> {
    return this.#embed(text);
  }
  async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map(this.#embed);
  }
}

/** The store as its page shows it: a user is a field of the metadata, no index unless one is made. */
export const open: OpenPeer = async ({ postgresUrl, dimensions, embed }) => {
  const store = await PGVectorStore.initialize(new Stub(embed), {
    postgresConnectionOptions: { connectionString: postgresUrl },
    tableName: 'memories',
    distanceStrategy: 'cosine',
    dimensions,
  });
  return {
    async load(messages) {
      await store.addDocuments(
        messages.map(({ id, user, conversation, role, text }) => ({
          pageContent: text,
          metadata: { message: id, user_id: user, conversation, role },
        })),
      );
    },
    async search(user, question, k) {
      const found = await store.similaritySearch(question, k, { user_id: user });
      return found.map(({ metadata }) => metadata.message as string);
    },
    close: () => store.end(),
  };
};
