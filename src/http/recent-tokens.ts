const kept = 10_000;

/**
 * Whose the tokens are that were good lately, by their hashes, the oldest dropped first. Only for telling callers apart
 * when their requests are counted: a made-up token must not get an allowance of its own, nor each of the many that one
 * person may have. Never asked whether somebody may come in.
 */
export class RecentTokens {
  readonly #callers = new Map<string, string>();

  /** Null for a token that was not good lately. */
  callerOf(hash: string): string | null {
    return this.#callers.get(hash) ?? null;
  }

  add(hash: string, caller: string): void {
    this.#callers.delete(hash);
    this.#callers.set(hash, caller);
    if (this.#callers.size > kept) this.#callers.delete(this.#callers.keys().next().value!);
  }

  delete(hash: string): void {
    this.#callers.delete(hash);
  }
}
