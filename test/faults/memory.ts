import { createMemory, type Memory } from '../../src/memory/index.ts';
import type { Store } from '../../src/store/index.ts';
import { WordEngine } from '../contract/fake-embedding.ts';
import { silent } from './open.ts';

/** Memory on a store, with embeddings made of words; `at` is what its clock shows. */
export function memoryOf(
  store: Store,
  { engine = new WordEngine(), at }: { engine?: WordEngine; at?: Date } = {},
): Memory {
  return createMemory({ store, embedding: engine, logger: silent, clock: { now: () => at ?? new Date() } });
}
