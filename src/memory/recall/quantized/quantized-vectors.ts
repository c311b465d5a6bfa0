import { signBits } from '../../../store/index.ts';
import { byteProducts, hammingDistances, rowsAtOnce } from './kernels.ts';

/** Rows of one chunk of memory: new messages never mean that all of it is copied. */
const mostRowsAChunk = 1_024;

interface Chunk {
  bits: Uint8Array;
  /** Each component on the scale of its vector, and what one step of that scale is; null where only bits are held. */
  bytes: Int8Array | null;
  steps: Float32Array | null;
}

/** Rounding to steps errs by a step / √12 in the product with a vector of length one; four times that is hardly ever seen. */
const roundingErrors = 4 / Math.sqrt(12);

/** What a row costs beside its vector: its number, here and in the index by it. */
const rowOverhead = 60;

/** What one row takes, in bytes. */
export function bytesARow(dimensions: number, kept: 'bits' | 'bytes'): number {
  const { bits, bytes } = rowBytes(dimensions);
  return bits + (kept === 'bytes' ? bytes + 4 : 0) + rowOverhead;
}

/**
 * The vectors of one owner, quantized: a bit of each component, and a byte where there is room for it. The bits tell the
 * far from the near, the bytes the near from the nearest, with errors of some 0.0003 in the cosine; so few are left for
 * whoever computes exactly (scalar quantization; the database does the same with bits and half precision).
 */
export class QuantizedVectors {
  readonly kept: 'bits' | 'bytes';
  readonly #dimensions: number;
  readonly #rowBytes: { bits: number; bytes: number };
  readonly #rowsAChunk: number;
  readonly #chunks: Chunk[] = [];
  /** The number of each row's document; 0 for one that was dropped. */
  readonly #seqs: number[] = [];
  readonly #rows = new Map<number, number>();

  constructor(dimensions: number, expected: number, kept: 'bits' | 'bytes') {
    this.kept = kept;
    this.#dimensions = dimensions;
    this.#rowBytes = rowBytes(dimensions);
    const most = Math.min(mostRowsAChunk, rowsAtOnce(this.#rowBytes.bits));
    this.#rowsAChunk = Math.min(most, Math.ceil(expected * 1.2) + 16);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** What it takes, in bytes. */
  get bytes(): number {
    return this.#chunks.length * this.#rowsAChunk * bytesARow(this.#dimensions, this.kept);
  }

  /** Adds a document's vector (unit length); one that is there already is left alone. */
  add(seq: number, vector: Float32Array): void {
    const at = this.addBits(seq, signBits(vector));
    if (at === null) return;
    const { chunk, row } = this.#place(at);
    if (!chunk.bytes || !chunk.steps) return;
    const start = row * this.#rowBytes.bytes;
    chunk.steps[row] = toBytes(vector, chunk.bytes.subarray(start, start + vector.length));
  }

  /** The same where only bits are held: the row it got, or null where it is there already. */
  addBits(seq: number, bits: Uint8Array): number | null {
    if (this.#rows.has(seq)) return null;
    const at = this.#seqs.length;
    if (at === this.#chunks.length * this.#rowsAChunk) this.#chunks.push(this.#newChunk());
    const { chunk, row } = this.#place(at);
    chunk.bits.set(bits.subarray(0, this.#rowBytes.bits), row * this.#rowBytes.bits);
    this.#seqs.push(seq);
    this.#rows.set(seq, at);
    return at;
  }

  /** Takes a document out: it was deleted. */
  drop(seq: number): void {
    const at = this.#rows.get(seq);
    if (at === undefined) return;
    this.#rows.delete(seq);
    this.#seqs[at] = 0;
  }

  /**
   * The documents among which the `limit` nearest to a vector (unit length) are. By their bits `candidates` are picked,
   * of equally far ones the newest; by their bytes the nearest of these, and whichever else rounding may hide to be nearer
   * than the last. Where only bits are held: all candidates. In no order.
   */
  nearest(
    query: Float32Array,
    { candidates, limit }: { candidates: number; limit: number },
    permits?: (document: { seq: number }) => boolean,
  ): number[] {
    const near = this.#byBits(query, candidates, permits);
    if (this.kept === 'bits') return near.map((at) => this.#seqs[at]!);
    if (near.length <= limit) return near.map((at) => this.#seqs[at]!);
    const asked = new Int8Array(this.#rowBytes.bytes);
    const step = toBytes(query, asked);
    const steps = near.map((at) => this.#place(at).chunk.steps![this.#place(at).row]!);
    const products = byteProducts(
      asked,
      near.map((at) => this.#bytesAt(at)),
    );
    const cosines = Float64Array.from(products, (product, i) => product * step * steps[i]!);
    const last = cosines.toSorted().at(-limit)!;
    const error = roundingErrors * Math.hypot(step, Math.max(...steps));
    return near.filter((_, i) => cosines[i]! >= last - 2 * error).map((at) => this.#seqs[at]!);
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
      if (seqs[at] !== 0 && (!permits || permits({ seq: seqs[at]! }))) rows.push(at);
    }
    if (rows.length <= limit) return rows;
    const bits = signBits(query).subarray(0, this.#rowBytes.bits);
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

  #bytesAt(at: number): Int8Array {
    const { chunk, row } = this.#place(at);
    const { bytes } = this.#rowBytes;
    return chunk.bytes!.subarray(row * bytes, (row + 1) * bytes);
  }

  #place(at: number): { chunk: Chunk; row: number } {
    return { chunk: this.#chunks[Math.floor(at / this.#rowsAChunk)]!, row: at % this.#rowsAChunk };
  }

  #newChunk(): Chunk {
    const rows = this.#rowsAChunk;
    const whole = this.kept === 'bytes';
    return {
      bits: new Uint8Array(rows * this.#rowBytes.bits),
      bytes: whole ? new Int8Array(rows * this.#rowBytes.bytes) : null,
      steps: whole ? new Float32Array(rows) : null,
    };
  }
}

/** What the kernels take: whole words, zero beyond the dimensions. */
const rowBytes = (dimensions: number) => ({
  bits: 8 * Math.ceil(dimensions / 64),
  bytes: 16 * Math.ceil(dimensions / 16),
});

/** Writes the vector's components as whole steps of -127 to 127; what one step is. */
function toBytes(vector: Float32Array, bytes: Int8Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i]!));
  const step = largest / 127 || 1;
  for (let i = 0; i < vector.length; i++) bytes[i] = Math.round(vector[i]! / step);
  return step;
}
