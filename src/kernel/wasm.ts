const pageBytes = 65_536;

/**
 * Starts a WebAssembly module (in base64) that imports its memory as `js.memory`: the memory, of at least so many bytes,
 * and the functions it exports. Few may be kept: each memory reserves gigabytes of addresses.
 */
export function startWasm<Functions>(
  module: string,
  bytes: number,
): { memory: ArrayBuffer; functions: Functions } {
  const pages = Math.ceil(bytes / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const compiled = new WebAssembly.Module(Buffer.from(module, 'base64'));
  const { exports } = new WebAssembly.Instance(compiled, { js: { memory } });
  return { memory: memory.buffer, functions: exports as Functions };
}
