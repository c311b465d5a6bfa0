const kept = 10_000;

/**
 * Hashes of tokens that were good lately, the oldest dropped first. Only for telling callers apart when their requests
 * are counted: a made-up token must not get an allowance of its own. Never asked whether somebody may come in.
 */
export class RecentTokens {
  readonly #hashes = new Set<string>();

  has(hash: string): boolean {
    return this.#hashes.has(hash);
  }

  add(hash: string): void {
    this.#hashes.delete(hash);
    this.#hashes.add(hash);
    if (this.#hashes.size > kept) this.#hashes.delete(this.#hashes.values().next().value!);
  }

  delete(hash: string): void {
    this.#hashes.delete(hash);
  }
}
