/**
 * Hamming distances in WebAssembly: JavaScript has no instruction that counts bits, and takes five times as long. The
 * source is hamming.wat, assembled to these bytes; a test assembles it again.
 */
export const hammingModule =
  'AGFzbQEAAAABCQFgBX9/f39/AAIOAQJqcwZtZW1vcnkCAAEDAgEABw0BCWRpc3RhbmNlcwAACmUBYwIBfgJ/IAAgAkEDdGohBwJAA0AgA0UN' +
  'AUIAIQUgACEGA0AgBSAGKQMAIAEpAwCFe3whBSABQQhqIQEgBkEIaiEGIAYgB0kNAAsgBCAFPQEAIARBAmohBCADQQFrIQMMAAsLCw==';

/** Addresses are in bytes; `words` are of 64 bits. */
export type Distances = (query: number, rows: number, words: number, count: number, out: number) => void;

let compiled: WebAssembly.Module | undefined;

/** The function, working in this memory. */
export function distancesIn(memory: WebAssembly.Memory): Distances {
  compiled ??= new WebAssembly.Module(Buffer.from(hammingModule, 'base64'));
  const { exports } = new WebAssembly.Instance(compiled, { js: { memory } });
  return exports.distances as Distances;
}
