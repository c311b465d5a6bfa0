import { startWasm } from '../kernel/wasm.ts';
import type { Matrix } from './matrix.ts';

/**
 * Inner products in WebAssembly, four numbers at a time: they are nearly all of what clustering does, and JavaScript
 * takes six times as long. The source is products.wat, assembled to these bytes; a test assembles it again.
 */
export const productsModule =
  'AGFzbQEAAAABDgJgBX9/f39/AGABewF9Ag4BAmpzBm1lbW9yeQIAAQMDAgABBwwBCHByb2R1Y3RzAAAK1wICugICBn8FeyAAIAJqIQYgASEHAkAD' +
  'QCADRQ0BIAcgAmohCCAIIAJqIQkgCSACaiEKIAAhBf0MAAAAAAAAAAAAAAAAAAAAACEM/QwAAAAAAAAAAAAAAAAAAAAAIQ39DAAAAAAAAAAAAAAA' +
  'AAAAAAAhDv0MAAAAAAAAAAAAAAAAAAAAACEPA0AgBf0ABAAhCyAMIAsgB/0ABAD95gH95AEhDCANIAsgCP0ABAD95gH95AEhDSAOIAsgCf0ABAD9' +
  '5gH95AEhDiAPIAsgCv0ABAD95gH95AEhDyAHQRBqIQcgCEEQaiEIIAlBEGohCSAKQRBqIQogBUEQaiEFIAUgBkkNAAsgBCAMEAE4AgAgBCANEAE4' +
  'AgQgBCAOEAE4AgggBCAPEAE4AgwgCiEHIARBEGohBCADQQRrIQMMAAsLCxkAIAD9HwAgAP0fAZIgAP0fAiAA/R8DkpIL';

/** Addresses and `bytes` (of a row) are in bytes. */
type Products = (one: number, rows: number, bytes: number, count: number, out: number) => void;

/** Rows that are copied in at once. */
const block = 64;
const inFours = (count: number) => Math.ceil(count / 4) * 4;

/** One memory for all calls, made anew where one needs more: each reserves gigabytes of addresses. */
let machine: { floats: Float32Array; products: Products } | undefined;

function machineOf(floats: number) {
  if (machine && machine.floats.length >= floats) return machine;
  const { memory, functions } = startWasm<{ products: Products }>(productsModule, floats * 4);
  machine = { floats: new Float32Array(memory), ...functions };
  return machine;
}

/**
 * Tells of each row its inner products with all of `others`, in their order. Summed in 32-bit floats, the same on every
 * machine. The array is written anew for the next row; `take` must not come back here.
 */
export function eachProducts(
  rows: Matrix,
  others: Matrix,
  take: (row: number, products: Float32Array) => void,
): void {
  const columns = inFours(rows.columns);
  const count = inFours(others.rows);
  const blockAt = count * columns;
  const outAt = blockAt + block * columns;
  if (columns === 0 || count === 0) {
    for (let row = 0; row < rows.rows; row++) take(row, new Float32Array(others.rows));
    return;
  }
  const { floats, products } = machineOf(outAt + count);
  // What an earlier call left in the padding would count.
  floats.fill(0, 0, outAt);
  copy(others, 0, others.rows, floats, 0);
  const out = floats.subarray(outAt, outAt + others.rows);
  for (let start = 0; start < rows.rows; start += block) {
    const end = Math.min(rows.rows, start + block);
    copy(rows, start, end, floats, blockAt);
    for (let row = start; row < end; row++) {
      products((blockAt + (row - start) * columns) * 4, 0, columns * 4, count, outAt * 4);
      take(row, out);
    }
  }
}

function copy({ data, columns }: Matrix, from: number, to: number, floats: Float32Array, at: number): void {
  const step = inFours(columns);
  if (step === columns) floats.set(data.subarray(from * columns, to * columns), at);
  else {
    for (let row = from; row < to; row++)
      floats.set(data.subarray(row * columns, (row + 1) * columns), at + (row - from) * step);
  }
}
