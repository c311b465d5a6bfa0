import { startWasm } from '../../../kernel/wasm.ts';

/**
 * What is done to every row of a search, in WebAssembly: JavaScript has no instruction that counts bits and none that
 * multiplies sixteen bytes at once, and takes five to twenty times as long. The source is kernels.wat, assembled to these
 * bytes; a test assembles it again.
 */
export const kernelsModule =
  'AGFzbQEAAAABCQFgBX9/f39/AAIOAQJqcwZtZW1vcnkCAAEDAwIAAAcYAglkaXN0YW5jZXMAAAhwcm9kdWN0cwABCpQCAmMCAX4CfyAAIAJBA3Rq' +
  'IQcCQANAIANFDQFCACEFIAAhBgNAIAUgBikDACABKQMAhXt8IQUgAUEIaiEBIAZBCGohBiAGIAdJDQALIAQgBT0BACAEQQJqIQQgA0EBayEDDAAL' +
  'CwutAQMBewJ/AnsgACACQQR0aiEHAkADQCADRQ0B/QwAAAAAAAAAAAAAAAAAAAAAIQUgACEGA0AgBv0ABAAhCCAB/QAEACEJIAUgCP2HASAJ/YcB' +
  '/boB/a4BIAj9iAEgCf2IAf26Af2uASEFIAFBEGohASAGQRBqIQYgBiAHSQ0ACyAEIAX9GwAgBf0bAWogBf0bAiAF/RsDamo2AgAgBEEEaiEEIANB' +
  'AWshAwwACwsL';

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

/** The products of rows of signed bytes with the query; all of one length, a multiple of 16 bytes. */
export function byteProducts(query: Int8Array, rows: readonly Int8Array[]): Int32Array {
  const { bytes, products } = machine ?? start();
  const rowBytes = query.length;
  const found = new Int32Array(rows.length);
  const most = rowsAtOnce(rowBytes);
  bytes.set(query);
  for (let start = 0; start < rows.length; start += most) {
    const count = Math.min(most, rows.length - start);
    const outAt = (count + 1) * rowBytes;
    for (let i = 0; i < count; i++) bytes.set(rows[start + i]!, (i + 1) * rowBytes);
    products(0, rowBytes, rowBytes / 16, count, outAt);
    found.set(new Int32Array(bytes.buffer, outAt, count), start);
  }
  return found;
}
