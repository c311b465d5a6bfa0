import { startWasm } from '../../../kernel/wasm.ts';

/**
 * What is done to every row of a search, in WebAssembly: JavaScript has no instruction that counts bits and none that
 * multiplies eight numbers at once, and takes five to twenty times as long. The source is kernels.wat, assembled to these
 * bytes; a test assembles it again.
 */
export const kernelsModule =
  'AGFzbQEAAAABCQFgBX9/f39/AAIOAQJqcwZtZW1vcnkCAAEDAwIAAAcYAglkaXN0YW5jZXMAAAhwcm9kdWN0cwABCvQBAmMCAX4CfyAAIAJBA3RqIQcCQANA' +
  'IANFDQFCACEFIAAhBgNAIAUgBikDACABKQMAhXt8IQUgAUEIaiEBIAZBCGohBiAGIAdJDQALIAQgBT0BACAEQQJqIQQgA0EBayEDDAALCwuNAQIBewJ/IAAg' +
  'AkEEdGohBwJAA0AgA0UNAf0MAAAAAAAAAAAAAAAAAAAAACEFIAAhBgNAIAUgBv0ABAAgAf0ABAD9ugH9rgEhBSABQRBqIQEgBkEQaiEGIAYgB0kNAAsgBCAF' +
  '/RsAIAX9GwFqIAX9GwIgBf0bA2pqNgIAIARBBGohBCADQQFrIQMMAAsLCw==';

/** Addresses are in bytes; the length of a row is in words, of 8 bytes for distances and of 16 for products. */
type Kernel = (query: number, rows: number, words: number, count: number, out: number) => void;

const memoryBytes = 512 * 1_024;

/**
 * One memory for everybody, which rows are copied into as they are compared: a memory of each owner's own would reserve
 * gigabytes of addresses a piece.
 */
let machine: { bytes: Uint8Array; distances: Kernel; products: Kernel } | undefined;

function start() {
  const { memory, functions } = startWasm<Record<'distances' | 'products', Kernel>>(
    kernelsModule,
    memoryBytes,
  );
  machine = { bytes: new Uint8Array(memory), ...functions };
  return machine;
}

/** How many rows of so many bytes fit into one call, with their results. */
export function rowsAtOnce(rowBytes: number): number {
  return Math.floor((memoryBytes - rowBytes) / (rowBytes + 4));
}

/**
 * Writes into `out`, from `at` on, in how many bits each of the first `count` rows differs from the query. Rows lie one
 * behind the other, each as long as the query: a multiple of 8 bytes. No more than `rowsAtOnce`.
 */
export function hammingDistances(
  query: Uint8Array,
  rows: Uint8Array,
  count: number,
  out: Uint16Array,
  at: number,
): void {
  const { bytes, distances } = machine ?? start();
  const rowBytes = query.length;
  const outAt = (count + 1) * rowBytes;
  bytes.set(query);
  bytes.set(rows.subarray(0, count * rowBytes), rowBytes);
  distances(0, rowBytes, rowBytes / 8, count, outAt);
  out.set(new Uint16Array(bytes.buffer, outAt, count), at);
}

/** The products of rows of 16-bit numbers with the query; all of one length, a multiple of 8 numbers. */
export function dotProducts(query: Int16Array, rows: readonly Int16Array[]): Int32Array {
  const { bytes, products } = machine ?? start();
  const numbers = new Int16Array(bytes.buffer);
  const width = query.length;
  const found = new Int32Array(rows.length);
  const most = rowsAtOnce(query.byteLength);
  numbers.set(query);
  for (let start = 0; start < rows.length; start += most) {
    const count = Math.min(most, rows.length - start);
    const outAt = (count + 1) * query.byteLength;
    for (let i = 0; i < count; i++) numbers.set(rows[start + i]!, (i + 1) * width);
    products(0, query.byteLength, width / 8, count, outAt);
    found.set(new Int32Array(bytes.buffer, outAt, count), start);
  }
  return found;
}
