import type { Reading } from '../../rank/reading.ts';
import type { Role } from '../../types.ts';

/** A document as ranking looks at it, but for its cosine and the question's words in it. */
export interface PoolDocument {
  seq: number;
  role: Role;
  conversation: string | null;
  createdAt: Date;
  /** In index terms. */
  length: number;
  /** Null where it was indexed before readings were kept, or by another version. */
  reading: Reading | null;
  /** The messages right before and after it in its conversation. */
  previous: number | null;
  next: number | null;
}

/** What one takes beside the words of its reading, in bytes. */
const overhead = 900;

/** All of one owner's documents, in the order in which they were stored. */
export class HeldDocuments {
  readonly #bySeq = new Map<number, PoolDocument>();
  readonly #newestOf = new Map<string, PoolDocument>();
  #words = 0;
  /** The last that was added. */
  newest = 0;

  get size(): number {
    return this.#bySeq.size;
  }

  get bytes(): number {
    return this.size * overhead + this.#words;
  }

  get(seq: number): PoolDocument | undefined {
    return this.#bySeq.get(seq);
  }

  /** The numbers of those that a condition holds for, in the order in which they were stored. */
  where(holds: (document: PoolDocument) => boolean): number[] {
    const found: number[] = [];
    for (const document of this.#bySeq.values()) if (holds(document)) found.push(document.seq);
    return found;
  }

  /** Adds one that was stored after all that are here; one of these is left as it is. */
  add(stored: Omit<PoolDocument, 'previous' | 'next'>): void {
    if (stored.seq <= this.newest) return;
    const document: PoolDocument = { ...stored, previous: null, next: null };
    const { seq, conversation, reading } = document;
    const before = conversation === null ? undefined : this.#newestOf.get(conversation);
    if (before) {
      document.previous = before.seq;
      before.next = seq;
    }
    if (conversation !== null) this.#newestOf.set(conversation, document);
    this.#bySeq.set(seq, document);
    this.#words += reading ? 4 * reading.terms.length + 2 * reading.words.length : 0;
    this.newest = seq;
  }
}
