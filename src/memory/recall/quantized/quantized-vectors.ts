import { signBits } from '../../../store/index.ts';
import { dotProducts, hammingDistances, rowsAtOnce } from './kernels.ts';

/** Rows of one chunk of memory: new messages never mean that all of it is copied. */
const mostRowsAChunk = 1_024;

interface Chunk {
  bits: Uint8Array;
  /** Each component in whole steps; null where only bits are held. */
  steps: Int16Array | null;
}

/**
 * Steps from 0 to 1. Vectors are of length one, so no product of two, nor any part of its sum, is larger than the square
 * of this: 32 bits hold it.
 */
const steps = 32_000;

/** What a row costs beside its vector: its number, here and in the index by it. */
const rowOverhead = 60;

export type Kept = 'bits' | 'steps';

export interface Nearest {
  seqs: number[];
  /** Of these, as `cosines` tells them; none where they were not needed. */
  cosines: ReadonlyMap<number, number>;
}

/** What one row takes, in bytes. */
export function bytesARow(dimensions: number, kept: Kept): number {
  const { bits, steps } = rowSize(dimensions);
  return bits + (kept === 'steps' ? 2 * steps : 0) + rowOverhead;
}

/**
 * The vectors of one owner, quantized: a bit of each component, and sixteen where there is room for them. The bits tell the
 * far from the near, the sixteen the near from the nearest, with errors of some 0.00001 in the cosine: about what half
 * precision, in which the database may keep them, costs (scalar quantization).
 */
export class QuantizedVectors {
  readonly kept: Kept;
  readonly #dimensions: number;
  readonly #rowSize: { bits: number; steps: number };
  readonly #rowsAChunk: number;
  readonly #chunks: Chunk[] = [];
  /** The number of each row's document. */
  readonly #seqs: number[] = [];
  readonly #rows = new Map<number, number>();

