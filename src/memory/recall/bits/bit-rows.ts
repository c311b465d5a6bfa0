import { distancesIn } from './hamming.ts';

const pageBytes = 65_536;
/** Room for so much more than there is, so that new messages rarely mean a larger memory. */
const headroom = 1.2;

/** The sign bits of one owner's vectors, in one piece of memory: searched without asking the database. */
export class BitRows {
  readonly #words: number;
  readonly #seqs: number[] = [];
  readonly #known = new Set<number>();
  readonly #memory: WebAssembly.Memory;
  readonly #distances: ReturnType<typeof distancesIn>;

  /** `dimensions`: of the vectors; bits beyond them are zero in all rows and left out. */
  constructor(dimensions: number, expected: number) {
    this.#words = Math.ceil(dimensions / 64);
    this.#memory = new WebAssembly.Memory({
      initial: pagesFor(this.#bytesFor(Math.ceil(expected * headroom))),
    });
    this.#distances = distancesIn(this.#memory);
  }

  get size(): number {
    return this.#seqs.length;
  }

  /** What it takes, in bytes: the rows, and some 60 a row for their numbers. */
  get bytes(): number {
    return this.#memory.buffer.byteLength + 60 * this.#seqs.length;
  }

  /** Adds a document's bits; one that is there already is left alone. */
  add(seq: number, bits: Uint8Array): void {
    if (this.#known.has(seq)) return;
    const needed = this.#bytesFor(this.#seqs.length + 1);
    const missing = needed - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(pagesFor(needed * headroom - this.#memory.buffer.byteLength));
    new Uint8Array(this.#memory.buffer).set(
      bits.subarray(0, 8 * this.#words),
      this.#rowAt(this.#seqs.length),
    );
    this.#seqs.push(seq);
    this.#known.add(seq);
  }

  /** The documents with the fewest differing bits, in no order; of equally far ones the newest. */
  nearest(query: Uint8Array, limit: number, permits: (document: { seq: number }) => boolean): number[] {
    const count = this.#seqs.length;
    new Uint8Array(this.#memory.buffer).set(query.subarray(0, 8 * this.#words), 0);
    const out = this.#rowAt(count);
    this.#distances(0, this.#rowAt(0), this.#words, count, out);
    const distances = new Uint16Array(this.#memory.buffer, out, count);
    // As many buckets as there are distances: counting is faster than sorting, and tells how far to go.
    const counts = new Uint32Array(64 * this.#words + 1);
    const allowed = this.#seqs.map((seq) => permits({ seq }));
    for (let i = 0; i < count; i++) if (allowed[i]) counts[distances[i]!]!++;
    let furthest = 0;
    let within = 0;
    while (furthest < counts.length && within + counts[furthest]! <= limit) within += counts[furthest++]!;
    const found: number[] = [];
    const atTheEdge: number[] = [];
    for (let i = 0; i < count; i++) {
      if (!allowed[i]) continue;
      if (distances[i]! < furthest) found.push(this.#seqs[i]!);
      else if (distances[i] === furthest) atTheEdge.push(this.#seqs[i]!);
    }
    atTheEdge.sort((a, b) => b - a);
    return found.concat(atTheEdge.slice(0, limit - found.length));
  }

  /** The query's row stands first. */
  #rowAt(index: number): number {
    return 8 * this.#words * (index + 1);
  }

  /** For so many rows and their distances. */
  #bytesFor(count: number): number {
    return this.#rowAt(count) + 2 * count + 8;
  }
}

const pagesFor = (bytes: number) => Math.max(1, Math.ceil(bytes / pageBytes));
