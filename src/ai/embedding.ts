/**
 * Turns texts into vectors. Every vector is unit length, so that a dot product is the cosine.
 * Errors: `EmbeddingRejected` for an input the engine will never take, `EmbeddingUnavailable` for a failure that may pass.
 */
export interface EmbeddingEngine {
  /** The stable name vectors are stored under, e.g. `openai/text-embedding-3-small`. Two models never share one. */
  readonly name: string;
  readonly dimensions: number;
  /** Texts of one call; the caller splits longer lists. */
  readonly maxBatch: number;
  embed(texts: string[], signal?: AbortSignal): Promise<Float32Array[]>;
  /**
   * Where what answers a question lies, from the question's own vector; for engines that put questions beside questions.
   * Without it the vector is compared with stored ones as it is.
   */
  readonly asQuery?: (vector: Float32Array) => Float32Array;
  close(): Promise<void>;
}

/** The engine says no to this input and would again: the message is set aside, never retried for ever. */
export class EmbeddingRejected extends Error {
  override name = 'EmbeddingRejected';
}

/** The engine is away, busy or over its limit: the work stays queued. `retryAfterMs` where the provider named it. */
export class EmbeddingUnavailable extends Error {
  override name = 'EmbeddingUnavailable';
  readonly retryAfterMs: number | undefined;
  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}
