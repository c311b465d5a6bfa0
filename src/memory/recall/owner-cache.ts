import type { Logger } from '../../kernel/logger.ts';
import type { Corpus } from './corpus.ts';

/** What is held of one owner. */
export interface Held {
  /** What it takes now, in bytes. */
  readonly bytes: number;
}

/** Whose it is, and since when nothing of it was forgotten. */
export type HeldOf = Pick<Corpus, 'owner' | 'generation'>;

export interface OwnerCacheOptions {
  /** All that is held together, in bytes. */
  maxBytes: number;
  /** What of an owner who has not asked for so long is let go, in ms. */
  idleMs?: number;
}

export type OwnerCache<T extends Held> = ReturnType<typeof createOwnerCache<T>>;

/**
 * What a process holds of the people who are talking now, loaded in the background: whoever asks meanwhile is answered by
 * the database. Bounded: those who have not asked for long are let go, then the longest idle.
 */
export function createOwnerCache<T extends Held>(
  { logger, what }: { logger: Logger; what: string },
  { maxBytes, idleMs = 10 * 60_000 }: OwnerCacheOptions,
) {
  const entries = new Map<number, { held: T; generation: number; usedAt: number }>();
  const loading = new Map<number, Promise<void>>();

  function makeRoom(needed: number): void {
    const now = Date.now();
    const oldest = [...entries].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    let taken = needed + oldest.reduce((sum, [, { held }]) => sum + held.bytes, 0);
    for (const [owner, { held, usedAt }] of oldest) {
      if (now - usedAt < idleMs && taken <= maxBytes) return;
      entries.delete(owner);
      taken -= held.bytes;
    }
  }

  return {
    /** What is held of the owner, of this generation; for a question of theirs, which keeps it here. */
    get({ owner, generation }: HeldOf): T | null {
      const entry = entries.get(owner);
      if (entry?.generation !== generation) return null;
      entry.usedAt = Date.now();
      return entry.held;
    },

    /** The same without a question. */
    peek({ owner, generation }: HeldOf): T | null {
      const entry = entries.get(owner);
      return entry?.generation === generation ? entry.held : null;
    },

    /** Lets go of what there is no room for any more, after something has grown. */
    trim: () => makeRoom(0),

    /** Loads what is to be held of an owner; one at a time, since several large ones would keep the pool from those who ask. */
    startLoading({ owner, generation }: HeldOf, load: () => Promise<T>): void {
      if (loading.size > 0) return;
      const loaded = async () => {
        const held = await load();
        makeRoom(held.bytes);
        entries.set(owner, { held, generation, usedAt: Date.now() });
      };
      loading.set(
        owner,
        loaded()
          .catch((error: unknown) => {
            const reason = error instanceof Error ? error.message : 'unknown';
            logger.debug({ reason }, `${what} of an owner were not loaded`);
          })
          .finally(() => loading.delete(owner)),
      );
    },

    forget(owner: number): void {
      entries.delete(owner);
    },

    /** Waits until nothing is being loaded: for tests and benchmarks. */
    async settled(): Promise<void> {
      await Promise.all(loading.values());
    },
  };
}
