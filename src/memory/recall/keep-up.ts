import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';
import { findCorpus } from './corpus.ts';
import type { DocumentCache } from './documents/document-cache.ts';
import type { VectorCache } from './quantized/vector-cache.ts';
import type { Seen } from './seen.ts';

export interface KeepUpParts {
  store: Store;
  vectors: VectorCache;
  documents: DocumentCache;
  seen: Seen;
  logger: Logger;
}

/**
 * Brings what is held of those who are talking up to date once their messages have been embedded here. People mostly ask
 * right after they were answered: a question that finds what is held outdated begins its search twice. Never fails; what is
 * not brought up to date is found to be outdated by the next question, as after another process's work.
 */
export async function keepUp(
  { store, vectors, documents, seen, logger }: KeepUpParts,
  owners: ReadonlySet<number>,
  model: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const user of seen.usersOf(owners)) {
    if (signal?.aborted) return;
    try {
      await store.read(async (db) => {
        const corpus = seen.note(user, await findCorpus(db, user));
        if (!corpus) return;
        await vectors.keepUp(db, corpus, model);
        await documents.keepUp(db, corpus);
      });
    } catch (error) {
      // The others would fail as well, each after its own patience.
      const reason = error instanceof Error ? error.message : 'unknown';
      logger.debug({ reason }, 'what is held was not brought up to date');
      return;
    }
  }
}