  constructor(dimensions: number, expected: number, kept: Kept) {
    this.kept = kept;
    this.#dimensions = dimensions;
    this.#rowSize = rowSize(dimensions);
    const most = Math.min(mostRowsAChunk, rowsAtOnce(this.#rowSize.bits));
    this.#rowsAChunk = Math.min(most, Math.ceil(expected * 1.2) + 16);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** What it takes, in bytes. */
  get bytes(): number {
    return this.#chunks.length * this.#rowsAChunk * bytesARow(this.#dimensions, this.kept);
  }

  /** What so many vectors would take, in bytes. */
  bytesOf(count: number): number {
    return count * bytesARow(this.#dimensions, this.kept);
  }

  /** Adds a document's vector (unit length); one that is there already is left alone. */
  add(seq: number, vector: Float32Array): void {
    const at = this.addBits(seq, signBits(vector));
    if (at === null) return;
    const { chunk, row } = this.#place(at);
    if (chunk.steps) toSteps(vector, chunk.steps.subarray(row * this.#rowSize.steps));
  }

  /** The same where only bits are held: the row it got, or null where it is there already. */
  addBits(seq: number, bits: Uint8Array): number | null {
    if (this.#rows.has(seq)) return null;
    const at = this.#seqs.length;
    if (at === this.#chunks.length * this.#rowsAChunk) this.#chunks.push(this.#newChunk());
    const { chunk, row } = this.#place(at);
    chunk.bits.set(bits.subarray(0, this.#rowSize.bits), row * this.#rowSize.bits);
    this.#seqs.push(seq);
    this.#rows.set(seq, at);
    return at;
  }

  /**
   * The documents among which the `limit` nearest to a vector (unit length) are. By their bits `candidates` are picked,
   * of equally far ones the newest; by their steps the nearest of these, and those as near as the last. Where only bits
   * are held: all candidates, and no cosines. In no order.
   */
  nearest(
    query: Float32Array,
    { candidates, limit }: { candidates: number; limit: number },
    permits?: (document: { seq: number }) => boolean,
  ): Nearest {
    const near = this.#byBits(query, candidates, permits);
    if (this.kept === 'bits' || near.length <= limit)
      return { seqs: near.map((at) => this.#seqs[at]!), cosines: new Map() };
    const found = this.#cosinesOf(query, near);
    const least = found.toSorted().at(-limit)!;
    const cosines = new Map<number, number>();
    near.forEach((at, i) => {
      if (found[i]! >= least) cosines.set(this.#seqs[at]!, found[i]!);
    });
    return { seqs: [...cosines.keys()], cosines };
  }

  /** The cosines of a vector (unit length) and those of the documents that are here; null where only bits are held. */
  cosines(query: Float32Array, seqs: Iterable<number>): Map<number, number> | null {
    if (this.kept === 'bits') return null;
    const here: number[] = [];
    const rows: number[] = [];
    for (const seq of seqs) {
      const row = this.#rows.get(seq);
      if (row === undefined) continue;
      here.push(seq);
      rows.push(row);
    }
    const found = this.#cosinesOf(query, rows);
    const cosines = new Map<number, number>();
    for (let i = 0; i < here.length; i++) cosines.set(here[i]!, found[i]!);
    return cosines;
  }

  #cosinesOf(query: Float32Array, rows: readonly number[]): Float64Array {
    const { steps: width } = this.#rowSize;
    const asked = new Int16Array(width);
    toSteps(query, asked);
    const products = dotProducts(
      asked,
      rows.map((at) => {
        const { chunk, row } = this.#place(at);
        return chunk.steps!.subarray(row * width, (row + 1) * width);
      }),
    );
    return Float64Array.from(products, (product) => product / steps ** 2);
  }

  #byBits(
    query: Float32Array,
    limit: number,
    permits: ((document: { seq: number }) => boolean) | undefined,
  ): number[] {
    const seqs = this.#seqs;
    const count = seqs.length;
    const rows: number[] = [];
    for (let at = 0; at < count; at++) {
      if (!permits || permits({ seq: seqs[at]! })) rows.push(at);
    }
    if (rows.length <= limit) return rows;
    const bits = signBits(query).subarray(0, this.#rowSize.bits);
    const distances = new Uint16Array(count);
    for (let start = 0; start < count; start += this.#rowsAChunk) {
      const inChunk = Math.min(this.#rowsAChunk, count - start);
      hammingDistances(bits, this.#chunks[start / this.#rowsAChunk]!.bits, inChunk, distances, start);
    }
    // As many buckets as there are distances: counting is faster than sorting, and tells how far to go.
    const counts = new Uint32Array(8 * bits.length + 1);
    for (const at of rows) counts[distances[at]!]!++;
    let furthest = 0;
    let within = 0;
    while (furthest < counts.length && within + counts[furthest]! <= limit) within += counts[furthest++]!;
    const near = rows.filter((at) => distances[at]! < furthest);
    const atTheEdge = rows.filter((at) => distances[at] === furthest);
    atTheEdge.sort((a, b) => seqs[b]! - seqs[a]!);
    return near.concat(atTheEdge.slice(0, limit - near.length));
  }

  #place(at: number): { chunk: Chunk; row: number } {
    return { chunk: this.#chunks[Math.floor(at / this.#rowsAChunk)]!, row: at % this.#rowsAChunk };
  }

  #newChunk(): Chunk {
    const rows = this.#rowsAChunk;
    const { bits, steps } = this.#rowSize;
    return {
      bits: new Uint8Array(rows * bits),
      steps: this.kept === 'steps' ? new Int16Array(rows * steps) : null,
    };
  }
}

/** Bytes of bits and numbers of steps, as the kernels take them: whole words, zero beyond the dimensions. */
const rowSize = (dimensions: number) => ({
  bits: 8 * Math.ceil(dimensions / 64),
  steps: 8 * Math.ceil(dimensions / 8),
});

function toSteps(vector: Float32Array, into: Int16Array): void {
  for (let i = 0; i < vector.length; i++) into[i] = Math.round(vector[i]! * steps);
}
