/** The little of WebAssembly that is used here: its types come with those of browsers, which this program is not. */
declare namespace WebAssembly {
  class Memory {
    /** In pages of 64 kB. */
    constructor(size: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>);
    readonly exports: Record<string, unknown>;
  }
}
